/** Sentences of the assessment (timeline, findings) with names in place of identifiers. */
import type { AssessedFinding, TimelineEntry } from '../../assess/index.ts';
import type { ProblemValue } from '../../kernel/index.ts';
import { criticalTaskName } from '../msel/msel.ts';
import type { NamedCollection, Pen } from '../pen.ts';

const collectionOf: Readonly<Record<string, NamedCollection>> = {
  procedure: 'procedures',
  task: 'tasks',
  party: 'parties',
  post: 'posts',
  site: 'sites',
  contingent: 'contingents',
  first: 'phases',
  last: 'phases',
};

type Told = { readonly key: string; readonly values: TimelineEntry['values'] };

export function sentence(pen: Pen, { key, values }: Told): string {
  const named = Object.entries(values).map(([name, value]): [string, ProblemValue] => {
    const collection = collectionOf[name];
    if (typeof value !== 'string' || value === '') return [name, value];
    if (name === 'serial') return [name, serialName(pen, value)];
    return [name, collection === undefined ? value : pen.name(collection, value)];
  });
  return pen.tell({ key, values: Object.fromEntries(named) });
}

export function serialName(pen: Pen, id: string): string {
  const name = pen.name('serials', id);
  return name === id ? id : `${id} (${name})`;
}

/** A title that is a critical task's identifier is that task's name. */
export function titleOf(pen: Pen, title: string | null): string | null {
  return title === null ? null : criticalTaskName(pen, title);
}

/** A finding's own title and text, or the sentence that the figures make. */
export function findingText(pen: Pen, { key, values, title, text, language }: AssessedFinding): string {
  if (key !== null) return sentence(pen, { key, values });
  const mark = language === null || language === pen.language ? '' : ` [${language}]`;
  const head = titleOf(pen, title) ?? '';
  const said = head === '' || text === null || text === '' ? `${head}${text ?? ''}` : pen.say('titled', { title: head, text });
  return said + mark;
}
