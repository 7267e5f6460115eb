/** A product as a Typst source: every text goes in as a string literal, so that nothing a user wrote is ever markup. */
import { unreachable } from '../../kernel/index.ts';
import type { Block, Cell, Document, Line, Run } from '../../products/index.ts';

/** A picture that the source refers to, by the path it names. */
export type Picture = { readonly path: string; readonly svg: string };

export function typstOf(
  document: Document,
  simulatedWords: string,
  draw: (block: Extract<Block, { kind: 'chart' }>) => string,
): { readonly source: string; readonly pictures: readonly Picture[] } {
  const pictures: Picture[] = [];
  const picture = (block: Extract<Block, { kind: 'chart' }>): string => {
    const path = `/chart-${pictures.length + 1}.svg`;
    pictures.push({ path, svg: draw(block) });
    return path;
  };
  const { marking, title, subtitle, basis, language, paper } = document;
  const mark = `align(center)[#text(weight: "bold", tracking: 0.08em, ${literal(marking.exercise)})#linebreak()#text(size: 8pt, ${literal(marking.label)})]`;
  const source = [
    `#set document(title: ${literal(title)}, date: none)`,
    `#set text(font: ("Noto Sans", "Noto Sans SC"), size: 9.5pt, lang: ${literal(language)})`,
    `#set page(paper: "a4", flipped: ${paper === 'A4Landscape'}, margin: (x: 17mm, top: 24mm, bottom: 22mm), header: ${mark}, footer: [#${mark} #place(right, dy: -8pt, text(size: 8pt)[#context counter(page).display("1 / 1", both: true)])])`,
    '#set par(justify: false, leading: 0.55em)',
    // An identifier (`DR-FOREST`) is not parted at the end of a line.
    '#show regex("\\b[A-Z][A-Z0-9]*(-[A-Z0-9]{1,9})+\\b"): it => box(it)',
    '#set table(stroke: (x: none, y: 0.4pt + luma(200)), inset: (x: 4pt, y: 3pt))',
    '#show heading: set block(above: 1.1em, below: 0.6em)',
    `#text(size: 18pt, weight: "bold", ${literal(title)})`,
    `#text(fill: luma(90), ${literal(subtitle)})`,
    document.simulated
      ? `#box(stroke: (paint: rgb("#9a6400"), dash: "dashed"), inset: 5pt, text(fill: rgb("#9a6400"), weight: "bold", ${literal(simulatedWords)}))`
      : '',
    `#text(size: 8.5pt, fill: luma(90), ${literal(basis)})`,
    ...document.blocks.map((block, index) => blockTypst(block, picture, document.blocks[index + 1]?.kind === 'form')),
  ];
  return { source: `${source.join('\n\n')}\n`, pictures };
}

/** A Typst string literal. */
export function literal(text: string): string {
  return `"${text.replaceAll('\\', '\\\\').replaceAll('"', '\\"').replaceAll('\n', '\\n').replaceAll('\r', '').replaceAll('\t', '\\t')}"`;
}

const styleOf = {
  strong: 'weight: "bold", ',
  emphasis: 'style: "italic", ',
  id: 'weight: "bold", ',
  code: 'fill: rgb("#334155"), ',
  muted: 'fill: luma(110), ',
} as const;
const alignOf = { start: 'left', end: 'right', centre: 'center' } as const;
const toneOf = {
  good: 'fill: rgb("#1c7a4a"), weight: "bold", ',
  warn: 'fill: rgb("#9a6400"), weight: "bold", ',
  bad: 'fill: rgb("#b3261e"), weight: "bold", ',
  muted: 'fill: luma(110), ',
} as const;

function lineTypst(line: Line, style = ''): string {
  return typeof line === 'string' ? textTypst(line, style) : line.map((run) => runTypst(run, style)).join('');
}

function runTypst(run: Run, style: string): string {
  if (typeof run === 'string') return textTypst(run, style);
  if (run.style === 'box') return `#box(width: 7pt, height: 7pt, stroke: 0.6pt)#text(${literal(run.text)})`;
  if (run.style === 'id' || run.style === 'code') return `#box[#text(${styleOf[run.style]}${literal(run.text)})]`;
  return textTypst(run.text, styleOf[run.style]);
}

const textTypst = (text: string, style: string): string =>
  text
    .split('\n')
    .map((part) => `#text(${style}${literal(part)})`)
    .join('#linebreak()');

const portionTypst = (portion: string | undefined): string =>
  portion === undefined ? '' : `#text(size: 7.5pt, fill: luma(110), ${literal(`${portion} `)})`;

function cellTypst(cell: Cell, align: 'start' | 'end' | 'centre' | undefined, breakable: boolean): string {
  if (typeof cell === 'string' || Array.isArray(cell))
    return `table.cell(breakable: ${breakable}, align: ${alignOf[align ?? 'start']})[${lineTypst(cell as Line)}]`;
  const { line, tone, span, align: own } = cell as Exclude<Cell, Line>;
  return `table.cell(breakable: ${breakable}, colspan: ${span ?? 1}, align: ${alignOf[own ?? align ?? 'start']})[${lineTypst(line, tone === undefined ? '' : toneOf[tone])}]`;
}

// A row that a page may not take whole.
const longestRow = 2000;

const isLong = (row: readonly Cell[]): boolean => JSON.stringify(row).length > longestRow;

// `opensForm`: a form follows, from which this is not to be parted.
function blockTypst(block: Block, picture: (block: Extract<Block, { kind: 'chart' }>) => string, opensForm: boolean): string {
  switch (block.kind) {
    case 'heading':
      return `#heading(level: ${block.level - 1}, [${portionTypst(block.portion)}#text(${literal(block.text)})])`;
    case 'paragraph':
      return `#par([${portionTypst(block.portion)}${lineTypst(block.line)}])`;
    case 'list':
      return `#${block.ordered ? 'enum' : 'list'}(${block.items.map((item) => `[${lineTypst(item)}]`).join(', ')})`;
    case 'table': {
      const columns = block.columns.map(({ width }) => (width === undefined ? 'auto' : `${width}fr`)).join(', ');
      const head = block.columns
        .map(
          ({ title, align }) =>
            `table.cell(fill: luma(240), align: ${alignOf[align ?? 'start']})[#text(weight: "bold", ${literal(title)})]`,
        )
        .join(', ');
      const rows = block.rows
        .map((row) => row.map((cell, index) => cellTypst(cell, block.columns[index]?.align, isLong(row))).join(', '))
        .join(',\n  ');
      const caption = block.caption === undefined ? '' : `#block(sticky: true)[#text(weight: "bold", ${literal(block.caption)})]\n\n`;
      return `${caption}#text(size: 8.5pt, hyphenate: true)[#table(columns: (${columns},), table.header(${head}),\n  ${rows}\n)]`;
    }
    case 'facts':
      return `#block(breakable: ${!opensForm}, sticky: ${opensForm})[#grid(columns: (4.2cm, 1fr), row-gutter: 5pt, ${block.rows.map(({ term, value }) => `[#text(fill: luma(90), ${literal(term)})], [${lineTypst(value)}]`).join(', ')})]`;
    case 'chart':
      return `#block(breakable: false)[#text(weight: "bold", ${literal(block.caption)})#linebreak()#text(size: 8pt, fill: luma(110), ${literal(block.basis)})\n\n#image(${literal(picture(block))}, width: 100%)]`;
    case 'note':
      return `#block(stroke: (left: 3pt + ${block.tone === 'warn' ? 'rgb("#9a6400")' : 'rgb("#1d5c8f")'}), fill: luma(245), inset: 6pt, width: 100%)[${lineTypst(block.line)}]`;
    case 'form':
      return block.rows
        .map(({ label, choices, lines }, index) => {
          const chosen = (choices ?? [])
            .map((choice) => `#box[#box(width: 8pt, height: 8pt, stroke: 0.6pt) #text(${literal(choice)})] #h(1em)`)
            .join('');
          const isLast = index === block.rows.length - 1;
          return `#block(breakable: false, sticky: ${!isLast}, width: 100%, spacing: 4pt, stroke: 0.4pt + luma(170), inset: 5pt)[#text(weight: "bold", ${literal(label)})${chosen === '' ? '' : ` #h(0.8em) ${chosen}`}${'\n#v(11pt)#line(length: 100%, stroke: 0.4pt + luma(150))'.repeat(lines)}]`;
        })
        .join('\n\n');
    case 'pageBreak':
      return '#pagebreak(weak: true)';
    default:
      return unreachable(block);
  }
}
