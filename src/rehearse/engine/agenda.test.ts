import fc from 'fast-check';
import { expect, test } from 'vitest';
import { randomFor } from '../../kernel/index.ts';
import { Agenda } from './agenda.ts';
import { Desk } from './desk.ts';

test('things happen in the order of their times, and equal times in the order of entry', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 20 }), { maxLength: 200 }), (times) => {
      const agenda = new Agenda();
      const done: [number, number][] = [];
      times.forEach((time, index) => {
        agenda.at(time, (now) => done.push([now, index]));
      });
      while (agenda.step());
      expect(done).toEqual(times.map((time, index): [number, number] => [time, index]).toSorted((a, b) => a[0] - b[0] || a[1] - b[1]));
    }),
  );
});

test('what is put down for the past happens now', () => {
  const agenda = new Agenda();
  const seen: number[] = [];
  agenda.at(10, () => agenda.at(3, (now) => seen.push(now)));
  while (agenda.step());
  expect(seen).toEqual([10]);
});

test('a desk of three with Poisson arrivals waits as Erlang C says, within one per cent', () => {
  // λ = 2, μ = 1, c = 3: P(wait) = 4/9, Wq = P(wait) / (cμ − λ) = 4/9.
  const agenda = new Agenda();
  const desk = new Desk(agenda, 3);
  const random = randomFor('erlang', 'arrivals');
  const service = randomFor('erlang', 'service');
  let left = 1_500_000;
  const takes = () => service.exponential(1);
  const arrive = (now: number): void => {
    desk.ask(takes, () => {});
    if (--left > 0) agenda.at(now + random.exponential(1 / 2), arrive);
  };
  agenda.at(0, arrive);
  while (agenda.step());
  expect(Math.abs(desk.record.waited / desk.record.served / (4 / 9) - 1)).toBeLessThan(0.01);
});

test('a desk that stood empty serves whoever comes next', () => {
  const agenda = new Agenda();
  const desk = new Desk(agenda, 1);
  const ended: number[] = [];
  const come = () => {
    desk.ask(
      () => 5,
      (_came, _began, end) => ended.push(end),
    );
  };
  for (const time of [0, 100, 101, 200]) agenda.at(time, come);
  while (agenda.step());
  expect(ended).toEqual([5, 105, 110, 205]);
});

test('fewer hands finish what they hold and take nothing new until they are enough again', () => {
  const agenda = new Agenda();
  const desk = new Desk(agenda, 2);
  const ended: number[] = [];
  agenda.at(0, () => {
    for (let job = 0; job < 4; job++)
      desk.ask(
        () => 10,
        (_came, _began, end) => ended.push(end),
      );
    desk.staff(1);
  });
  while (agenda.step());
  expect(ended).toEqual([10, 10, 20, 30]);
});
