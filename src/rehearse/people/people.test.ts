import { expect, test } from 'vitest';
import {
  type Command,
  decide,
  evolve,
  inOrder,
  type LoggedEvent,
  nextDueAt,
  nextTime,
  noConduct,
  stampOf,
  systemAuthor,
  type VersionedEvent,
  visible,
} from '../../conduct/index.ts';
import type { MicroInstant } from '../../kernel/index.ts';
import { aPlantedExercise, aPlantedPlan } from '../a-planted-exercise.ts';
import { dryRun } from '../runs/dry-run.ts';
import { stageOf } from '../stage/stage.ts';
import { type SimulatedPeople, simulatedPeople } from './people.ts';

const exercise = aPlantedExercise();
const stage = stageOf(exercise, aPlantedPlan);

/** Plays the people against a conduct of its own, as a server does: command by command, told what was decided. */
class Played {
  readonly conduct = noConduct(exercise, stage.routes);
  readonly log: LoggedEvent[] = [];
  readonly commands: Command[] = [];
  #last: MicroInstant = stage.begins as MicroInstant;
  readonly #lengths = new Map<string, number>();

  give(asked: Command, people: SimulatedPeople): void {
    const command = { ...asked, at: nextTime(this.#last, asked.at) };
    this.#last = command.at;
    const { change, outcome } = decide(command, this.conduct);
    const { time, exerciseTime, authorIn } = stampOf(command, this.conduct);
    const events = inOrder(change).map(({ stream, event }): LoggedEvent => {
      const sequence = (this.#lengths.get(stream) ?? 0) + 1;
      this.#lengths.set(stream, sequence);
      return { stream, origin: 'test', sequence, time, exerciseTime, author: authorIn(stream), event };
    });
    for (const event of events) evolve(this.conduct, event);
    this.log.push(...events);
    this.commands.push(command);
    people.told(events);
    if (outcome.kind === 'refused') people.refused(command);
  }

  adopt(people: SimulatedPeople): this {
    const { seed, iterations, lanes, bookings } = aPlantedPlan;
    const order = { seed, iterations, lanes, objectives: [], unmet: [], bookings: structuredClone(bookings) as never };
    this.give({ id: 'plan', type: 'AdoptPlan', by: systemAuthor, at: stage.begins as MicroInstant, order }, people);
    return this;
  }

  /** Until a time; `before` is called before each command. */
  play(people: SimulatedPeople, until = stage.ends, before?: (at: number) => void): this {
    for (let passed = 0; ; ) {
      const due = nextDueAt(this.conduct, this.#last);
      const next = people.next(Math.min(due ?? Number.POSITIVE_INFINITY, until));
      if (next === null && (due === null || due > until)) return this;
      before?.(next?.at ?? due ?? 0);
      if (next !== null) this.give(next.command, people);
      else if (due !== null) this.give({ id: `time/${++passed}/${due}`, type: 'PassTime', by: systemAuthor, at: due, order: {} }, people);
    }
  }
}

test('people who are told what happened play the same conduct as a dry run', () => {
  const people = simulatedPeople(exercise, aPlantedPlan, '1', 0);
  const played = new Played().adopt(people).play(people);
  const log: LoggedEvent[] = [];
  dryRun(exercise, aPlantedPlan, { seed: '1', run: 0, listen: (event) => log.push(event) });
  // The dry run adopts its plan a microsecond later, to leave room for the document.
  expect(played.log.map(({ event, time }) => [event.type, time]).slice(10)).toEqual(
    log.map(({ event, time }) => [event.type, time]).slice(10),
  );
});

test('what a post knows is what folding the streams it may read gives', () => {
  const people = simulatedPeople(exercise, aPlantedPlan, '1', 1);
  const played = new Played().adopt(people);
  for (const share of [0.4, 0.5, 1]) {
    played.play(people, stage.begins + (stage.ends - stage.begins) * share);
    for (const { id } of exercise.posts.list) {
      const own = noConduct(exercise, stage.routes);
      for (const event of played.log) if (stage.routes.reads(id, event.stream)) evolve(own, event);
      expect(people.memoryOf(id)).toEqual(visible(own, () => true).slices);
    }
  }
});

test('posts know different things', () => {
  const people = simulatedPeople(exercise, aPlantedPlan, '1', 0);
  new Played().adopt(people).play(people);
  const excon = stage.routes.excon;
  expect(people.memoryOf('CONTROL-1').has(excon)).toBe(true);
  expect(people.memoryOf('LEAD-BLR-1').has(excon)).toBe(false);
  expect(people.memoryOf('LEAD-BLR-1').has(stage.routes.ofParty('CHN'))).toBe(false);
});

test('what is hidden from a party changes nothing that its people do', () => {
  const party = (command: Command) => exercise.posts.byId.get(command.by)?.party;
  const ofBlr = (given: Played) =>
    given.commands.filter((command) => party(command) === 'BLR').map(({ type, by, at, order }) => ({ type, by, at, order }));
  const plain = simulatedPeople(exercise, aPlantedPlan, '1', 2);
  const before = new Played().adopt(plain).play(plain);

  const people = simulatedPeople(exercise, aPlantedPlan, '1', 2);
  const after = new Played().adopt(people);
  let sequence = 1_000_000;
  let hidden = 0;
  after.play(people, stage.ends, (at) => {
    if (++hidden % 50 !== 0) return;
    // A note inside the Chinese party, of which nobody of Belarus may know.
    const event = {
      type: 'NoDuffDetailsRecorded',
      version: 1,
      payload: { alert: 'none', party: 'CHN', text: `${hidden}` },
    } as VersionedEvent;
    people.told([
      {
        stream: stage.routes.medicalOf('CHN'),
        origin: 'test',
        sequence: ++sequence,
        time: at as MicroInstant,
        exerciseTime: null,
        author: null,
        event,
      },
    ]);
    const request = {
      type: 'RequestReceived',
      version: 1,
      payload: { request: `hidden/${hidden}`, from: 'LNO-CHN', to: 'SNR-CHN', texts: { zh: '?' } },
    } as VersionedEvent;
    people.told([
      {
        stream: stage.routes.ofPost('SNR-CHN'),
        origin: 'test',
        sequence: ++sequence,
        time: at as MicroInstant,
        exerciseTime: null,
        author: null,
        event: request,
      },
    ]);
  });
  expect(after.commands.some(({ type, by }) => type === 'AnswerRequest' && by === 'SNR-CHN')).toBe(true);
  expect(ofBlr(after)).toEqual(ofBlr(before));
});

test('people who take up a log go on as those who were there', () => {
  const half = stage.startex + (stage.endex - stage.startex) * 0.12;
  const there = simulatedPeople(exercise, aPlantedPlan, '1', 0);
  const played = new Played().adopt(there).play(there, half);
  const later = simulatedPeople(exercise, aPlantedPlan, '1', 0);
  later.resume(played.log);
  const next = Array.from({ length: 5 }, () => there.next());
  const resumed = Array.from({ length: 5 }, () => later.next());
  expect(resumed.map((one) => [one?.at, one?.command.type])).toEqual(next.map((one) => [one?.at, one?.command.type]));
});
