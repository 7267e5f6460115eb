// Rules of form: the plan books every serial once, for as long as it takes, on the grid, inside its windows.

import { serialMinutes } from '../../exercise/bare/index.ts';
import { localDay, minuteFromLocal, minuteOfLocalDay } from '../../kernel/index.ts';
import type { Ground, Held } from './ground.ts';
import { rule } from './rule.ts';
import { within } from './sky.ts';

export const everySerialIsBookedOnce = rule(
  'everySerialIsBookedOnce',
  'Every serial has one booking, and nothing else has.',
  1,
  ({ exercise, plan }) => {
    const times = new Map<string, number>();
    for (const { serial } of plan.bookings) times.set(serial, (times.get(serial) ?? 0) + 1);
    const strange = [...times.keys()].filter((serial) => !exercise.serials.byId.has(serial));
    const wrong = exercise.serials.list.filter((serial) => times.get(serial.id) !== 1);
    return [
      ...strange.map((serial) => ({ values: { serial, times: times.get(serial) ?? 0 }, amount: 1 })),
      ...wrong.map((serial) => ({ values: { serial: serial.id, times: times.get(serial.id) ?? 0 }, amount: 1 })),
    ];
  },
);

export const mandatorySerialsAreHeld = rule(
  'mandatorySerialsAreHeld',
  'A serial that is not optional is held.',
  2,
  ({ exercise, plan }) => {
    const missing = plan.bookings.filter(({ serial, held }) => {
      const stated = exercise.serials.byId.get(serial);
      return !held && stated !== undefined && stated.optional === undefined;
    });
    return missing.map(({ serial }) => ({ values: { serial }, amount: 1 }));
  },
);

export const optionalSerialsCost = rule(
  'optionalSerialsCost',
  'An optional serial that is not held costs its price.',
  1,
  ({ exercise, plan }) =>
    plan.bookings.flatMap(({ serial, held }) => {
      const price = exercise.serials.byId.get(serial)?.optional?.price;
      return held || price === undefined || price === 0 ? [] : [{ values: { serial }, amount: 1, price }];
    }),
);

export const heldSerialsHaveTimes = rule(
  'heldSerialsHaveTimes',
  'A held serial has a start and an end, one that is not held has nothing.',
  1,
  ({ plan }) =>
    plan.bookings.flatMap(({ serial, held, start, end, site, team, lead, support }) => {
      const isWhole = held
        ? start !== null && end !== null
        : start === null && end === null && site === null && lead === null && team.length + support.length === 0;
      return isWhole ? [] : [{ values: { serial, held }, amount: 1 }];
    }),
);

export const serialsTakeTheirTime = rule(
  'serialsTakeTheirTime',
  'A serial lasts from its set-up to its debrief as long as the document says.',
  1,
  (ground) =>
    ground.lookedAt.flatMap(({ serial, start, end }) => {
      const stated = serialMinutes(serial).total;
      return end - start === stated
        ? []
        : [{ values: { serial: serial.id, minutes: end - start, stated }, amount: Math.abs(end - start - stated) }];
    }),
);

export const startsLieOnTheGrid = rule(
  'startsLieOnTheGrid',
  'A serial that is not fixed starts on the grid, counted from midnight of the first day.',
  1,
  (ground) => {
    const { setting, zone } = ground.exercise;
    const midnight = minuteFromLocal(localDay(setting.from.at, zone), 0, zone);
    const free = ground.lookedAt.filter(({ serial, move }) => serial.at === undefined && move === undefined);
    return free.flatMap(({ serial, start }) => {
      const past = (((start - midnight) % setting.gridMinutes) + setting.gridMinutes) % setting.gridMinutes;
      return past === 0 ? [] : [{ values: { serial: serial.id, grid: setting.gridMinutes, past }, amount: past }];
    });
  },
);

export const fixedPointsStand = rule('fixedPointsStand', 'A fixed serial begins its run when the document says.', 2, (ground) =>
  ground.lookedAt.flatMap(({ serial, runStart, move }) => {
    if (serial.at === undefined || move !== undefined || runStart === serial.at.at) return [];
    return [
      { values: { serial: serial.id, minutes: runStart - serial.at.at, at: serial.at.written }, amount: Math.abs(runStart - serial.at.at) },
    ];
  }),
);

export const serialsLieInTheirWindow = rule(
  'serialsLieInTheirWindow',
  'A serial lies in the exercise, in its phase and in its window.',
  2,
  (ground) =>
    ground.lookedAt.flatMap((held) => {
      const over = windowsOf(held, ground).reduce((most, [from, to]) => Math.max(most, from - held.start, held.end - to), 0);
      return over > 0 ? [{ values: { serial: held.serial.id, minutes: over }, amount: over }] : [];
    }),
);

/** A fixed point is bound by nothing but the exercise; what stands at its alternate, by the reserve window alone. */
function windowsOf({ serial, move }: Held, { exercise }: Ground): readonly (readonly [number, number])[] {
  const whole: readonly [number, number] = [exercise.setting.from.at, exercise.setting.to.at];
  if (move !== undefined) {
    const window = exercise.alternates.byId.get(move.alternate)?.window;
    return window === undefined ? [whole] : [whole, [window.from.at, window.to.at]];
  }
  const phase = serial.phase === undefined || serial.at !== undefined ? undefined : exercise.phases.byId.get(serial.phase);
  return [
    whole,
    ...(phase === undefined ? [] : [[phase.from.at, phase.to.at] as const]),
    [serial.startsFrom?.at ?? Number.NEGATIVE_INFINITY, serial.endsBy?.at ?? Number.POSITIVE_INFINITY],
  ];
}

export const serialsKeepTheirHours = rule(
  'serialsKeepTheirHours',
  'A serial lies from set-up to debrief in its local hours.',
  2,
  (ground) =>
    ground.lookedAt.flatMap(({ serial, start, end }) => {
      const { hours } = serial;
      if (hours === undefined) return [];
      const isInside = within(hours);
      const outside = countMinutes(start, end, (minute) => !isInside(minuteOfLocalDay(minute as never, ground.exercise.zone)));
      return outside > 0 ? [{ values: { serial: serial.id, minutes: outside, from: hours.from, to: hours.to }, amount: outside }] : [];
    }),
);

export const serialsRunInTheirLight = rule('serialsRunInTheirLight', 'The run of a serial lies in the light it asks for.', 3, (ground) =>
  ground.lookedAt.flatMap(({ serial, site, runStart, runEnd }) => {
    const { light } = serial;
    if (light === undefined) return [];
    const outside = Math.max(0, runEnd - runStart) - ground.sky.minutesAt(site, light, runStart, runEnd);
    return outside > 0 ? [{ values: { serial: serial.id, minutes: outside, light }, amount: outside }] : [];
  }),
);

export const teamsAreLeafUnits = rule(
  'teamsAreLeafUnits',
  'Only leaf units are booked, each once, in the order of their names; a serial without a team books none.',
  1,
  ({ leaves, lookedAt }) => {
    const isLeaf = new Set<string>(leaves.map(({ id }) => id));
    return lookedAt.flatMap(({ serial, booking }) => {
      const wrong = booking.team.filter((unit) => !isLeaf.has(unit));
      const isSorted = booking.team.every((unit, index) => index === 0 || (booking.team[index - 1] ?? '') < unit);
      const isNeedless = serial.team === undefined && (booking.team.length > 0 || booking.lead !== null);
      return wrong.length === 0 && isSorted && !isNeedless
        ? []
        : [{ values: { serial: serial.id, units: wrong }, amount: Math.max(1, wrong.length) }];
    });
  },
);

function countMinutes(from: number, to: number, isWrong: (minute: number) => boolean): number {
  let count = 0;
  for (let minute = from; minute < to; minute++) if (isWrong(minute)) count++;
  return count;
}

export const rulesOfForm = [
  everySerialIsBookedOnce,
  mandatorySerialsAreHeld,
  optionalSerialsCost,
  heldSerialsHaveTimes,
  serialsTakeTheirTime,
  startsLieOnTheGrid,
  fixedPointsStand,
  serialsLieInTheirWindow,
  serialsKeepTheirHours,
  serialsRunInTheirLight,
  teamsAreLeafUnits,
];
