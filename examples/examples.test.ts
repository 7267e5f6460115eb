// Every exercise in this folder, through the same commands a person types, against what its `expected/` says it must give.
// A change made on purpose renews the expected files: UPDATE=1 npx vitest run examples/examples.test.ts
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { documentFrom, filesOf, type SourceFile } from '../src/app/document.ts';
import { useCases } from '../src/app/index.ts';
import { main } from '../src/cli/main.ts';
import { canonicalJson } from '../src/kernel/index.ts';
import type { Reader } from '../src/release/index.ts';

const here = fileURLToPath(new URL('.', import.meta.url));
const examples = readdirSync(here, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name);
/** Small, and enough that every requirement of every example is met. */
const budget = ['--seed', '1', '--iterations', '150', '--lanes', '2'];

const scratch = mkdtempSync(join(tmpdir(), 'entente-examples-'));
afterAll(() => rmSync(scratch, { recursive: true }));

/** Types a command; what it prints for people goes to `said`, what it prints with --json to `printed`. */
async function entente(...args: readonly string[]): Promise<{ readonly code: number; readonly printed: string; readonly said: string }> {
  const heard = { stdout: '', stderr: '' };
  const to = (name: 'stdout' | 'stderr') => ({
    isTTY: false,
    columns: 80,
    write(text: string) {
      heard[name] += text;
    },
  });
  const code = await main(args, useCases, { stdout: to('stdout'), stderr: to('stderr'), environment: {} });
  return { code, printed: heard.stdout, said: heard.stderr };
}

describe.each(examples)('%s', (name) => {
  const directory = join(here, name);
  const expected = (file: string) => join(directory, 'expected', file);
  const planFile = join(scratch, `${name}.json`);
  let files: readonly SourceFile[] = [];
  let parties: readonly string[] = [];
  let languages: readonly string[] = [];

  beforeAll(async () => {
    ({ files } = await filesOf(directory));
    const setting = documentFrom(files).exercise?.setting;
    parties = [...(setting?.participating ?? []), ...(setting?.observing ?? [])];
    languages = setting?.languages ?? [];
  });

  test('checks without fault or note, with the counts it should have', async () => {
    const { code, printed } = await entente('check', directory, '--json');
    expect(code).toBe(0);
    expect(documentFrom(files).notes).toEqual([]);
    expectFile(expected('check.json'), printed);
  });

  test('says that it is simulated, who and what is invented, and how to try it', () => {
    expect(documentFrom(files).exercise?.setting.simulated).toBe(true);
    expect(readFileSync(join(directory, 'SOURCES.md'), 'utf8')).toMatch(/invented/i);
    expect(readFileSync(join(directory, 'README.md'), 'utf8')).toContain(`entente check    examples/${name}`);
  });

  test('is planned with every requirement met, to the byte, and the plan holds', async () => {
    const planned = await entente('plan', directory, '--out', planFile, ...budget, '--json');
    expect(JSON.parse(planned.printed)).toMatchObject({ unmet: [] });
    expect(planned.code).toBe(0);
    expectFile(expected('plan.json'), readFileSync(planFile, 'utf8'));
    const checked = await entente('check', directory, '--plan', planFile, '--json');
    expect(JSON.parse(checked.printed)).toMatchObject({ ok: true, faults: [], violations: [] });
  });

  test('gives its first party a schedule in each language, and in its own the words expected', async () => {
    const [party = ''] = parties;
    const own = documentFrom(files).exercise?.parties.byId.get(party)?.languages[0];
    for (const language of languages) {
      const html = await schedule(directory, party, language);
      expect(html).toContain(`<html lang="${language}`);
      if (language === own) expectFile(expected(`schedule.${language}.txt`), wordsOf(html));
    }
  });

  test('checks as each party holds it: shared and its own folder', () => {
    for (const party of parties) {
      const held = files.filter(({ path }) => path.startsWith('shared/') || path.startsWith(`parties/${party}/`));
      const { exercise, faults, notChecked } = documentFrom(held);
      expect(faults).toEqual([]);
      expect(exercise?.complete).toBe(false);
      expect(notChecked.length).toBeGreaterThan(0);
    }
  });

  test('reads the same for a party whatever stands in folders that are not its own', () => {
    for (const party of parties) {
      const reader: Reader = { kind: 'party', party, excon: false, posts: [] };
      const isOthers = ({ path }: SourceFile) => !path.startsWith('shared/') && !path.startsWith(`parties/${party}/`);
      expect(files.filter(isOthers).length).toBeGreaterThan(0);
      const told = asRead(files, reader);
      const spoilt = files.map((file) => (isOthers(file) ? { ...file, bytes: new TextEncoder().encode('{ *nothing: [&') } : file));
      expect(asRead(spoilt, reader)).toBe(told);
      expect(
        asRead(
          files.filter((file) => !isOthers(file)),
          reader,
        ),
      ).toBe(told);
    }
  });

  test('gives a party the same schedule, to the byte, whatever stands in folders that are not its own', async () => {
    const [party = '', ...others] = parties;
    const [language = 'en'] = documentFrom(files).exercise?.parties.byId.get(party)?.languages ?? [];
    const copy = join(scratch, `${name}-spoilt`);
    cpSync(directory, copy, { recursive: true });
    for (const { path } of files) {
      if (path.startsWith('excon/') || others.some((other) => path.startsWith(`parties/${other}/`)))
        writeFileSync(join(copy, path), 'units: [');
    }
    const [told, again] = [await schedule(directory, party, language), await schedule(copy, party, language)];
    expect(again === told).toBe(true);
  });

  async function schedule(of: string, party: string, language: string): Promise<string> {
    const out = join(scratch, `${name}.html`);
    const request = ['--plan', expected('plan.json'), '--reader', party, '--lang', language, '--format', 'html', '--out', out];
    expect(await entente('publish', 'schedule', of, ...request)).toMatchObject({ code: 0 });
    return readFileSync(out, 'utf8');
  }
});

/** What people read of a page, a block a line: its looks may change without changing what an example says. */
function wordsOf(html: string): string {
  const blocks = html
    .replace(/<(style|script|svg)\b[\s\S]*?<\/\1>/g, '')
    .split(/<(?:\/?(?:h\d|p|div|tr|dl|header|footer|figure)|br)\b[^>]*>/);
  const words = blocks.map((block) =>
    block
      .replace(/<[^>]*>/g, ' ')
      .replace(/\s+/g, ' ')
      .trim(),
  );
  return `${words.filter((line) => line !== '').join('\n')}\n`;
}

/** Holds a text against an expected file, to the byte, and names the first line that differs; with UPDATE set it renews the file. */
function expectFile(path: string, text: string): void {
  if (process.env.UPDATE !== undefined) {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
  }
  const wanted = readFileSync(path, 'utf8');
  if (text === wanted) return;
  const [is, was] = [text.split('\n'), wanted.split('\n')];
  const line = is.findIndex((one, index) => one !== was[index]);
  const at = `${path}:${line + 1}; if it is meant: UPDATE=1 npx vitest run examples/examples.test.ts`;
  expect(is[line]?.slice(0, 400), at).toBe(was[line]?.slice(0, 400));
  expect(is.length, at).toBe(was.length);
  expect.fail(at);
}

/** All that a reader gets to read of a document, as one text. */
function asRead(files: readonly SourceFile[], reader: Reader): string {
  const { exercise, faults, notes, notChecked } = documentFrom(files, reader);
  return canonicalJson(
    JSON.parse(JSON.stringify({ exercise, faults, notes, notChecked: notChecked.map(({ key }) => key) }, tablesAsLists)),
  );
}

function tablesAsLists(_key: string, value: unknown): unknown {
  return value instanceof Map ? [...value.keys()] : value;
}
