/** Country codes, and the countries that a bare language hints at (Piwik 2.0.3, section 3.6). */

/** The officially assigned codes of ISO 3166-1, in lower case. */
export const countries: ReadonlySet<string> = new Set(
  `
    ad ae af ag ai al am ao aq ar as at au aw ax az ba bb bd be bf bg bh bi bj bl bm bn bo bq br bs bt
    bv bw by bz ca cc cd cf cg ch ci ck cl cm cn co cr cu cv cw cx cy cz de dj dk dm do dz ec ee eg eh
    er es et fi fj fk fm fo fr ga gb gd ge gf gg gh gi gl gm gn gp gq gr gs gt gu gw gy hk hm hn hr ht
    hu id ie il im in io iq ir is it je jm jo jp ke kg kh ki km kn kp kr kw ky kz la lb lc li lk lr ls
    lt lu lv ly ma mc md me mf mg mh mk ml mm mn mo mp mq mr ms mt mu mv mw mx my mz na nc ne nf ng ni
    nl no np nr nu nz om pa pe pf pg ph pk pl pm pn pr ps pt pw py qa re ro rs ru rw sa sb sc sd se sg
    sh si sj sk sl sm sn so sr ss st sv sx sy sz tc td tf tg th tj tk tl tm tn to tr tt tv tw tz ua ug
    um us uy uz va vc ve vg vi vn vu wf ws ye yt za zm zw
  `
    .trim()
    .split(/\s+/),
);

/** Languages spoken mainly in one country; English and Chinese are not among them. */
export const languageCountries: Readonly<Record<string, string>> = {
  bg: 'bg',
  bo: 'ti',
  ca: 'es',
  cs: 'cz',
  da: 'dk',
  de: 'de',
  el: 'gr',
  es: 'es',
  et: 'ee',
  fa: 'ir',
  fi: 'fi',
  fr: 'fr',
  he: 'il',
  hr: 'hr',
  hu: 'hu',
  id: 'id',
  is: 'is',
  it: 'it',
  ja: 'jp',
  ko: 'kr',
  lt: 'lt',
  lv: 'lv',
  mk: 'mk',
  ms: 'my',
  nb: 'no',
  nl: 'nl',
  nn: 'no',
  no: 'no',
  pl: 'pl',
  pt: 'pt',
  ro: 'ro',
  ru: 'ru',
  sk: 'sk',
  sl: 'si',
  sq: 'al',
  sr: 'rs',
  sv: 'se',
  th: 'th',
  tr: 'tr',
  uk: 'ua',
};
