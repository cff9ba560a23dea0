/** The look of each part of the page, in the order in which they stand, then what a narrow window changes. */
export const partsStyle = `
header { border-top: 6px solid var(--quiet); padding: 1.25rem 0 0; }
header.conformant { border-color: var(--good); }
header.not-conformant { border-color: var(--bad); }
header .tool { color: var(--soft); font-size: .85rem; margin: 0; }
header .detail { font-size: 1.1rem; margin: .25rem 0 1rem; }
.problem, .warning { background: var(--bad-paper); border-left: 4px solid var(--bad); padding: .5rem .8rem; border-radius: 0 6px 6px 0; }
.counts { display: flex; flex-wrap: wrap; gap: .5rem 1.5rem; list-style: none; margin: 1rem 0; padding: 0; }
.counts li { display: flex; align-items: center; gap: .4rem; }
.counts .zero, .counts .zero strong, .counts .zero .mark { color: var(--quiet); }
.counts strong { font-size: 1.25rem; font-variant-numeric: tabular-nums; }
dl { display: flex; flex-wrap: wrap; gap: .6rem 2.25rem; margin: 1rem 0; }
dt { font-size: .8rem; color: var(--soft); }
dd { margin: 0; }
nav a { margin-right: 1rem; }

.controls { display: none; flex-wrap: wrap; gap: .6rem 1rem; align-items: end; margin-bottom: .75rem; }
.scripted .controls { display: flex; }
.controls span, .controls legend { display: block; font-size: .8rem; color: var(--soft); padding: 0; }
.controls input[type=search], .controls select, button { font: inherit; color: inherit; background: var(--paper); border: 1px solid var(--line); border-radius: 6px; padding: .3rem .6rem; }
.controls input[type=search], .controls select { height: 2.4rem; }
.search { flex: 1 1 15rem; }
.choice { flex: none; }
.search input { width: 100%; }
fieldset { flex: 1 1 80%; border: 0; margin: 0; padding: 0; display: flex; flex-wrap: wrap; gap: .35rem; }
.pill { display: inline-flex; align-items: center; gap: .35rem; border: 1px solid var(--line); border-radius: 99px; padding: .2rem .7rem; font-size: .9rem; cursor: pointer; }
.pill input { position: absolute; opacity: 0; }
.pill:has(:checked) { border-color: var(--ink); box-shadow: inset 0 0 0 1px var(--ink); background: var(--shade); }
.pill:has(:focus-visible) { outline: 2px solid var(--link); outline-offset: 2px; }
output { margin-left: auto; color: var(--soft); font-size: .9rem; }

.requirements { table-layout: fixed; }
.requirements > thead th:nth-child(1) { width: 11rem; }
.requirements > thead th:nth-child(3) { width: 5.5rem; }
.requirements > thead th:nth-child(4) { width: 5rem; }
.status, .check h3 { white-space: nowrap; }
.status .mark, .check h3 .mark, .legend .mark { vertical-align: -2px; margin-right: .45rem; }
.level { color: var(--soft); }
summary { cursor: pointer; list-style: none; padding-left: 1.1rem; position: relative; }
summary::-webkit-details-marker { display: none; }
summary::before { content: ''; position: absolute; left: .1rem; top: .45rem; border: .3rem solid transparent; border-left-color: var(--soft); }
details[open] > summary::before { transform: rotate(90deg); transform-origin: .15rem .3rem; }
summary code { font-weight: 600; }
.sentence { display: block; color: var(--soft); font-size: .92rem; overflow-wrap: anywhere; }
.opened { padding: .25rem 0 .75rem 1.1rem; }
.source { color: var(--soft); font-size: .85rem; }
.check { border-left: 3px solid var(--line); padding: .1rem 0 .1rem 1rem; margin: .75rem 0; }
.check h3 { margin: 0; font-weight: 500; white-space: normal; }
.check small { color: var(--soft); }
.difference { table-layout: fixed; border: 1px solid var(--line); margin-bottom: .5rem; }
.difference caption { text-align: left; font-size: .88rem; padding: .2rem 0; }
.difference th:first-child { width: 26%; }
.difference td, .difference th { padding: .35rem .6rem; }
.difference .expected { background: var(--good-paper); }
.difference .stored { background: var(--bad-paper); border-left: 1px solid var(--line); }
mark { color: inherit; border-radius: 2px; }
.expected mark { background: var(--marked-good); }
.stored mark { background: var(--marked-bad); }
.nothing { color: var(--soft); font-style: italic; }
.request { word-break: break-all; margin-bottom: .5rem; max-height: 26rem; overflow: auto; }
.request i, .request u { color: var(--soft); font-style: normal; text-decoration: none; }
.request em { font-style: normal; color: var(--link); }
.copied p { display: flex; justify-content: space-between; align-items: center; font-size: .85rem; color: var(--soft); margin: .5rem 0 .25rem; }
.copied pre { max-height: 16rem; overflow: auto; }
.copy { font-size: .8rem; padding: .1rem .6rem; display: none; }
.scripted .copy { display: inline-block; }

.legend span { white-space: nowrap; margin-right: 1.1rem; font-size: .9rem; }
.groups { display: grid; grid-template-columns: repeat(auto-fill, minmax(13.5rem, 1fr)); gap: 1rem 1.5rem; }
figure { margin: 0; min-width: 0; max-width: 100%; }
figcaption { font-size: .88rem; margin-bottom: .2rem; overflow-wrap: anywhere; }
.squares { display: block; max-width: 100%; }
.squares a:hover use { opacity: .6; }
#coverage h3 { margin-top: 2rem; }
#coverage h4 { font-size: .95rem; color: inherit; margin: 1.6rem 0 .35rem; }
.bar { display: block; margin: 0 0 .8rem; }
.bar-all { fill: var(--shade); }
.bar-reached { fill: var(--reached); }
.missed { margin: .8rem 0; font-size: .9rem; }
.missed p, .missed li { min-width: 0; max-width: 100%; overflow-wrap: anywhere; }
.missed summary { color: var(--soft); }
.missed ul { display: flex; flex-wrap: wrap; gap: .1rem .9rem; list-style: none; margin: .2rem 0 .6rem; padding: 0; }
.left { color: var(--soft); font-size: .9rem; }
.answers { table-layout: fixed; }
.id, .others { display: block; color: var(--soft); font-size: .85rem; }
.answers p { margin: 0 0 .2rem; }

@media (max-width: 44rem) {
  body { padding: 0 .9rem 3rem; }
  fieldset { flex-basis: 100%; }
  output { margin-left: 0; width: 100%; }
  .requirements > thead, .answers thead { position: absolute; left: -99rem; }
  .requirements > tbody > tr { display: grid; grid-template-columns: auto auto 1fr; gap: 0 .8rem; border-bottom: 1px solid var(--line); padding: .6rem 0; }
  .requirements > tbody > tr > td { border: 0; padding: 0; }
  .requirements .what { grid-column: 1 / -1; grid-row: 2; }
  .requirements td[data-label]::after { content: ' ' attr(data-label); color: var(--soft); }
  .opened { padding-left: 0; }
  .check { padding-left: .6rem; }
  .difference th:first-child { width: 36%; }
  .groups { display: flex; flex-wrap: wrap; gap: .8rem 1.5rem; }
  .difference td, .difference th { padding: .3rem .4rem; }
  .answers tr, .answers td { display: block; border: 0; padding: .1rem 0; }
  .answers tr { border-bottom: 1px solid var(--line); padding: .5rem 0; }
}
@media print { .controls, nav, .copy { display: none !important; } }
`;
