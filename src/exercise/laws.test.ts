import fc from 'fast-check';
import { expect, test } from 'vitest';
import { canonicalJson } from '../kernel/index.ts';
import type { Reader } from '../release/index.ts';
import { languages, mustSay } from '../words/index.ts';
import { richDocument } from './checks/rich.ts';
import { countsOf } from './counts.ts';
import type { ParsedFile } from './parsed-file.ts';
import { type Reading, readExercise } from './read-exercise.ts';

const blr: Reader = { kind: 'party', party: 'BLR', excon: false, posts: ['player'] };

test('the document of these tests is without fault', () => {
  expect(readExercise(richDocument()).faults).toEqual([]);
});

test('the order in which files arrive changes nothing', () => {
  const expected = content(readExercise(richDocument()));
  fc.assert(
    fc.property(fc.shuffledSubarray([...richDocument()], { minLength: richDocument().length }), (files) => {
      expect(content(readExercise(files))).toBe(expected);
    }),
    { numRuns: 20 },
  );
});

test('nothing in files that a reader may not open changes what the reader reads', () => {
  const expected = content(readExercise(richDocument(), { reader: blr }));
  const hidden = richDocument().filter(({ path }) => !path.startsWith('shared/') && !path.startsWith('parties/BLR/'));
  expect(hidden.map(({ path }) => path)).toEqual(['excon/all.yaml', 'parties/CHN/all.yaml']);
  const readable = richDocument().filter((file) => !hidden.some(({ path }) => path === file.path));
  expect(content(readExercise(readable, { reader: blr }))).toBe(expected);
  fc.assert(
    fc.property(fc.constantFrom(...hidden), mutation(), (file, change) => {
      const files = [...readable, { ...file, value: changed(file.value, change) }];
      expect(content(readExercise(files, { reader: blr }))).toBe(expected);
    }),
    { numRuns: 100 },
  );
});

test('each party’s subset of the folders checks without a fault', () => {
  for (const owners of [[], ['BLR'], ['CHN'], ['BLR', 'CHN']]) {
    const files = richDocument().filter(
      ({ path }) => path.startsWith('shared/') || owners.some((owner) => path.startsWith(`parties/${owner}/`)),
    );
    const { faults, notChecked, exercise } = readExercise(files);
    expect(faults).toEqual([]);
    expect(exercise?.complete).toBe(false);
    expect(notChecked.length).toBeGreaterThan(0);
  }
});

test('a document changed at random never throws, and whatever is wrong can be said in every language', () => {
  fc.assert(
    fc.property(fc.nat(), fc.array(mutation(), { minLength: 1, maxLength: 4 }), (which, changes) => {
      const files = [...richDocument()];
      const index = which % files.length;
      const file = files[index];
      if (file === undefined) return;
      files[index] = { ...file, value: asFromYaml(changes.reduce(changed, file.value)) };
      const reading = readExercise(files);
      for (const problem of [...reading.faults, ...reading.notes]) {
        expect(problem.at?.file).toBeTruthy();
        for (const language of languages) {
          mustSay(problem, language);
          if (problem.maybe !== undefined) mustSay(problem.maybe, language);
        }
      }
      if (reading.exercise !== undefined) countsOf(reading.exercise);
    }),
    { numRuns: 300 },
  );
});

function content(reading: Reading): string {
  return canonicalJson(JSON.parse(JSON.stringify(reading, (_, value: unknown) => (value instanceof Map ? [...value.keys()] : value))));
}

// The YAML reader's maps have no prototype.
function asFromYaml(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(asFromYaml);
  if (typeof value !== 'object' || value === null) return value;
  const map: Record<string, unknown> = Object.create(null);
  for (const [key, below] of Object.entries(value)) map[key] = asFromYaml(below);
  return map;
}

type Change = {
  readonly where: readonly number[];
  readonly how: 'delete' | 'replace' | 'rename' | 'copy';
  readonly value: unknown;
  readonly name: string;
};

function mutation(): fc.Arbitrary<Change> {
  const values = fc.oneof(
    fc.constantFrom<unknown>(
      null,
      '',
      0,
      -1,
      1.5,
      90,
      true,
      [],
      {},
      'D+1',
      'H9+3min',
      'D+1 25:00',
      '081030CJUL24',
      '99',
      '2024-13-45T00:00Z',
      Number.NaN,
      1e300,
      'x'.repeat(200),
    ),
    fc.jsonValue({ maxDepth: 2 }),
    fc.string(),
  );
  return fc.record({
    where: fc.array(fc.nat(), { minLength: 1, maxLength: 7 }),
    how: fc.constantFrom('delete', 'replace', 'rename', 'copy'),
    value: values,
    name: fc.constantFrom('__proto__', 'constructor', 'toString', 'nmae', 'S1', 'units', 'zz', '1', 'a/b', ''),
  });
}

// Walks down as far as the numbers lead, each choosing one of the keys there, and changes what is found.
function changed(root: unknown, change: Change): unknown {
  const value: unknown = structuredClone(root);
  let parent: unknown = value;
  let holder: Record<string, unknown> | undefined;
  let key: string | undefined;
  for (const step of change.where) {
    if (typeof parent !== 'object' || parent === null) break;
    const keys = Object.keys(parent);
    if (keys.length === 0) break;
    holder = parent as Record<string, unknown>;
    key = keys[step % keys.length] ?? '';
    parent = holder[key];
  }
  if (holder === undefined || key === undefined) return change.value;
  const before = holder[key];
  if (Array.isArray(holder)) {
    if (change.how === 'replace') holder[Number(key)] = change.value;
    else if (change.how === 'copy') holder.push(before);
    else holder.splice(Number(key), 1);
    return value;
  }
  if (change.how === 'delete' || change.how === 'rename') delete holder[key];
  if (change.how === 'replace') holder[key] = change.value;
  if (change.how === 'rename' || change.how === 'copy') {
    Object.defineProperty(holder, change.name, { value: before, enumerable: true, configurable: true, writable: true });
  }
  return value;
}

test('a reader who may open nothing of the exercise is told so, and no more', () => {
  const { exercise, faults } = readExercise(richDocument() as ParsedFile[], { reader: { kind: 'public' } });
  expect(exercise).toBeUndefined();
  expect(faults.map(({ key }) => key)).toEqual(['document.nothingReleased']);
});
