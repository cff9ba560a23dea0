/** Texts that a fuzzed value may hold, each to break out of some format. */
export const hostileTexts: Readonly<Record<string, string>> = {
  'control characters': 'a\u0000b\u0008c\u000bd\u001fe\u007ff\u0085g\u009fh',
  'ANSI escapes': '\u001b[31mred\u001b[2J\u001b]0;title\u0007 \u009b1m',
  'end of CDATA': ']]>]]&gt;<![CDATA[x]]>',
  'end of a script': '</script><script>document.title="broken"</script>',
  'end of a style, a title and a comment': '</style></title></textarea></pre>--><img src=x onerror="document.title=1">',
  'an attribute': `" onmouseover='document.title="broken"' x="`,
  entities: '&lt;b&gt; &amp; &#60; &nonsense; &',
  'a table of Markdown': '| a | b |\n| --- | --- |\n\\| c |',
  'code of Markdown': '`` ` ``` ~~~ ````\n```\n# heading\n````',
  'links of Markdown':
    '[x](javascript:alert(1)) ![i](http://evil.invalid/i.png) <http://evil.invalid> www.evil.invalid @person',
  'emphasis of Markdown': '**a** _b_ ~~c~~ $x^2$ <details open> 1. one',
  'a list of Markdown': '1. one\n- two\n# three',
  'right to left': '\u202egnp.exe\u202c \u2066a\u2069 \u200f\u061c שלום',
  'nothing to see': 'a\u200bb\u00adc\ufeffd\u2028e\u3164f\u00a0g',
  'lone surrogates': 'a\ud800b\udfffc',
  'no characters': '\ufffe\uffff\u{1fffe}',
  'an astral character': '👩‍💻 𝒳',
  // biome-ignore lint/suspicious/noTemplateCurlyInString: that is the point
  'a template': '${process.exit(1)} {{x}} <%= x %>',
  'a shell': `'; touch /tmp/broken; $(touch x) \`touch y\` "`,
  long: 'x'.repeat(20_000),
};
