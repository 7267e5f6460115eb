// Two hundred damaged documents: each ends in a helpful fault or in a valid exercise, never in a stack trace.
import { readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import { documentFrom, filesOf, type ReadDocument, sourceFile } from '../src/app/document.ts';
import { countsOf } from '../src/exercise/index.ts';
import { type Problem, randomFor } from '../src/kernel/index.ts';
import { has, languages, mustSay } from '../src/words/index.ts';
import { type Mutation, mutated, ways } from './mutate.ts';

const here = new URL('.', import.meta.url);
const examples = readdirSync(here, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name);
// More can be tried with MUTATIONS=2000, others with SEED=2.
const mutations = Number(process.env.MUTATIONS ?? 200);
const seed = process.env.SEED ?? '1';

test.each(examples.map((name, index) => ({ name, index })))(
  '$name, damaged, gives helpful faults or a valid exercise',
  async ({ name, index }) => {
    const { files } = await filesOf(new URL(name, here).pathname);
    const complaints: string[] = [];
    for (let number = index; number < mutations; number += examples.length) {
      const random = randomFor(seed, `${name}/${number}`);
      const mutation = mutated(files, ways[Math.floor(number / examples.length) % ways.length] ?? '', random);
      complaints.push(
        ...complaintsAbout(mutation).map((complaint) => `${number} ${mutation.file}:${mutation.line ?? ''} ${mutation.what}: ${complaint}`),
      );
    }
    expect(complaints).toEqual([]);
  },
  600_000,
);

/** What is wrong with how a damaged document was read; nothing, when it was read well. */
function complaintsAbout({ files, words }: Mutation): readonly string[] {
  let read: ReadDocument;
  try {
    read = documentFrom(files.map(({ path, bytes }) => sourceFile(path, bytes)));
    if (read.exercise !== undefined) countsOf(read.exercise);
  } catch (error) {
    return [`threw ${error instanceof Error ? error.stack : String(error)}`];
  }
  if (read.faults.length === 0) return read.exercise === undefined ? ['no fault and no exercise'] : [];
  const lines = new Map(files.map(({ path, bytes }) => [path, new TextDecoder().decode(bytes).split(/\r\n?|\n/).length]));
  const unnamed =
    words === undefined || read.faults.some((fault) => speaksOf(fault, words)) ? [] : [`no fault speaks of ${words.join(' or ')}`];
  return [...unnamed, ...read.faults.flatMap((fault) => unhelpful(fault, lines))];
}

/** Whether a fault or its advice says one of the words. */
function speaksOf({ key, values, maybe }: Problem, words: readonly string[]): boolean {
  const said = mustSay({ key, values }, 'en') + (maybe === undefined ? '' : mustSay(maybe, 'en'));
  return words.some((word) => said.includes(word));
}

/** A helpful fault has a sentence in every language, a place in a file that is there, and advice that can be said. */
function unhelpful(fault: Problem, lines: ReadonlyMap<string, number>): readonly string[] {
  const { at, maybe } = fault;
  const found: string[] = [];
  for (const message of maybe === undefined ? [fault] : [fault, maybe]) {
    if (!has(message.key)) found.push(`no words for ${message.key}`);
    else
      for (const language of languages) {
        const said = mustSay(message, language);
        if (said.trim() === '' || said.length > 2_000 || /undefined|\[object|NaN/.test(said))
          found.push(`${message.key} says “${said.slice(0, 200)}”`);
      }
  }
  if (at === undefined) found.push(`${fault.key} has no place`);
  else {
    const most = lines.get(at.file);
    if (at.line < 1 || at.column < 1 || (most !== undefined && at.line > most))
      found.push(`${fault.key} stands at ${at.file}:${at.line}:${at.column}`);
    if (most === undefined && at.line !== 1) found.push(`${fault.key} stands in ${at.file}, which is not there`);
  }
  return found;
}
