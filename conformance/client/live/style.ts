/** Looks of the live page, light and dark as the browser asks. */
export const css = `
:root { color-scheme: light dark; --line: #8884; --soft: #8881; --bad: #c62828; --warn: #b26a00; --good: #0a7d5a; --mute: #6b7280; }
@media (prefers-color-scheme: dark) { :root { --bad: #ff8a80; --warn: #ffb74d; --good: #5fd3ac; --mute: #9ca3af; } }
* { box-sizing: border-box; }
body { margin: 0; font: 14px/1.45 system-ui, sans-serif; height: 100vh; display: flex; flex-direction: column; }
header { display: flex; flex-wrap: wrap; gap: 4px 20px; align-items: center; padding: 8px 16px; border-bottom: 1px solid var(--line); }
h1 { font-size: 16px; margin: 0; } h1 span { font-weight: 400; } header p { margin: 0; color: var(--mute); }
.filter { display: flex; flex-wrap: wrap; gap: 12px; align-items: center; margin-left: auto; }
select, input, button { font: inherit; padding: 2px 6px; }
main { flex: 1; display: grid; grid-template-columns: minmax(0, 3fr) minmax(0, 2fr); min-height: 0; }
section { overflow: auto; padding: 0 16px 16px; } #details { border-left: 1px solid var(--line); }
table { width: 100%; border-collapse: collapse; } th { text-align: left; font-weight: 600; color: var(--mute); }
thead th { position: sticky; top: 0; background: Canvas; padding: 6px 8px 6px 0; }
td, #details th { padding: 3px 8px 3px 0; vertical-align: top; border-top: 1px solid var(--line); overflow-wrap: anywhere; }
#rows tr { cursor: pointer; } #rows tr:hover, #rows tr:focus { background: var(--soft); } #rows tr[aria-selected=true] { background: #0a7d5a22; }
#rows td:first-child, #rows td:nth-child(2), #rows td:last-child { white-space: nowrap; font-variant-numeric: tabular-nums; }
.violation { color: var(--bad); font-weight: 600; } .warning { color: var(--warn); font-weight: 600; } .conformant { color: var(--good); } .information, .none { color: var(--mute); }
#details h2 { font-size: 14px; margin: 16px 0 4px; } #details th { width: 30%; font-weight: 400; overflow-wrap: anywhere; }
#details li { margin-bottom: 8px; } #details ul { padding-left: 0; list-style: none; } code, pre, .value { font-family: ui-monospace, monospace; font-size: 13px; }
pre { white-space: pre-wrap; overflow-wrap: anywhere; background: var(--soft); padding: 8px; }
@media (max-width: 800px) { main { grid-template-columns: 1fr; grid-template-rows: 1fr 1fr; } #details { border-left: 0; border-top: 1px solid var(--line); } }
`;
