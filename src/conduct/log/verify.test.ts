import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { type MicroInstant, type Problem, sha256Hex } from '../../kernel/index.ts';
import { Tails } from './chain.ts';
import type { Sealed } from './envelope.ts';
import { readHeader } from './envelope.ts';
import { plainHashText } from './hash-text.ts';
import { eventLine, readEventLine } from './log-file.ts';
import type { LogReport } from './log-report.ts';
import { manifestLine } from './manifest.ts';
import { aMessage, everyoneStream, exconStream, sampleEvents, sampleLines, sampleManifest, seededSealing } from './sample-log.ts';
import { verifyLog } from './verify.ts';

const intact = sampleLines();

test('nothing is found in an intact log', async () => {
  const report = await verify(intact);
  expect(report.problems).toEqual([]);
  expect(report).toMatchObject({ isSound: true, isUnbroken: true, isComplete: true, isInOrder: true, isDocumentAsExpected: true });
  expect(report.payloads).toEqual({ intact: intact.length - 1, altered: 0, erased: 0, gone: 0 });
  expect(report.signatures).toEqual({ unsigned: intact.length - 1, keys: [] });
  expect(report.streams.map(({ events }) => events)).toEqual([12, 12, 6, 6, 4, 4]);
});

test('any single line deleted is found and named', async () => {
  for (let line = 0; line < intact.length; line++) {
    const found = await problems(intact.toSpliced(line, 1));
    if (line === 0) expect(keys(found)).toContain('log.notALogFile');
    else
      expect(found, `line ${line + 1}`).toContainEqual(
        expect.objectContaining({
          key: expect.stringMatching(/^log\.(cutHead|missing|cutTail)$/),
          values: expect.objectContaining(namedBy(intact[line])),
        }),
      );
  }
});

test('two lines swapped are found and named', async () => {
  await fc.assert(
    fc.asyncProperty(anEventLine(), anEventLine(), async (a, b) => {
      fc.pre(a !== b);
      const [first, second] = [Math.min(a, b), Math.max(a, b)];
      const swapped = intact.with(first, intact[second] ?? '').with(second, intact[first] ?? '');
      const report = await verify(swapped);
      expect(report.isInOrder).toBe(false);
      expect(new Set(keys(report.problems))).toEqual(new Set(['log.outOfOrder']));
      expect(report.streams.every(({ isUnbroken }) => isUnbroken)).toBe(true);
    }),
    { numRuns: 150 },
  );
});

test('a line that stands twice is found and named, wherever it stands', async () => {
  await fc.assert(
    fc.asyncProperty(anEventLine(), anEventLine(), async (line, to) => {
      const found = await problems(intact.toSpliced(to, 0, intact[line] ?? ''));
      const { stream, origin, from } = namedBy(intact[line]);
      const isEarly = to < line;
      if (!isEarly)
        expect(found).toEqual([
          expect.objectContaining({ key: 'log.repeated', values: { stream, origin, sequence: from }, at: at(Math.max(to, line + 1) + 1) }),
        ]);
      else expect(keys(found)).toContain('log.repeated');
    }),
    { numRuns: 150 },
  );
});

test('any single character altered, added or taken away in any field is found, and its line or its event is named', async () => {
  const alterations = fc.constantFrom('replace', 'insert', 'remove');
  await fc.assert(
    fc.asyncProperty(
      fc.nat(intact.length - 1),
      fc.nat(2000),
      fc.constantFrom(...'0a "}{,:x\u0000\ufffd'),
      alterations,
      async (line, place, character, how) => {
        const text = intact[line] ?? '';
        const index = place % text.length;
        const altered = text.slice(0, index) + (how === 'remove' ? '' : character) + text.slice(how === 'insert' ? index : index + 1);
        fc.pre(altered !== text);
        const found = await problems(intact.with(line, altered));
        expect(found.some((problem) => problem.at?.line === line + 1 || (line > 0 && concerns(problem, namedBy(text))))).toBe(true);
      },
    ),
    { numRuns: 600 },
  );
});

test('each altered field of an event is named for what it is, at its line', async () => {
  const line = intact.findIndex((text) => text.includes('Received 4'));
  const text = intact[line] ?? '';
  const { sealed, header } = readEventLine(text) ?? expect.fail();
  const others: [string, string, string][] = [
    ['payload', text.replace('Received 4', 'Received 5'), 'log.payloadAltered'],
    ['salt', text.replace(sealed.salt ?? '', 'ab'.repeat(16)), 'log.payloadAltered'],
    ['type', text.replace('"type":"MessageSent"', '"type":"MessageRead"'), 'log.headerAltered'],
    ['author', text.replace('"author":null', '"author":"HQ"'), 'log.headerAltered'],
    ['exercise time', text.replace(/"exerciseTime":\d+/, '"exerciseTime":null'), 'log.headerAltered'],
    ['version', text.replace('"version":1', '"version":2'), 'log.headerAltered'],
    ['time', text.replace(`"time":${header.time}`, `"time":${header.time + 1}`), 'log.headerAltered'],
    ['sequence, upwards', text.replace('"sequence":3', '"sequence":5'), 'log.headerAltered'],
    ['sequence, downwards', text.replace('"sequence":3', '"sequence":1'), 'log.headerAltered'],
    ['hash', text.replace(sealed.hash, 'cd'.repeat(32)), 'log.hashAltered'],
    ['digest', text.replace(header.digest, 'cd'.repeat(32)), 'log.headerAltered'],
  ];
  for (const [name, altered, key] of others) {
    const found = await problems(intact.with(line, altered));
    expect(found, name).toContainEqual(
      expect.objectContaining({ key, at: at(line + 1), values: expect.objectContaining({ sequence: 3 }) }),
    );
    expect(
      found.filter((problem) => problem.at?.line !== line + 1),
      name,
    ).toEqual([]);
  }
});

test('the last event of a stream altered in its hash is told from one altered in its header by the manifest', async () => {
  const last = intact.length - 1;
  const { sealed } = readEventLine(intact[last] ?? '') ?? expect.fail();
  expect(keys(await problems(intact.with(last, (intact[last] ?? '').replace(sealed.hash, 'ef'.repeat(32)))))).toEqual(['log.hashAltered']);
  expect(keys(await problems(intact.with(last, (intact[last] ?? '').replace('controller-1', 'controller-2'))))).toEqual([
    'log.headerAltered',
  ]);
});

test('an event replaced by another of the same number, sealed by somebody else, breaks the chain after it', async () => {
  const other = sampleEvents({ origin: 'brest', seed: 'somebody else' });
  const forged = other.sealed.find(({ stream, sequence }) => stream === exconStream && sequence === 5) ?? expect.fail();
  const line = intact.findIndex((text) => text.includes(`"stream":"${exconStream}","origin":"brest","sequence":5,`));
  expect(keys(await problems(intact.with(line, eventLine(forged))))).toContain('log.headerAltered');
  expect(keys(await problems(intact.toSpliced(line + 1, 0, eventLine(forged))))).toEqual(['log.conflicting']);
});

test('a log cut after any line is named as cut, and the streams that are whole stay so', async () => {
  const report = await verify(intact.slice(0, 20));
  expect(new Set(keys(report.problems))).toEqual(new Set(['log.cutTail']));
  expect(report).toMatchObject({ isUnbroken: true, isComplete: false, isInOrder: true });
});

test('a file cut inside its last line is named as half-written', async () => {
  const last = intact.at(-1) ?? '';
  for (const length of [1, 5, 40, 200, last.length - 2]) {
    const found = await problems(intact.with(-1, last.slice(0, length)));
    expect(keys(found), String(length)).toContain('log.halfWrittenLine');
    expect(keys(found)).toContain('log.cutTail');
  }
});

test('a stretch taken out of the middle is one gap in each stream', async () => {
  const many = sampleLines({ count: 200 });
  const found = await problems(many.toSpliced(100, 150));
  expect(keys(found)).toEqual(Array(6).fill('log.missing'));
});

test('what follows a complete log is named line by line', async () => {
  const found = await problems([...intact, '', 'curl: (18) transfer closed', '\u0000\u0001\u0002', intact[0] ?? '', '{"header":{}}']);
  expect(found.map(({ key, at }) => [key, at?.line])).toEqual([
    ['log.emptyLine', intact.length + 1],
    ['log.unreadableLine', intact.length + 2],
    ['log.binaryLine', intact.length + 3],
    ['log.manifestAgain', intact.length + 4],
    ['log.unreadableLine', intact.length + 5],
  ]);
});

test('events that the manifest does not count are named', async () => {
  const { sealed, heads } = sampleEvents();
  const lines = sealed.map(eventLine);
  const short = heads.map((head) => (head.stream === exconStream ? { ...head, length: 11 } : head));
  expect(keys(await problems([manifestLine(sampleManifest(short), plainHashText), ...lines]))).toEqual(['log.beyondManifest']);
  const without = heads.filter(({ stream }) => stream !== exconStream);
  expect(keys(await problems([manifestLine(sampleManifest(without), plainHashText), ...lines]))).toEqual(['log.streamNotInManifest']);
  const long = heads.map((head) => (head.stream === exconStream ? { ...head, length: 13 } : head));
  expect(keys(await problems([manifestLine(sampleManifest(long), plainHashText), ...lines]))).toEqual(['log.cutTail']);
  const wrong = heads.map((head) => (head.stream === exconStream ? { ...head, head: 'ab'.repeat(32) } : head));
  expect(keys(await problems([manifestLine(sampleManifest(wrong), plainHashText), ...lines]))).toEqual(['log.headDiffers']);
  const twice = [...heads, ...heads.slice(0, 1)];
  expect(keys(await problems([manifestLine(sampleManifest(twice), plainHashText), ...lines]))).toEqual(['log.manifestRepeatsStream']);
});

test('a newer format is named and nothing is claimed of it', async () => {
  const newer = (intact[0] ?? '').replace('"version":1', '"version":2');
  const report = await verify(intact.with(0, newer));
  expect(keys(report.problems)).toEqual(['log.newerFormat']);
  expect(report).toMatchObject({ isSound: false, isUnbroken: false, isComplete: false, isInOrder: false, streams: [] });
});

test('without a manifest the chain is still followed, and completeness is not claimed', async () => {
  const report = await verify(intact.slice(1));
  expect(keys(report.problems)).toEqual(['log.notALogFile']);
  expect(report).toMatchObject({ isUnbroken: true, isComplete: false, isInOrder: true });
});

test('an erased payload is told from one that is simply gone, and a spill that is still there is named', async () => {
  const { lines, erasedLine, whole } = anErasedLog();
  const report = await verify(lines);
  expect(report.problems).toEqual([]);
  expect(report.payloads).toEqual({ intact: 2, altered: 0, erased: 1, gone: 0 });

  expect(keys(await problems(lines.slice(0, -1)))).toEqual(['log.payloadGone', 'log.cutTail']);
  expect(keys(await problems(lines.with(erasedLine, whole)))).toEqual(['log.erasedButPresent']);
});

test('signatures are counted by key, and checked where a check is at hand', async () => {
  const signer = { key: 'brest-2024', sign: (previous: string, header: string) => sha256Hex(`secret ${previous} ${header}`) };
  const signed = sampleLines({ count: 3, signer });
  const unchecked = await verify(signed);
  expect(unchecked.problems).toEqual([]);
  expect(unchecked.signatures).toEqual({ unsigned: 0, keys: [{ key: 'brest-2024', events: 12, valid: 0, invalid: 0, unchecked: 12 }] });
  const options = {
    file: 'log.jsonl',
    hash: plainHashText,
    checkSignature: (_: string, previous: string, header: string, signature: string) =>
      signature === signer.sign(previous, header) ? ('valid' as const) : ('invalid' as const),
  };
  expect((await verifyLog(signed, options)).signatures.keys).toEqual([
    { key: 'brest-2024', events: 12, valid: 12, invalid: 0, unchecked: 0 },
  ]);
  const otherwise = { ...options, checkSignature: () => 'invalid' as const };
  expect(new Set(keys((await verifyLog(signed, otherwise)).problems))).toEqual(new Set(['log.signatureInvalid']));
});

test('another document than the one expected is named', async () => {
  const report = await verifyLog(intact, { file: 'log.jsonl', hash: plainHashText, documentHash: sha256Hex('another') });
  expect(keys(report.problems)).toEqual(['log.documentDiffers']);
  expect(report.isDocumentAsExpected).toBe(false);
});

test('no input makes it throw, and none but a sound log is called sound', async () => {
  const pieces = fc.oneof(
    fc.string(),
    fc.json(),
    fc.constantFrom(...intact),
    fc.constantFrom('', '{', '{"header":{', '[[['.repeat(5000), '{"header":{"stream":1},"hash":"'),
  );
  await fc.assert(
    fc.asyncProperty(fc.array(pieces, { maxLength: 12 }), async (lines) => {
      const report = await verify(lines);
      expect(report.isSound).toBe(false);
    }),
    { numRuns: 300 },
  );
});

test('a hostile file does not fill the memory with problems', async () => {
  const report = await verify(Array.from({ length: 20_000 }, (_, line) => `junk ${line}`));
  expect(report.problems).toHaveLength(500);
  expect(report.problemsBeyond).toBe(19_500);
});

function verify(lines: Iterable<string>): Promise<LogReport> {
  return verifyLog(lines, { file: 'log.jsonl', hash: plainHashText, documentHash: sha256Hex('document') });
}

async function problems(lines: Iterable<string>): Promise<readonly Problem[]> {
  return (await verify(lines)).problems;
}

function keys(found: readonly Problem[]): string[] {
  return found.map(({ key }) => key);
}

function at(line: number) {
  return { file: 'log.jsonl', line, column: 1 };
}

function anEventLine() {
  return fc.integer({ min: 1, max: intact.length - 1 });
}

function namedBy(line: string | undefined) {
  const { stream, origin, sequence } = readHeader(readEventLine(line ?? '')?.sealed.header ?? '') ?? expect.fail(line);
  return { stream: stream as string, origin, from: sequence };
}

function concerns({ values }: Problem, event: { stream: string; origin: string; from: number }): boolean {
  const isStream = values.stream === event.stream && values.origin === event.origin;
  const { sequence, from, to } = values;
  if (!isStream) return false;
  return sequence === event.from || (typeof from === 'number' && typeof to === 'number' && from <= event.from && event.from <= to);
}

function anErasedLog() {
  const tails = new Tails('brest');
  const sealing = seededSealing();
  const stamp = { exerciseTime: null, authorIn: () => null };
  const erasure = {
    stream: everyoneStream,
    origin: 'brest',
    sequence: 1,
    orderedBy: ['co-director-blr', 'co-director-chn'],
    reason: 'a name',
  };
  const sealed: Sealed[] = [
    ...tails.seal({ ...stamp, time: 1 as MicroInstant, change: [aMessage(everyoneStream, 'a name')] }, sealing),
    ...tails.seal({ ...stamp, time: 2 as MicroInstant, change: [aMessage(everyoneStream, 'no name')] }, sealing),
    ...tails.seal(
      {
        ...stamp,
        time: 3 as MicroInstant,
        change: [{ stream: everyoneStream, event: { type: 'PayloadErased', version: 1, payload: erasure } }],
      },
      sealing,
    ),
  ];
  const [first, ...rest] = sealed;
  if (first === undefined) return expect.fail();
  const lines = [
    manifestLine(sampleManifest(tails.heads()), plainHashText),
    ...[{ ...first, salt: null, payload: null }, ...rest].map(eventLine),
  ];
  return { lines, erasedLine: 1, whole: eventLine(first) };
}
