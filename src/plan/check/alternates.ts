// (h) Alternates are checked as if used: the serials move to their reserve, with them those that share trigger and time of decision,
// all else stays, and no hard rule may break that was not broken before.
import type { Exercise } from '../../exercise/index.ts';
import { localDay, minuteFromLocal } from '../../kernel/index.ts';
import { rulesOfDuty } from './duty.ts';
import { rulesOfForm, serialsKeepTheirHours, serialsLieInTheirWindow, serialsRunInTheirLight } from './form.ts';
import { aloneGround, type Ground, type Held, type Move, movedGround } from './ground.ts';
import { oneSerialAtATime, rulesOfPeople } from './people.ts';
import { poolsAreUsedWhereTheyAre, rulesOfPlaces, serialsAreAtTheirSites, sitesAreOpen, sitesHoldTheirSerials } from './places.ts';
import { type Breach, type Rule, rule, violationsOf } from './rule.ts';
import { closuresAreRespected, rulesStated } from './statements.ts';
import { partiesLeadEqually, requirementsAreMet } from './training.ts';

type Alternate = Exercise['alternates']['list'][number];

export const alternatesAreDecidedInTime = rule(
  'alternatesAreDecidedInTime',
  'An alternate is decided before its serials begin, and begins after that.',
  2,
  (ground) =>
    ground.exercise.alternates.list.flatMap((alternate) =>
      alternate.serials.flatMap((id): Breach[] => {
        const held = ground.heldBySerial.get(id);
        if (held === undefined) return [];
        const late = Math.max(
          alternate.decideBy.at - held.start,
          alternate.decideBy.at - (alternate.start?.at ?? alternate.window?.to.at ?? held.start),
        );
        return late > 0 ? [{ values: { alternate: alternate.id, serial: id, minutes: late }, amount: late, price: alternate.price }] : [];
      }),
    ),
);

/** Rules that a serial can break by where and when it stands, those that break most often first; the others wait until all have moved. */
const rulesOfPosition: readonly Rule[] = [
  ...new Set([sitesHoldTheirSerials, oneSerialAtATime, ...rulesOfPeople, ...rulesOfPlaces, ...rulesOfDuty, ...rulesOfForm.slice(4)]),
];
/** What a team must be, and how often two serve together, does not depend on where they stand. */
const allRules: readonly Rule[] = [...rulesOfPosition, ...rulesStated, requirementsAreMet, partiesLeadEqually];

/** Rules that look at one serial by itself: most positions fall by these, and they cost least. */
const rulesOfOne: readonly Rule[] = [
  serialsLieInTheirWindow,
  serialsKeepTheirHours,
  serialsRunInTheirLight,
  serialsAreAtTheirSites,
  sitesAreOpen,
  poolsAreUsedWhereTheyAre,
  closuresAreRespected,
];

const nobody: ReadonlySet<string> = new Set();

/** So many positions are tried before an alternate counts as one that does not hold. */
const mostTrials = 600;

export const alternatesHold = rule('alternatesHold', 'If an alternate is used, no hard rule breaks.', 2, (ground) => {
  const before = new Set(hardOnes(allRules, ground));
  return ground.exercise.alternates.list.flatMap((alternate): Breach[] => {
    const broken = brokenIfUsed(alternate, ground, before);
    return broken === undefined
      ? []
      : [{ values: { alternate: alternate.id, serials: alternate.serials, rule: broken }, amount: 1, price: alternate.price }];
  });
});

/** The first rule that breaks however the serials are put into their reserve, or undefined when they can be. */
function brokenIfUsed(alternate: Alternate, ground: Ground, before: ReadonlySet<string>): string | undefined {
  const moving = movedWith(alternate, ground);
  let [trials, broken] = [0, 'serialsLieInTheirWindow'];
  const breaks = (rules: readonly Rule[], moves: ReadonlyMap<string, Move>, without: ReadonlySet<string>): boolean => {
    return breaksOn(movedGround(ground, moves, without), rules);
  };
  const breaksOn = (used: Ground, rules: readonly Rule[]): boolean => {
    for (const one of rules) {
      if (hardOnes([one], used).every((violation) => before.has(violation))) continue;
      broken = one.id;
      return true;
    }
    return false;
  };
  const place = (index: number, moves: ReadonlyMap<string, Move>): boolean => {
    const next = moving[index];
    if (next === undefined) return !breaks(allRules, moves, nobody);
    const { id } = next.held.serial;
    const others = new Set<string>(moving.slice(index + 1).map(({ held }) => held.serial.id));
    for (const move of reserves(next.alternate, next.held, ground.exercise)) {
      if (trials >= mostTrials) return false;
      const moved = new Map([...moves, [id as string, move]]);
      if (breaksOn(aloneGround(ground, id, move), rulesOfOne)) continue;
      trials++;
      if (others.size > 0 && breaks(rulesOfPosition, moved, others)) continue;
      if (place(index + 1, moved)) return true;
    }
    return false;
  };
  return moving.length === 0 || place(0, new Map()) ? undefined : broken;
}

function hardOnes(rules: readonly Rule[], ground: Ground): readonly string[] {
  return rules.flatMap((one) =>
    violationsOf(one, ground)
      .filter(({ price }) => price === null)
      .map(({ rule: id, values }) => `${id} ${JSON.stringify(values)}`),
  );
}

/** The alternate's own held serials, then those of the others that share its trigger and its time of decision. */
function movedWith(alternate: Alternate, ground: Ground): readonly { readonly alternate: Alternate; readonly held: Held }[] {
  const sharing = ground.exercise.alternates.list.filter(
    (other) => other !== alternate && other.trigger === alternate.trigger && other.decideBy.at === alternate.decideBy.at,
  );
  const moving = new Map<string, { alternate: Alternate; held: Held }>();
  for (const one of [alternate, ...sharing]) {
    for (const id of one.serials) {
      const held = ground.heldBySerial.get(id);
      if (held !== undefined && !moving.has(id)) moving.set(id, { alternate: one, held });
    }
  }
  return [...moving.values()];
}

/** Where a serial may stand if the alternate is used: at the stated start of its run, at each grid point of the window, or at its own time. */
function reserves(alternate: Alternate, held: Held, { setting, zone }: Exercise): readonly Move[] {
  const site = alternate.site ?? held.booking.site;
  const at = (start: number): Move => ({ alternate: alternate.id, start, site });
  if (alternate.start !== undefined) return [at(alternate.start.at - (held.runStart - held.start))];
  if (alternate.window === undefined) return [at(held.start)];
  const grid = setting.gridMinutes;
  const midnight = minuteFromLocal(localDay(setting.from.at, zone), 0, zone);
  const starts: Move[] = [];
  const first = midnight + Math.ceil((alternate.window.from.at - midnight) / grid) * grid;
  for (let start = first; start + held.end - held.start <= alternate.window.to.at; start += grid) starts.push(at(start));
  return starts;
}

export const rulesOfAlternates = [alternatesAreDecidedInTime, alternatesHold];
