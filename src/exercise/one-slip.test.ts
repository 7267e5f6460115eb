import { expect, test } from 'vitest';
import { aDocument, aFile, aSerial, aUnit } from './a-document.ts';
import { found, sound } from './checks/found.ts';
import { richDocument } from './checks/rich.ts';
import type { ParsedFile } from './parsed-file.ts';
import { isSingletonName } from './portions.ts';
import { readExercise } from './read-exercise.ts';

type Fields = Readonly<Record<string, unknown>>;

test('an unknown field in any item is one fault, and none follows from it', () => {
  const several: string[] = [];
  for (const [index, file] of richDocument().entries()) {
    for (const [collection, value] of Object.entries(file.value as Readonly<Record<string, Fields>>)) {
      const items: Readonly<Record<string, Fields>> = isSingletonName(collection)
        ? { [collection]: value }
        : (value as Record<string, Fields>);
      for (const [id, item] of Object.entries(items)) {
        const slip = { ...item, zz: 1 };
        const changed = { ...(file.value as object), [collection]: isSingletonName(collection) ? slip : { ...value, [id]: slip } };
        const { faults } = readExercise(richDocument().with(index, { ...file, value: changed }));
        if (faults.length !== 1) several.push(`${collection}/${id}: ${faults.map(({ key }) => key).join(', ')}`);
      }
    }
  }
  expect(several).toEqual([]);
});

test('an item with a fault of its own is still looked into for what it names and when it is', () => {
  const unit = aUnit({ id: 'B2', contingent: 'COM', presence: [{ from: 'D+1', to: 'D+2 10:00' }] });
  const units = [...sound.units, { ...unit, strength: 'ten' } as unknown as typeof unit];
  expect(found({ units }).toSorted()).toEqual(['document.dayWithoutTime', 'document.wrongKind', 'exercise.noSuch']);
});

test('a mistyped field is one fault, though the right one is missing', () => {
  const { run, ...serial } = aSerial({ id: 'S3', kind: 'brief' });
  const typed = { ...serial, rnu: run } as unknown as ReturnType<typeof aSerial>;
  const { faults } = readExercise(aDocument({ ...sound, serials: [...sound.serials, typed] }));
  expect(faults.map(({ key, maybe }) => [key, maybe?.values.name])).toEqual([['document.unknownField', 'run']]);
});

test('a name that is not there is one fault: what the item would do is not missed elsewhere', () => {
  const serials = sound.serials.map((serial) => ({ ...serial, tasks: ['cordno'] }));
  expect(found({ serials })).toEqual(['exercise.noSuch', 'exercise.noSuch']);
});

test.each([
  ['strength', '6', 'number', '6'],
  ['languages', 'ru', 'example', '[ru]'],
  ['capabilities', ['search'], 'example', '{ capability: search }'],
  ['languages', ['RU'], 'name', 'ru'],
])('%s of %j: the advice says how it is written', (field, value, name, said) => {
  const unit = { ...aUnit({ id: 'B2' }), [field]: value } as ReturnType<typeof aUnit>;
  const { faults } = readExercise(aDocument({ ...sound, units: [...sound.units, unit] }));
  expect(faults.map(({ maybe }) => maybe?.values[name])).toEqual([said]);
});

test('a slip in who takes part is told where it stands, and hides nothing else', () => {
  const serials = [...sound.serials, aSerial({ id: 'S3', kind: 'brief', sites: ['hal'] })];
  const faultsWith = (setting: Fields) =>
    readExercise(aDocument({ ...sound, serials, setting })).faults.map(({ key, at }) => `${key} ${at?.cell ?? ''}`);
  const other = 'exercise.noSuch serials.S3.sites.0';
  const keys = (faults: readonly string[]) => [...faults].sort();
  expect(keys(faultsWith({ participating: ['BLR', 'CNH'] }))).toEqual(keys(['exercise.noSuch exercise.participating.1', other]));
  expect(keys(faultsWith({ participating: 'BLR, CHN' }))).toEqual(keys(['document.wrongKind exercise.participating', other]));
  expect(keys(faultsWith({ participating: undefined, particpating: ['BLR', 'CHN'] }))).toEqual(
    keys(['document.unknownField exercise.particpating', other]),
  );
});

test('while who takes part is unknown, a reader who may not read all is told nothing else', () => {
  const files = aDocument({ ...sound, setting: { participating: 'BLR' } });
  const { faults } = readExercise(files, { reader: { kind: 'party', party: 'BLR', excon: false, posts: [] } });
  expect(faults.map(({ key }) => key)).toEqual(['document.classFactsMissing']);
});

test('what may stand in a file that could not be read to its end is not missed', () => {
  const [shared, ...others] = aDocument(sound);
  const { units, ...value } = (shared as ParsedFile).value as Readonly<Record<string, Fields>>;
  const torn = { ...aFile('shared/units.yaml', {}), mayHold: (word: string) => Object.hasOwn(units ?? {}, word) };
  const serial = { S3: { name: { en: 'S3', zh: 'S3', ru: 'S3' }, kind: 'brief', run: '1h', team: { named: ['B1', 'X9'] } } };
  const changed = { ...(shared as ParsedFile), value: { ...value, serials: { ...value.serials, ...serial } } };
  const { faults } = readExercise([changed, ...others, torn]);
  expect(faults.map(({ key, values }) => [key, values.name])).toEqual([['exercise.noSuch', 'X9']]);
});
