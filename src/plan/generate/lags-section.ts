// (d) Lags and days of a generated document, each read off two serials of the hidden plan, and the pause that units have between serials.
import type { Written } from '../../exercise/index.ts';
import { localDay, type MinuteInstant } from '../../kernel/index.ts';
import type { Held } from './held.ts';
import type { Shape, Stand } from './shape.ts';

const because = (reason: string) => ({ reason });

/** One of each relation for a dozen serials, and a pause between the serials of a unit. */
export function lagsSection(shape: Shape): readonly Written<'lags'>[] {
  const { world, hidden, cut, stands } = shape;
  const random = world.random('lags');
  const { zone } = world.mould;
  const dayOf = (held: Held) => localDay(held.start as MinuteInstant, zone);
  const firm = hidden.held.filter((held) => held.draft.kind === 'training' && shape.isFree(held));
  const found: Written<'lags'>[] = [];
  const rounds = Math.max(1, Math.round(firm.length / 12));
  const pick = (suits: (first: Held, second: Held) => boolean): readonly [Held, Held] | undefined => {
    for (let tries = 0; tries < 200 && firm.length > 1; tries++) {
      const [first, second] = [random.pick(firm), random.pick(firm)];
      if (first !== second && suits(first, second)) return [first, second];
    }
    return undefined;
  };
  const state = (id: string, reason: string, pair: readonly [Held, Held] | undefined, more: Partial<Written<'lags'>>) => {
    if (pair === undefined) return;
    const [first, second] = pair;
    found.push({
      id: `${id}-${found.length + 1}`,
      ...because(reason),
      first: { serials: [first.draft.id] },
      second: { serials: [second.draft.id] },
      ...more,
    });
  };
  for (let round = 0; round < rounds; round++) {
    const pause = pick((first, second) => second.start - first.end >= 60 && second.start - first.end < 4 * 1440);
    if (pause !== undefined) {
      const minutes = pause[1].start - pause[0].end;
      state('PAUSE', 'What was learnt must settle, and not be forgotten.', pause, {
        least: `${cut.least(0, minutes)}min`,
        most: `${cut.most(minutes + 5 * 1440, minutes)}min`,
      });
    }
    const begun = pick((first, second) => second.start > first.start && second.start - first.start < 2 * 1440);
    if (begun !== undefined && round % 2 === 0)
      state('LEAD', 'The first prepares the second.', begun, {
        measured: 'startToStart',
        least: `${cut.least(0, begun[1].start - begun[0].start)}min`,
      });
    state(
      'SAME-DAY',
      'Both need the same lorries.',
      pick((first, second) => dayOf(first) === dayOf(second)),
      { relation: 'sameDay' },
    );
    state(
      'NOT-SAME-DAY',
      'Both need the same instructors.',
      pick((first, second) => dayOf(first) !== dayOf(second)),
      { relation: 'notSameDay' },
    );
    state(
      'NEXT-DAY',
      'The second uses what the first built.',
      pick((first, second) => dayOf(second) - dayOf(first) === 1),
      { relation: 'consecutive' },
    );
    const wish = pick((first, second) => dayOf(first) !== dayOf(second));
    if (round === 0) state('WISH', 'It would be a pity to divide them.', wish, { relation: 'sameDay', price: 2 });
  }
  if (hidden.byId.has('RADIO-A'))
    found.push({
      id: 'RADIO',
      ...because('Both ends check at once.'),
      first: { serials: ['RADIO-A'] },
      second: { serials: ['RADIO-B'] },
      relation: 'together',
    });
  const breath = shortestBreath(shape, stands);
  if (breath >= 5 && Number.isFinite(breath))
    found.push({
      id: 'BREATH',
      ...because('Nobody runs from one serial into the next.'),
      first: { kinds: ['training'] },
      second: { kinds: ['training'] },
      least: `${Math.max(5, cut.least(0, breath))}min`,
      sameUnitsOnly: true,
    });
  return found;
}

/** The least minutes between two training serials that share a unit of the team, reserves used or not. */
function shortestBreath({ world, standsOf }: Shape, stands: readonly Stand[]): number {
  let shortest = Number.POSITIVE_INFINITY;
  const training = new Set(stands.filter(({ held }) => held.draft.kind === 'training'));
  for (let unit = 0; unit < world.units.length; unit++) {
    const own = standsOf(unit).filter((stand) => training.has(stand));
    for (const one of own) {
      for (const other of own) {
        if (one.held === other.held || other.start < one.start) continue;
        shortest = Math.min(shortest, other.start - one.end);
      }
    }
  }
  return shortest;
}
