import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { type MicroInstant, prettyStableJson, sha256Hex } from '../../kernel/index.ts';
import { restrict } from '../../release/index.ts';
import { languages, say } from '../../words/index.ts';
import { Tails } from './chain.ts';
import { type EventShape, isHeader, loggedOf, opened } from './envelope.ts';
import { plainHashText } from './hash-text.ts';
import { linesOf } from './lines.ts';
import { eventLine, logFileLines, parseEventLine, readEventLine } from './log-file.ts';
import { headerSchema, logFileJsonSchema } from './log-file-schema.ts';
import { statementsOf } from './log-report.ts';
import { type manifestLine, manifestOf, readManifestLine } from './manifest.ts';
import { merged } from './order.ts';
import { everyoneStream, exconStream, postStream, sampleEvents, sampleLines, sampleManifest, seededSealing } from './sample-log.ts';
import { verifyLog } from './verify.ts';

const reference = join(import.meta.dirname, '../../../docs/reference');

test('what is written is read back, event by event, for verifying and for folding', async () => {
  const { sealed, heads } = sampleEvents();
  const [first, ...rest] = await written(sampleManifest(heads), sealed);
  expect(readManifestLine(first ?? '', plainHashText)).toEqual({ manifest: sampleManifest(heads), isIntact: true });
  expect(rest.map((line) => readEventLine(line)?.sealed)).toEqual(sealed);
  const logged = rest.map((line) => parseEventLine(line) ?? expect.fail()).map(({ header, payload }) => loggedOf(header, payload));
  expect(logged).toEqual(sealed.map(opened));
});

test('any payload and any text come through a line unharmed', () => {
  fc.assert(
    fc.property(fc.dictionary(fc.string(), fc.jsonValue()), fc.string({ unit: 'binary' }), (payload, author) => {
      const event: EventShape = { type: '},"hash":"', version: 1, payload };
      const [sealed] = new Tails(author).seal(
        { change: [{ stream: postStream, event }], time: 1 as MicroInstant, exerciseTime: null, authorIn: () => author },
        seededSealing(),
      );
      if (sealed === undefined) return expect.fail();
      const line = eventLine(sealed);
      expect(line).not.toContain('\n');
      expect(readEventLine(line)?.sealed).toEqual(sealed);
      expect(parseEventLine(line)?.payload).toEqual(JSON.parse(sealed.payload ?? ''));
    }),
  );
});

test('a restricted export holds whole streams and verifies by itself', async () => {
  const { sealed, heads } = sampleEvents();
  const reader = { kind: 'party' as const, party: 'BLR', excon: false, posts: [] };
  const scale = ['UNCLASSIFIED', 'RESTRICTED'];
  const readable = restrict(heads, ({ stream }) => stream, reader, scale);
  expect(readable.map(({ stream }) => stream)).toEqual([everyoneStream]);
  const manifest = manifestOf({ exercise: 'two-teams', reader: 'BLR', documentHash: null }, readable);
  const lines = await written(
    manifest,
    restrict(sealed, ({ stream }) => stream, reader, scale),
  );
  expect(lines.join('\n')).not.toContain(exconStream);
  expect(await verifyLog(lines, { file: 'blr.jsonl', hash: plainHashText })).toMatchObject({ isSound: true, isComplete: true, events: 4 });
});

test('lines come out whole however the file is cut into chunks', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.string({ unit: fc.constantFrom('a', 'b', '\n', '接') })), async (chunks) => {
      const text = chunks.join('');
      const expected = text.split('\n');
      if (expected.at(-1) === '') expected.pop();
      expect(await collected(linesOf(chunks))).toEqual(expected);
    }),
  );
});

test('a line without end does not fill the memory', async () => {
  const chunks = ['short\n', ...Array(100).fill('x'.repeat(1000)), '\nshort again'];
  const lines = await collected(linesOf(chunks, 5000));
  expect(lines.map(({ length }) => length)).toEqual([5, 5000, 11]);
});

test('the golden files under docs/reference are what is written today, and verify', async () => {
  const { sealed, heads } = sampleEvents({ count: 3 });
  const minsk = sampleEvents({ count: 2, origin: 'minsk', from: 1_720_425_600_500_000 });
  const lines = await written(sampleManifest([...heads, ...minsk.heads]), [...merged([sealed, minsk.sealed])]);
  const golden = readFileSync(join(reference, 'log-file.golden.jsonl'), 'utf8');
  expect(`${lines.join('\n')}\n`).toBe(golden);
  const report = await verifyLog(linesOf([golden]), {
    file: 'log-file.golden.jsonl',
    hash: plainHashText,
    documentHash: sha256Hex('document'),
  });
  expect(report).toMatchObject({ isSound: true, isUnbroken: true, isComplete: true, isInOrder: true, isDocumentAsExpected: true });
  const broken = linesOf([readFileSync(join(reference, 'log-file.broken.golden.jsonl'), 'utf8')]);
  const found = await verifyLog(broken, { file: 'log-file.broken.golden.jsonl', hash: plainHashText });
  expect(found.problems.map(({ key, at }) => `${at?.line} ${key}`)).toEqual([
    '3 log.payloadAltered',
    '5 log.headerAltered',
    '9 log.missing',
    '10 log.halfWrittenLine',
    '10 log.cutTail',
  ]);
});

test('the JSON Schema of a log file is the one that is checked in, and agrees with how headers are read', () => {
  expect(readFileSync(join(reference, 'log-file.schema.json'), 'utf8')).toBe(prettyStableJson(logFileJsonSchema()));
  const { sealed } = sampleEvents({ count: 1 });
  const header = JSON.parse(sealed[0]?.header ?? '') as Record<string, unknown>;
  const odd = [undefined, null, 0, 1, 1.5, -1, '', 'x', 'ab'.repeat(32), true, {}, []];
  for (const key of Object.keys(headerSchema.shape)) {
    for (const value of odd) {
      const { [key]: _, ...rest } = header;
      const altered = value === undefined ? rest : { ...rest, [key]: value };
      expect(isHeader(altered), `${key}: ${JSON.stringify(value)}`).toBe(headerSchema.safeParse(altered).success);
    }
  }
});

test('every statement and every fault can be said in every language', async () => {
  const intact = sampleLines();
  const faulty = [
    intact.toSpliced(5, 1),
    intact.toSpliced(1, 4),
    intact.slice(0, 20),
    intact.toSpliced(9, 0, intact[7] ?? '', '', 'junk', '\u0001', intact[0] ?? ''),
    intact.with(4, intact[5] ?? '').with(5, intact[4] ?? ''),
    intact.map((line) => line.replace('Received 4', 'x').replace('controller-1', 'y')),
    intact.with(0, (intact[0] ?? '').replace('"version":1', '"version":7')),
    [],
    ['x'],
  ];
  for (const lines of faulty) {
    const report = await verifyLog(lines, { file: 'log.jsonl', hash: plainHashText, documentHash: sha256Hex('other') });
    for (const language of languages) {
      for (const said of [...report.problems, ...report.problems.flatMap(({ maybe }) => maybe ?? []), ...statementsOf(report)])
        expect(say(said, language)).not.toMatch(/[{}]|undefined/);
    }
  }
});

async function written(...[manifest, events]: [Parameters<typeof manifestLine>[0], Parameters<typeof logFileLines>[1]]): Promise<string[]> {
  const lines = await collected(logFileLines(manifest, events, plainHashText));
  return lines.map((line) => line.slice(0, -1));
}

async function collected<T>(items: AsyncIterable<T>): Promise<T[]> {
  const found: T[] = [];
  for await (const item of items) found.push(item);
  return found;
}
