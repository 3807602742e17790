/**
 * How the report looks: a serif to read, a sans for what stands around it, one accent, light and dark from the same
 * names, and on paper black on white. The figures take their colours from the same names (`--figure-ink` …).
 */
export const style = `
:root {
  --ink: #1d1d1b; --quiet: #5a5a55; --paper: #fdfdfb; --band: #f3f2ed; --rule: #d2d0c8; --accent: #245c86; --warn: #8a3b12;
  --serif: Georgia, 'Iowan Old Style', 'Noto Serif', 'DejaVu Serif', serif;
  --sans: 'Source Sans 3', 'Noto Sans', 'Segoe UI', 'DejaVu Sans', Helvetica, Arial, sans-serif;
  --figure-ink: var(--ink); --figure-quiet: var(--quiet); --figure-edge: #6f6f6f; --figure-rule: var(--rule);
  --figure-accent: var(--accent); --figure-band: var(--band); --figure-paper: var(--paper);
}
@media (prefers-color-scheme: dark) {
  :root {
    --ink: #e8e6df; --quiet: #aaa79d; --paper: #191917; --band: #252522; --rule: #45443f; --accent: #8dbfe6; --warn: #f0a878;
    --figure-edge: #96948b;
  }
}
* { box-sizing: border-box; }
html { background: var(--paper); color: var(--ink); font: 1.0625rem/1.55 var(--serif); scroll-padding-top: 1rem; }
body { margin: 0 auto; max-width: 62rem; padding: 1.5rem clamp(1rem, 4vw, 2.5rem) 4rem; overflow-wrap: break-word; }
h1, h2, h3, h4, nav, table, dt, small, figcaption, .banner, .note, .skip, .source { font-family: var(--sans); }
h1 { font-size: 1.9rem; line-height: 1.2; margin: 1rem 0; max-width: 26em; }
h2 { font-size: 1.45rem; line-height: 1.25; margin: 3.25rem 0 .75rem; padding-top: .6rem; border-top: 2px solid var(--ink); }
h3 { font-size: 1.15rem; margin: 2.25rem 0 .4rem; }
h4 { font-size: 1rem; margin: 1.75rem 0 .25rem; }
p, ul, ol, dl { max-width: 44rem; margin: .5rem 0; }
li { margin: .35rem 0; }
a { color: var(--accent); text-decoration-thickness: 1px; text-underline-offset: .15em; }
a:focus-visible, .frame:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; }
small { font-size: .82em; color: var(--quiet); }
.note { color: var(--quiet); font-size: .9rem; }
.absence { border-left: 3px solid var(--rule); padding-left: .75rem; color: var(--quiet); }
.banner { background: var(--band); border: 1px solid var(--warn); color: var(--warn); padding: .5rem .75rem; font-weight: 600; }
.skip { position: absolute; left: -100vw; }
.skip:focus { left: 1rem; top: .5rem; background: var(--paper); padding: .25rem .5rem; }
nav ol { columns: 18rem; column-gap: 2.5rem; font-size: .95rem; padding-left: 1.5rem; margin-top: 1.25rem; }
nav li { margin: 0; padding: .15rem 0; break-inside: avoid; }
q { quotes: '“' '”' '‘' '’'; }
q.participants { border-bottom: 1px dotted var(--quiet); }
dl > div { display: grid; grid-template-columns: minmax(7rem, 11rem) 1fr; gap: 0 1.25rem; padding: .3rem 0; border-top: 1px solid var(--rule); }
dt { grid-row: span 40; font-size: .9rem; color: var(--quiet); padding-top: .1rem; }
dd { margin: 0; grid-column: 2; }
.frame { overflow-x: auto; margin: 1rem 0 .25rem; }
table { border-collapse: collapse; font-size: .875rem; line-height: 1.4; width: 100%; }
caption { text-align: left; color: var(--quiet); padding: 0 0 .4rem; }
th, td { text-align: left; vertical-align: top; padding: .4rem .9rem .4rem 0; border-bottom: 1px solid var(--rule); }
thead th { border-bottom: 1.5px solid var(--ink); white-space: nowrap; }
tbody th { font-weight: 600; min-width: 7rem; }
th small { font-weight: 400; display: block; }
.number { text-align: right; font-variant-numeric: tabular-nums; }
figure { margin: 1.5rem 0; }
figure svg { display: block; width: 100%; height: auto; min-width: 40rem; }
figure .place { fill: transparent; }
figure a:hover .place, figure a:focus-visible .place { stroke: var(--accent); stroke-width: 1.5; }
figcaption { color: var(--quiet); font-size: .9rem; max-width: 44rem; }
.source { white-space: pre-wrap; background: var(--band); padding: .6rem .75rem; font: .8rem/1.5 'JetBrains Mono', Consolas, 'DejaVu Sans Mono', monospace; max-width: 54rem; }
.source span::before { content: attr(data-line); display: inline-block; min-width: 2.5rem; color: var(--quiet); }
:target { background: var(--band); box-shadow: -.75rem 0 0 var(--band), -.9rem 0 0 var(--accent); }
@media (max-width: 34rem) {
  html { font-size: 1rem; }
  h1 { font-size: 1.5rem; }
  dl > div { grid-template-columns: 1fr; }
  dd { grid-column: 1; }
  dt { grid-row: auto; }
  .frame table { min-width: 38rem; }
  tbody th { position: sticky; left: 0; background: var(--paper); max-width: 8rem; }
}
@media print {
  :root { --ink: #000; --quiet: #444; --paper: #fff; --band: #f4f4f4; --rule: #bbb; --accent: #000; }
  html { font-size: 10.5pt; }
  body { max-width: none; padding: 0; }
  nav, .skip { display: none; }
  .frame { overflow: visible; }
  figure svg { min-width: 0; }
  h2, h3, h4 { break-after: avoid; }
  figure, tr, li, .source { break-inside: avoid; }
  a { text-decoration: none; }
}
`;
