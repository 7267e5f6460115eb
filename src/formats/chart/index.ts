/** Charts of a product as SVG: drawn from numbers, legible in black and white, with a text for those who do not see them. */
import { unreachable } from '../../kernel/index.ts';
import type { Chart } from '../../products/index.ts';
import { escaped } from '../html/escape.ts';

type Of<K extends Chart['kind']> = Extract<Chart, { kind: K }>;

/** Draws a chart; `css` is put inside the picture where the page around it has no style sheet (PDF). */
export function chartSvg(chart: Chart, title: string, css = ''): string {
  const drawn = drawing(chart, title);
  return css === '' ? drawn : drawn.replace('>', `><style>${css}</style>`);
}

function drawing(chart: Chart, title: string): string {
  switch (chart.kind) {
    case 'bars':
      return bars(chart, title);
    case 'spread':
      return spread(chart, title);
    case 'matrix':
      return matrix(chart, title);
    case 'schedule':
      return schedule(chart, title);
    default:
      return unreachable(chart);
  }
}

const width = 720;
const labelWidth = 225;
const laneWidth = 160;
const noteWidth = 165;
const rowHeight = 26;

function svg(height: number, title: string, body: string): string {
  return `<svg viewBox="0 0 ${width} ${height}" role="img" aria-label="${escaped(title)}" xmlns="http://www.w3.org/2000/svg">${body}</svg>`;
}

function label(text: string, y: number, right = labelWidth): string {
  return inLines(text, right - 8, y, 'end', right - 10);
}

/** A text in one line, or, smaller, in two around the line it would stand on; what does not fit even so is cut, and told whole to who points at it. */
function inLines(text: string, x: number, y: number, anchor: 'end' | 'middle', pixels: number): string {
  const whole = `<title>${escaped(text)}</title>`;
  if (widthOfText(text) <= pixels) return `<text x="${x}" y="${y}" text-anchor="${anchor}">${escaped(text)}${whole}</text>`;
  const wide = pixels / smaller;
  const [first, second] = parted(text, wide);
  const lines = second === '' ? [[first, 0] as const] : [[first, -5.5] as const, [second, 5.5] as const];
  const spans = lines.map(([line, down]) => `<tspan x="${x}" y="${y + down}">${escaped(fitting(line, wide))}</tspan>`);
  return `<text text-anchor="${anchor}" style="font-size:${12 * smaller}px">${spans.join('')}${whole}</text>`;
}

const smaller = 10.5 / 12;

/** Parts a text where its first line is as long as may be: after a space, or, where there is none, before the letter that is too much. */
function parted(text: string, pixels: number): readonly [string, string] {
  const letters = [...text];
  let end = 0;
  for (let wide = 0; end < letters.length; end++) {
    wide += widthOf(letters[end] ?? '');
    if (wide > pixels) break;
  }
  if (end === letters.length) return [text, ''];
  const space = letters.lastIndexOf(' ', end);
  const at = space > 0 ? space : end;
  return [letters.slice(0, at).join(''), letters.slice(at).join('').trimStart()];
}

const widthOfText = (text: string): number => [...text].reduce((wide, letter) => wide + widthOf(letter), 0);

/** The text, cut with an ellipsis where it would be wider than it may; what a letter takes is estimated for 12 px Noto Sans. */
function fitting(text: string, pixels: number): string {
  let wide = 0;
  let kept = '';
  for (const letter of text) {
    wide += widthOf(letter);
    if (wide > pixels) return `${kept.trimEnd()}…`;
    if (wide <= pixels - 9) kept += letter;
  }
  return text;
}

function widthOf(letter: string): number {
  const code = letter.codePointAt(0) ?? 0;
  if (code >= 0x2e80) return 12;
  if (code >= 0x400 && code < 0x500) return /[жмшщюыфЖМШЩЮЫФ]/.test(letter) ? 9.5 : 7.2;
  return /[A-Zmw]/.test(letter) ? 8.6 : /[ilj.,:;'|!ft() -]/.test(letter) ? 4 : 6.9;
}

const rounded = (value: number): number => Math.round(value * 10) / 10;

function bars({ rows, unit }: Of<'bars'>, title: string): string {
  const most = Math.max(1, ...rows.map((row) => Math.max(row.value ?? 0, row.of ?? 0)));
  const scale = (value: number) => rounded(((width - labelWidth - 110) * value) / most);
  const body = rows.map((row, index) => {
    const y = index * rowHeight + 4;
    const whole = row.of === undefined ? '' : `<rect class="whole" x="${labelWidth}" y="${y}" width="${scale(row.of)}" height="16"/>`;
    const bar = row.value === null ? '' : `<rect class="bar" x="${labelWidth}" y="${y}" width="${scale(row.value)}" height="16"/>`;
    const ofAll = row.of === undefined || unit === '%' ? '' : ` / ${rounded(row.of)}`;
    const said = row.said ?? (row.value === null ? '–' : `${rounded(row.value)}${ofAll} ${unit}`);
    const end = labelWidth + scale(Math.max(row.value ?? 0, row.of ?? 0)) + 6;
    return `${label(row.label, y + 13)}${whole}${bar}<text x="${end}" y="${y + 13}">${escaped(said)}${row.note === undefined ? '' : ` <tspan class="muted">${escaped(row.note)}</tspan>`}</text>`;
  });
  return svg(rows.length * rowHeight + 4, title, body.join(''));
}

function spread({ rows, unit }: Of<'spread'>, title: string): string {
  const most = Math.max(1, ...rows.flatMap((row) => [row.q3 ?? 0, row.median ?? 0, row.mark ?? 0])) * 1.05;
  const x = (value: number) => rounded(labelWidth + ((width - labelWidth - noteWidth - 10) * value) / most);
  const body = rows.map((row, index) => {
    const y = index * rowHeight + 4;
    const q1 = row.q1 ?? row.median;
    const q3 = row.q3 ?? row.median;
    const box =
      q1 === null || q3 === null
        ? ''
        : `<rect class="bar soft" x="${x(q1)}" y="${y + 2}" width="${rounded(Math.max(2, x(q3) - x(q1)))}" height="12"/>`;
    const middle = row.median === null ? '' : `<rect class="bar" x="${x(row.median) - 1.5}" y="${y - 1}" width="3" height="18"/>`;
    const mark = row.mark === undefined ? '' : `<line class="mark" x1="${x(row.mark)}" x2="${x(row.mark)}" y1="${y - 3}" y2="${y + 19}"/>`;
    const said = row.said ?? (row.median === null ? '–' : `${rounded(row.median)} ${unit}`);
    return `${label(row.label, y + 13)}<line class="axis" x1="${labelWidth}" x2="${width - noteWidth - 5}" y1="${y + 8}" y2="${y + 8}"/>${box}${middle}${mark}<text x="${width - noteWidth}" y="${y + 13}">${escaped(said)}${row.note === undefined ? '' : ` <tspan class="muted">${escaped(row.note)}</tspan>`}</text>`;
  });
  return svg(rows.length * rowHeight + 6, title, body.join(''));
}

function matrix({ columns, rows }: Of<'matrix'>, title: string): string {
  const cell = Math.min(120, (width - labelWidth) / Math.max(1, columns.length));
  const head = columns.map((column, index) => inLines(column, rounded(labelWidth + cell * (index + 0.5)), 14, 'middle', cell - 4));
  const body = rows.map((row, index) => {
    const y = 22 + index * rowHeight;
    const cells = row.cells.map(({ value, of, text }, at) => {
      const x = rounded(labelWidth + cell * at);
      const share = of === 0 ? 0 : Math.min(1, value / of);
      const tone = of === 0 ? 'none' : share >= 1 ? 'full' : share > 0 ? 'part' : 'lack';
      return `<rect class="cell ${tone}" x="${x + 1}" y="${y + 1}" width="${rounded(cell - 2)}" height="${rowHeight - 2}"/><rect class="fill" x="${x + 1}" y="${y + rowHeight - 5}" width="${rounded((cell - 2) * share)}" height="4"/><text x="${rounded(x + cell / 2)}" y="${y + 16}" text-anchor="middle">${escaped(text)}</text>`;
    });
    return label(row.label, y + 17) + cells.join('');
  });
  return svg(26 + rows.length * rowHeight, title, head.join('') + body.join(''));
}

function schedule({ from, to, ticks, lanes }: Of<'schedule'>, title: string): string {
  const x = (minute: number) => rounded(laneWidth + ((width - laneWidth - 4) * (minute - from)) / Math.max(1, to - from));
  const grid = ticks.map(
    ({ at, label: said }) =>
      `<line class="axis" x1="${x(at)}" x2="${x(at)}" y1="18" y2="${22 + lanes.length * rowHeight}"/><text class="muted" x="${x(at) + 2}" y="13">${escaped(said)}</text>`,
  );
  const body = lanes.map(({ label: said, bars: held }, index) => {
    const y = 22 + index * rowHeight;
    const drawn = held.map((bar) => {
      const wide = rounded(Math.max(1.5, x(bar.to) - x(bar.from)));
      const inside =
        wide > 60 || fitting(bar.label, wide - 4) === bar.label
          ? `<text class="inside" x="${rounded(x(bar.from) + 3)}" y="${y + 16}">${escaped(fitting(bar.label, wide - 4))}</text>`
          : '';
      return `<g><rect class="slot" style="fill:${/^#[0-9a-f]{6}$/i.test(bar.tone) ? bar.tone : '#64748b'}" x="${x(bar.from)}" y="${y + 3}" width="${wide}" height="${rowHeight - 6}" rx="2"/>${inside}<title>${escaped(bar.label)}</title></g>`;
    });
    return `${label(said, y + 16, laneWidth)}<line class="axis" x1="${laneWidth}" x2="${width}" y1="${y + rowHeight}" y2="${y + rowHeight}"/>${drawn.join('')}`;
  });
  return svg(26 + lanes.length * rowHeight, title, grid.join('') + body.join(''));
}
