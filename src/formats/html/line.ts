/** Lines and cells of a product as HTML. */
import type { Cell, Line, Run } from '../../products/index.ts';
import { escaped } from './escape.ts';

const tagOf = { strong: 'strong', emphasis: 'em', code: 'code', muted: 'small' } as const;

export function lineHtml(line: Line): string {
  return typeof line === 'string' ? broken(line) : line.map(runHtml).join('');
}

function runHtml(run: Run): string {
  if (typeof run === 'string') return broken(run);
  if (run.style === 'id') return `<strong class="id">${escaped(run.text)}</strong>`;
  if (run.style === 'box') return `<span class="box">☐</span>${broken(run.text)}`;
  return `<${tagOf[run.style]}>${broken(run.text)}</${tagOf[run.style]}>`;
}

/** An identifier (`DR-FOREST`) is not parted at the end of a line. */
const identifier = /\b[A-Z][A-Z0-9]*(?:-[A-Z0-9]{1,9})+\b/g;

const broken = (text: string): string => escaped(text).replaceAll('\n', '<br>').replaceAll(identifier, '<span class="id">$&</span>');

export function cellHtml(cell: Cell, tag: 'td' | 'th' = 'td'): string {
  if (typeof cell === 'string' || Array.isArray(cell)) return `<${tag}>${lineHtml(cell as Line)}</${tag}>`;
  const { line, align, tone, span } = cell as Exclude<Cell, Line>;
  const classes = [align, tone].filter((name) => name !== undefined).join(' ');
  return `<${tag}${classes === '' ? '' : ` class="${classes}"`}${span === undefined ? '' : ` colspan="${span}"`}>${lineHtml(line)}</${tag}>`;
}
