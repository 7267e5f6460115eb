/** Lines and cells of a product as HTML. */
import type { Cell, Line } from '../../products/index.ts';
import { escaped } from './escape.ts';

const tagOf = { strong: 'strong', emphasis: 'em', code: 'code', muted: 'small' } as const;

export function lineHtml(line: Line): string {
  if (typeof line === 'string') return escaped(line);
  return line
    .map((run) => (typeof run === 'string' ? escaped(run) : `<${tagOf[run.style]}>${escaped(run.text)}</${tagOf[run.style]}>`))
    .join('');
}

export function cellHtml(cell: Cell, tag: 'td' | 'th' = 'td'): string {
  if (typeof cell === 'string' || Array.isArray(cell)) return `<${tag}>${lineHtml(cell as Line)}</${tag}>`;
  const { line, align, tone, span } = cell as Exclude<Cell, Line>;
  const classes = [align, tone].filter((name) => name !== undefined).join(' ');
  return `<${tag}${classes === '' ? '' : ` class="${classes}"`}${span === undefined ? '' : ` colspan="${span}"`}>${lineHtml(line)}</${tag}>`;
}
