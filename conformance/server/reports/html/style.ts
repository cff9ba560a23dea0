/** The page's look: follows the reader's light or dark preference, and fits a phone. */
import { partsStyle } from './style-parts.ts';

const base = `
:root {
  color-scheme: light dark;
  --paper: #ffffff; --shade: #f5f6f8; --line: #d8dce2; --ink: #1c2128; --soft: #57606a; --link: #0a58ca;
  --good: #1a7f37; --bad: #c9222f; --odd: #8a3ffc; --known: #9a6700; --quiet: #6e7781; --reached: #4f7fb8;
  --cut: #ffffff; --bad-paper: #fdecec; --good-paper: #e9f6ec; --marked-bad: #f8b9b9; --marked-good: #a9dfb5;
}
@media (prefers-color-scheme: dark) {
  :root {
    --paper: #14171c; --shade: #1d2127; --line: #363c45; --ink: #e4e7eb; --soft: #9aa4b0; --link: #78b0ff;
    --good: #4cc06a; --bad: #ff6b6b; --odd: #c39bff; --known: #e0b040; --quiet: #8d96a0; --reached: #6f9fd8;
    --cut: #14171c; --bad-paper: #34191c; --good-paper: #15301d; --marked-bad: #84292f; --marked-good: #1f6a35;
  }
}
* { box-sizing: border-box; }
[hidden] { display: none !important; }
html { background: var(--paper); color: var(--ink); font: 16px/1.5 system-ui, sans-serif; scroll-padding-top: 1rem; }
body { margin: 0 auto; max-width: 76rem; padding: 0 1.25rem 4rem; }
h1 { font-size: 2rem; line-height: 1.2; margin: 0; }
h2 { font-size: 1.35rem; margin: 2.5rem 0 .75rem; }
h3 { font-size: 1rem; margin: 1.25rem 0 .5rem; }
h4 { font-size: .8rem; margin: 1rem 0 .35rem; color: var(--soft); font-weight: 600; }
p { margin: .4rem 0; }
a { color: var(--link); }
code, pre { font: .85rem/1.5 ui-monospace, 'DejaVu Sans Mono', Menlo, Consolas, monospace; unicode-bidi: isolate; }
code, .reason, .problem, dd, caption, td p { overflow-wrap: anywhere; }
pre { margin: 0; padding: .6rem .8rem; background: var(--shade); border-radius: 6px; white-space: pre-wrap; overflow-wrap: anywhere; }
table { border-collapse: collapse; width: 100%; }
th { text-align: left; font-size: .8rem; color: var(--soft); font-weight: 600; }
th, td { padding: .5rem .6rem; border-bottom: 1px solid var(--line); vertical-align: top; }
.number { text-align: right; font-variant-numeric: tabular-nums; }
:focus-visible { outline: 2px solid var(--link); outline-offset: 2px; border-radius: 3px; }
.skip { position: absolute; left: -99rem; }
.skip:focus { left: 1rem; top: .5rem; background: var(--paper); padding: .4rem .8rem; }
.shapes { position: absolute; }
.full { fill: currentColor; }
.open, .line { fill: none; stroke: currentColor; stroke-width: 1.5; }
.cut { fill: none; stroke: var(--cut); stroke-width: 1.8; stroke-linecap: round; stroke-linejoin: round; }
.line { stroke-linecap: round; }
.dotted { stroke-dasharray: 1.5 1.9; stroke-width: 1.2; }
.mark { flex: none; }
.mark.passed, .status.passed, .counts .passed strong { color: var(--good); }
.mark.failed, .status.failed, .counts .failed strong { color: var(--bad); }
.mark.unexpected-pass, .status.unexpected-pass { color: var(--odd); }
.mark.expected-failure, .status.expected-failure { color: var(--known); }
.mark.reached { color: var(--reached); }
.mark.not-observable, .mark.skipped, .mark.none, .mark.unreached, .status.not-observable, .status.skipped { color: var(--quiet); }
`;

export const style = base + partsStyle;
