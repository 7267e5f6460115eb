import { expect, test } from 'vitest';
import type { LoggedEvent } from '../../../conduct/index.ts';
import type { Exercise } from '../../../exercise/index.ts';
import { aPlantedExercise, aPlantedPlan } from '../../a-planted-exercise.ts';
import { dryRun } from '../../runs/dry-run.ts';

const planted = aPlantedExercise();

function logsOf(exercise: Exercise, runs: number): readonly (readonly LoggedEvent[])[] {
  return Array.from({ length: runs }, (_, run) => {
    const log: LoggedEvent[] = [];
    dryRun(exercise, aPlantedPlan, { seed: 'direction', run, listen: (event) => log.push(event) });
    return log;
  });
}

const typesIn = (log: readonly LoggedEvent[]) => log.map(({ event }) => event.type);

test('now and then a co-director pauses; every pause ends, nothing starts in it, and exercise time falls behind by it', () => {
  const paused = logsOf(planted, 40).filter((log) => typesIn(log).includes('ClockPaused'));
  expect(paused.length).toBeGreaterThan(3);
  for (const log of paused) {
    const types = typesIn(log);
    const [from, to] = [types.indexOf('ClockPaused'), types.indexOf('ClockResumed')];
    expect(from).toBeLessThan(to);
    expect(types.slice(from, to)).not.toContain('SerialStarted');
    expect(types.slice(from, to)).not.toContain('InjectReleased');
    const [before, after] = [log[from], log[to]];
    const minutes = ((after?.time ?? 0) - (before?.time ?? 0)) / 60_000_000;
    expect(minutes).toBeGreaterThan(9);
    expect(minutes).toBeLessThan(120);
    expect(after?.exerciseTime).toBe(before?.exerciseTime);
  }
});

test('an H-hour moves by as much as the serial that lies on it starts late', () => {
  const list = planted.serials.list.map((serial) =>
    serial.id === 'DAY-2' ? { ...serial, at: { written: 'H1', at: aPlantedPlan.bookings[1]?.start as never } } : serial,
  );
  const exercise: Exercise = {
    ...planted,
    setting: { ...planted.setting, anchors: { ...planted.setting.anchors, H1: '091130CJUL24' } },
    serials: { list, byId: new Map(list.map((serial) => [serial.id, serial])) },
  };
  let moves = 0;
  for (const log of logsOf(exercise, 20)) {
    const started = log.find(({ event }) => event.type === 'SerialStarted' && (event.payload as { serial: string }).serial === 'DAY-2');
    const set = log.find(({ event }) => event.type === 'AnchorSet');
    const late = ((started?.time ?? 0) - (aPlantedPlan.bookings[1]?.start ?? 0) * 60_000_000) / 60_000_000;
    if (started === undefined || late < 20) {
      expect(set).toBeUndefined();
      continue;
    }
    moves++;
    const moved = set?.event.payload as { anchor: string; at: number } | undefined;
    expect(moved?.anchor).toBe('H1');
    expect(Math.abs((moved?.at ?? 0) - (aPlantedPlan.bookings[1]?.start ?? 0) - late)).toBeLessThanOrEqual(2.5);
  }
  expect(moves).toBeGreaterThan(0);
});

test('leaders report where their people are where the document turns positions on, and not otherwise', () => {
  const on: Exercise = { ...planted, setting: { ...planted.setting, positions: { ...planted.setting.positions, on: true } } };
  const reported = (exercise: Exercise) => typesIn(logsOf(exercise, 1)[0] ?? []).filter((type) => type === 'PositionReported').length;
  expect(reported(planted)).toBe(0);
  expect(reported(on)).toBeGreaterThanOrEqual(8);
});
