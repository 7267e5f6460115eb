/** The one style sheet of every HTML product: calm, legible, light and dark, on paper and on a phone; nothing from a network. */
export const style = `
:root{color-scheme:light dark;--ink:#1a2330;--soft:#5b6675;--line:#d5dbe3;--ground:#fff;--band:#f4f6f9;--accent:#1d5c8f;--good:#1c7a4a;--warn:#9a6400;--bad:#b3261e}
@media (prefers-color-scheme:dark){:root{--ink:#e6eaf0;--soft:#9aa6b5;--line:#38424f;--ground:#12171e;--band:#1b222b;--accent:#7fb6e6;--good:#6cc495;--warn:#e0b35a;--bad:#f08b84}}
*{box-sizing:border-box}
body{margin:0 auto;max-width:62rem;padding:1rem 1.25rem 3rem;color:var(--ink);background:var(--ground);font:15px/1.5 "Noto Sans","Noto Sans SC","Microsoft YaHei",system-ui,sans-serif}
.marking{text-align:center;font-weight:600;letter-spacing:.04em;border-block:1px solid var(--line);padding:.35rem 0;margin:.25rem 0;font-size:.85rem}
.marking b{display:block;letter-spacing:.12em}
h1{font-size:1.7rem;line-height:1.25;margin:1.2rem 0 .2rem}
.subtitle{color:var(--soft);margin:0 0 1rem}
h2{font-size:1.25rem;margin:2rem 0 .5rem;padding-bottom:.2rem;border-bottom:1px solid var(--line)}
h3{font-size:1.05rem;margin:1.4rem 0 .3rem}h4{margin:1rem 0 .2rem}
p{margin:.4rem 0}
.portion{color:var(--soft);font-size:.8rem;margin-inline-end:.4rem;white-space:nowrap}
.simulated{border:2px dashed var(--warn);color:var(--warn);padding:.35rem .7rem;border-radius:6px;font-weight:600;display:inline-block}
.basis,figcaption small{color:var(--soft);font-size:.85rem}
.table{overflow-x:auto;margin:.6rem 0}
table{border-collapse:collapse;width:100%;font-size:.9rem}
caption{text-align:start;font-weight:600;padding:.3rem 0}
th,td{text-align:start;vertical-align:top;padding:.3rem .55rem;border-bottom:1px solid var(--line)}
@media screen{th,td{min-width:4.5em}}
th{background:var(--band);font-weight:600}
.end{text-align:end}.centre{text-align:center}
td.good{color:var(--good);font-weight:600}td.warn{color:var(--warn);font-weight:600}td.bad{color:var(--bad);font-weight:600}td.muted,small,.muted{color:var(--soft)}
code,.id{white-space:nowrap}code{font-family:inherit;font-variant-numeric:tabular-nums}
dl{display:grid;grid-template-columns:minmax(9rem,max-content) 1fr;gap:.25rem 1rem;margin:.6rem 0}
dt{color:var(--soft)}dd{margin:0}
.note{border-inline-start:4px solid var(--accent);background:var(--band);padding:.5rem .8rem;margin:.6rem 0}.note.warn{border-color:var(--warn)}
figure{margin:1rem 0}figcaption{font-weight:600;margin-bottom:.3rem}figcaption small{display:block;font-weight:400}
svg{width:100%;height:auto;font:12px "Noto Sans","Noto Sans SC",system-ui,sans-serif;fill:var(--ink)}
svg .bar{fill:var(--accent)}svg .soft{opacity:.35}svg .whole{fill:var(--line)}svg .axis{stroke:var(--line);stroke-width:1}svg .mark{stroke:var(--bad);stroke-width:2;stroke-dasharray:3 2}
svg .muted{fill:var(--soft)}svg .cell{fill:var(--band);stroke:var(--line)}svg .cell.none{opacity:.35}svg .fill{fill:var(--accent)}svg .cell.lack{stroke:var(--bad)}svg .cell.full{stroke:var(--good);stroke-width:1.5}
svg .inside{fill:#fff;font-size:10.5px}
.form{border:1px solid var(--line);padding:.5rem .7rem;margin:.5rem 0;break-inside:avoid}
.form .label{font-weight:600}.form .choices span{display:inline-block;margin-inline-end:1.2rem}.form .choices span::before{content:"☐ "}
.form .rule{border-bottom:1px solid var(--soft);height:1.7rem}
@media print{@page{size:A4;margin:16mm 14mm}body{max-width:none;padding:0;font-size:10.5pt;color:#000;background:#fff}h2,h3{break-after:avoid}tr,figure,.note{break-inside:avoid}.break{break-before:page}thead{display:table-header-group}}
`.trim();
