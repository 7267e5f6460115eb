/** A product as one self-contained HTML page: no script, nothing fetched, marked at its opening and its close. */
import { unreachable } from '../../kernel/index.ts';
import type { Block, Document } from '../../products/index.ts';
import { chartSvg } from '../chart/index.ts';
import { escaped } from './escape.ts';
import { cellHtml, lineHtml } from './line.ts';
import { style } from './style.ts';

/** Writes a document as HTML; `simulatedWords` stands above a product of a dry run, in its language. */
export function htmlOf(document: Document, simulatedWords: string): string {
  const { language, title, subtitle, basis, simulated, blocks, paper } = document;
  const page = paper === 'A4Landscape' ? '@media print{@page{size:A4 landscape}}' : '';
  return [
    `<!doctype html><html lang="${escaped(language)}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">`,
    `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data:"><title>${escaped(title)}</title><style>${style}${page}</style></head><body>`,
    marking(document, 'header'),
    `<main><h1>${escaped(title)}</h1><p class="subtitle">${escaped(subtitle)}</p>`,
    simulated ? `<p class="simulated">${escaped(simulatedWords)}</p>` : '',
    `<p class="basis">${escaped(basis)}</p>`,
    ...blocks.map(blockHtml),
    '</main>',
    marking(document, 'footer'),
    '</body></html>\n',
  ].join('\n');
}

function marking({ marking: { exercise, label } }: Document, tag: 'header' | 'footer'): string {
  return `<${tag} class="marking"><b>${escaped(exercise)}</b>${escaped(label)}</${tag}>`;
}

const portionHtml = (portion: string | undefined): string =>
  portion === undefined ? '' : `<span class="portion">${escaped(portion)}</span>`;

function blockHtml(block: Block): string {
  switch (block.kind) {
    case 'heading':
      return `<h${block.level}>${portionHtml(block.portion)}${escaped(block.text)}</h${block.level}>`;
    case 'paragraph':
      return `<p>${portionHtml(block.portion)}${lineHtml(block.line)}</p>`;
    case 'list': {
      const tag = block.ordered ? 'ol' : 'ul';
      return `<${tag}>${block.items.map((item) => `<li>${lineHtml(item)}</li>`).join('')}</${tag}>`;
    }
    case 'table': {
      const caption = block.caption === undefined ? '' : `<caption>${escaped(block.caption)}</caption>`;
      const columns = block.columns.map(
        ({ title, align }) => `<th scope="col"${align === undefined ? '' : ` class="${align}"`}>${escaped(title)}</th>`,
      );
      const rows = block.rows.map(
        (row) => `<tr>${row.map((cell, index) => cellHtml(aligned(cell, block.columns[index]?.align))).join('')}</tr>`,
      );
      return `<div class="table"><table>${caption}<thead><tr>${columns.join('')}</tr></thead><tbody>${rows.join('\n')}</tbody></table></div>`;
    }
    case 'facts':
      return `<dl>${block.rows.map(({ term, value }) => `<dt>${escaped(term)}</dt><dd>${lineHtml(value)}</dd>`).join('')}</dl>`;
    case 'chart':
      return `<figure><figcaption>${escaped(block.caption)}<small>${escaped(block.basis)}</small></figcaption>${chartSvg(block.chart, block.caption)}</figure>`;
    case 'note':
      return `<p class="note ${block.tone}">${lineHtml(block.line)}</p>`;
    case 'form':
      return block.rows.map(formRow).join('');
    case 'pageBreak':
      return '<div class="break"></div>';
    default:
      return unreachable(block);
  }
}

type Row = Extract<Block, { kind: 'table' }>['rows'][number][number];

function aligned(cell: Row, align: 'start' | 'end' | 'centre' | undefined): Row {
  if (align === undefined || align === 'start') return cell;
  if (typeof cell === 'string' || Array.isArray(cell)) return { line: cell as string, align };
  return { align, ...(cell as Extract<Row, { line: unknown }>) };
}

function formRow({ label, choices, lines }: Extract<Block, { kind: 'form' }>['rows'][number]): string {
  const chosen =
    choices === undefined ? '' : `<div class="choices">${choices.map((choice) => `<span>${escaped(choice)}</span>`).join('')}</div>`;
  return `<div class="form"><div class="label">${escaped(label)}</div>${chosen}${'<div class="rule"></div>'.repeat(lines)}</div>`;
}
