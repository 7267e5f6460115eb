import { expect, test } from 'vitest';
import { type LoggedEvent, systemAuthor } from '../../conduct/index.ts';
import { sha256Hex, stableJson } from '../../kernel/index.ts';
import { aPlantedExercise, aPlantedPlan } from '../a-planted-exercise.ts';
import { dryRun, type KeptChange } from './dry-run.ts';

const exercise = aPlantedExercise();

function logOf(seed: string, run: number): readonly LoggedEvent[] {
  const log: LoggedEvent[] = [];
  dryRun(exercise, aPlantedPlan, { seed, run, listen: (event) => log.push(event) });
  return log;
}

const traceOf = (log: readonly LoggedEvent[]): string => sha256Hex(log.map((event) => stableJson(event)).join('\n'));

test('a seed and a run give an exact trace', () => {
  const log = logOf('1', 0);
  expect({ events: log.length, trace: traceOf(log) }).toMatchInlineSnapshot(`
    {
      "events": 502,
      "trace": "2c07f544f7bdc76de6985eab516b8411b1dc229e2ec1668ae9db830d5b05140b",
    }
  `);
});

test('the same seed and run give the same bytes again, another run gives others', () => {
  expect(traceOf(logOf('1', 3))).toBe(traceOf(logOf('1', 3)));
  expect(traceOf(logOf('1', 3))).not.toBe(traceOf(logOf('1', 4)));
  expect(traceOf(logOf('2', 3))).not.toBe(traceOf(logOf('1', 3)));
});

test('every serial comes to an end and every inject is played or put aside, in many kinds of event', () => {
  for (let run = 0; run < 20; run++) {
    const { record, refusals } = dryRun(exercise, aPlantedPlan, { seed: '7', run });
    expect([...record.outcomes].every((outcome) => outcome >= 1 && outcome <= 3)).toBe(true);
    expect([...record.released].every((released, at) => released === 1 || record.deferred[at] === 1)).toBe(true);
    expect(record.types).toBeGreaterThanOrEqual(12);
    expect(record.events).toBeGreaterThan(300);
    expect(refusals).toBeLessThan(10);
  }
});

test('times rise strictly from change to change, and a kept change is what a store is given', () => {
  const changes: KeptChange[] = [];
  const files = [
    { file: 'shared/exercise.yaml', class: 'RESTRICTED/BLR,CHN//everyone:', text: 'exercise: {}', hash: sha256Hex('exercise: {}') },
  ];
  dryRun(exercise, aPlantedPlan, { seed: '1', run: 0, files, keep: (change) => changes.push(change) });
  expect(changes[0]?.events[0]?.event.type).toBe('DocumentAdopted');
  expect(changes[1]?.command).toMatchObject({ type: 'AdoptPlan', by: systemAuthor });
  for (const [at, change] of changes.entries()) {
    const before = changes[at - 1];
    if (before !== undefined) expect(change.stamp.time).toBeGreaterThan(before.stamp.time);
    expect(change.command.at).toBe(change.stamp.time);
    expect(change.events.length).toBe(change.change.length);
  }
  const ids = changes.map(({ command }) => command.id);
  expect(new Set(ids).size).toBe(ids.length);
});

test('a post that is only there gives nobody else other luck', () => {
  const idle = exercise.posts.byId.get('MEDIC');
  if (idle === undefined) throw new Error('no such post');
  const list = [...exercise.posts.list, { ...idle, id: 'OBSERVER', role: 'observer' as const }];
  const more = { ...exercise, posts: { list, byId: new Map(list.map((post) => [post.id, post])) } };
  const log: LoggedEvent[] = [];
  dryRun(more, aPlantedPlan, { seed: '1', run: 0, listen: (event) => log.push(event) });
  expect(traceOf(log)).toBe(traceOf(logOf('1', 0)));
});
