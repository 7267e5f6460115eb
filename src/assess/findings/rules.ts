/**
 * Findings that the figures propose: each rule looks at one figure and says what it shows, with the events that show it. They are proposals: people
 * discuss them, agree them or let them fall. No rule compares parties, and none names a person.
 */
import type { AssessedFinding } from '../assessment.ts';
import type { EventMark } from '../event-marks.ts';
import type { Figured } from '../figured.ts';
import { ownScaleOf, ratingOf } from '../figures/ratings.ts';
import { type RequestPart, requestParts } from '../figures/requests.ts';
import type { Observation } from '../gather/observations.ts';
import { ratioOf } from '../spread.ts';

export type Proposal = {
  /** What tells it from others of its rule. */
  readonly of: string;
  readonly strength: boolean;
  readonly values: AssessedFinding['values'];
  readonly party?: string;
  readonly task?: string;
  readonly serials?: readonly string[];
  readonly shownBy: readonly EventMark[];
};

type Rule = (figured: Figured) => readonly Proposal[];

/** A share below this is worth a word, and a share that changed by as much as the second is a trend. */
const fairShare = 0.8;
const clearChange = 0.1;
/** Of fewer nothing is concluded. */
const least = 3;
/** Later than this is late. */
const graceMicros = 900_000_000;

/** A procedure met its standard in fewer than four of five cases. */
export const procedureBelowStandard: Rule = ({ procedures, occurrences }) =>
  procedures.procedures.flatMap(({ procedure, met }): Proposal[] => {
    const share = ratioOf(met);
    if (share === null || met.of < least || share >= fairShare) return [];
    const unmet = occurrences.filter((one) => one.procedure === procedure && one.met === false);
    return [
      {
        of: procedure,
        strength: false,
        values: { procedure, hits: met.hits, of: met.of, share },
        serials: serialsOf(unmet),
        shownBy: unmet.map(({ mark }) => mark),
      },
    ];
  });

/** A requirement was not achieved as often as it asks, and no serial that could still count is left. */
export const requirementNotAchieved: Rule = ({ gathered, coverage }) =>
  coverage.requirements.flatMap(({ requirement, party, task, times, planned, achieved }): Proposal[] => {
    const { clock, serials } = gathered;
    const lost = planned.filter((serial) => !achieved.includes(serial));
    const isOpen = clock.endex() === null && lost.some((serial) => (serials.runs.get(serial)?.endMark ?? null) === null);
    const hasBegun = serials.runs.size > 0;
    if (achieved.length >= times || isOpen || !hasBegun) return [];
    const ends = lost.flatMap((serial) => serials.runs.get(serial)?.endMark ?? []);
    // What was never booked is shown by the end of the exercise alone.
    const shownBy = ends.length > 0 ? ends : [clock.endexMark() ?? []].flat();
    return [
      {
        of: requirement,
        strength: false,
        values: { requirement, party, task, times, got: achieved.length },
        party,
        task,
        serials: lost,
        shownBy,
      },
    ];
  });

/** Serials that ended more than a quarter of an hour after the end that was booked. */
export const serialsOverran: Rule = ({ gathered, serials }) => {
  const ended = serials.filter(({ endedAt, plannedEnd, status }) => endedAt !== null && plannedEnd !== null && status !== 'cancelled');
  const late = ended.filter(({ endedAt, plannedEnd }) => (endedAt ?? 0) - (plannedEnd ?? 0) > graceMicros);
  if (late.length === 0) return [];
  const minutes = late.map(({ endedAt, plannedEnd }) => Math.floor(((endedAt ?? 0) - (plannedEnd ?? 0)) / 60_000_000));
  const names = late.map(({ serial }) => serial);
  return [
    {
      of: 'all',
      strength: false,
      values: { serials: names, n: late.length, of: ended.length, most: Math.max(...minutes) },
      serials: names,
      shownBy: names.flatMap((serial) => gathered.serials.runs.get(serial)?.endMark ?? []),
    },
  ];
};

/** Deliveries that asked for an answer, got none, and whose time is over. */
export const injectsUnanswered: Rule = ({ answers }) => {
  const asking = answers.filter(({ delivery, onTime }) => delivery.answerWithinMinutes !== null && onTime !== null);
  const silent = asking.filter(({ lasted }) => !lasted.ended);
  if (silent.length === 0) return [];
  const values = { numbers: [...new Set(silent.map(({ number }) => number))], n: silent.length, of: asking.length };
  return [{ of: 'all', strength: false, values, shownBy: silent.map(({ delivery }) => delivery.mark) }];
};

/** A task whose worst rating by a party's evaluators lies in the worse half of their scale (of P, S, M, U: M or U); on the agreed scale, else on their own. */
export const taskRatedLow: Rule = ({ gathered, ratings }) => {
  const low = ratings.tasks.flatMap(({ task, party, rating, own = null }) => {
    const onOwn = rating === null;
    const scale = onOwn ? ownScaleOf(gathered.exercise, party) : ratings.scale;
    const worst = rating ?? own;
    return worst === null || scale.indexOf(worst) * 2 < scale.length ? [] : [{ of: `${task}/${party}`, task, party, worst, onOwn }];
  });
  if (low.length === 0) return [];
  const found = low.map((one) => ({ ...one, shown: [] as Observation[] }));
  for (const observation of gathered.observations.observations()) {
    const one = found.find(({ task, party }) => task === observation.task && party === observation.party);
    if (one === undefined) continue;
    const given = one.onOwn ? observation.partyRating : ratingOf(observation, ratings.scale);
    if (given === one.worst) one.shown.push(observation);
  }
  return found.map(({ of, task, party, worst, shown }) => {
    const values = { task, party, rating: worst };
    return { of, strength: false, values, party, task, serials: serialsOf(shown), shownBy: shown.map(({ mark }) => mark) };
  });
};

/** Requests that were answered in time in fewer than four of five cases, and the part in which most of the time went. */
export const requestsSlow: Rule = ({ requests, requestFigures }) => {
  const share = ratioOf(requests.onTime);
  if (share === null || requests.onTime.of < least || share >= fairShare) return [];
  const late = requestFigures.filter(({ onTime }) => onTime === false);
  const { hits, of } = requests.onTime;
  const values = { hits, of, share, slowest: slowestPart(requests) };
  return [{ of: 'all', strength: false, values, serials: serialsOf(late.map(({ run }) => run)), shownBy: late.map(({ run }) => run.mark) }];
};

/** The part with the longest median; a part that half of the requests never came through is longer than any. */
export function slowestPart(split: Figured['requests']): RequestPart {
  const lengthOf = (part: RequestPart): number => {
    const { n, censored, median } = split[part];
    return median ?? (n + censored === 0 ? -1 : Number.POSITIVE_INFINITY);
  };
  return requestParts.reduce((slowest, part) => (lengthOf(part) > lengthOf(slowest) ? part : slowest));
}

/** A procedure met its standard clearly more often in the last phase than in the first. */
export const procedureImproved: Rule = (figured) => changed(figured, (by) => by >= clearChange, true);

/** A procedure met its standard clearly less often in the last phase than in the first. */
export const procedureDeclined: Rule = (figured) => changed(figured, (by) => by <= -clearChange, false);

function changed({ gathered, procedures, occurrences }: Figured, isClear: (by: number) => boolean, strength: boolean): readonly Proposal[] {
  return procedures.trends.flatMap(({ procedure, first, last, betterBy }): Proposal[] => {
    if (betterBy === null || !isClear(betterBy) || first.met.of < least || last.met.of < least) return [];
    const phases = [first.phase, last.phase];
    const shown = occurrences.filter(
      (one) => one.procedure === procedure && one.met !== null && one.serial !== null && phases.includes(gathered.phaseOf(one.serial)),
    );
    const values = {
      procedure,
      from: ratioOf(first.met) ?? 0,
      to: ratioOf(last.met) ?? 0,
      first: first.phase ?? '',
      last: last.phase ?? '',
    };
    return [{ of: procedure, strength, values, serials: serialsOf(shown), shownBy: shown.map(({ mark }) => mark) }];
  });
}

/** Fewer than half of the known communications were marked, so that the figures on contacts say little. */
export const contactsPoorlyCaptured: Rule = ({ contacts }) => {
  const share = ratioOf(contacts.captured);
  if (share === null || contacts.captured.of < least || share >= 0.5) return [];
  const { hits, of } = contacts.captured;
  return [{ of: 'all', strength: false, values: { hits, of, share }, shownBy: contacts.missed }];
};

function serialsOf(shown: readonly { readonly serial: string | null }[]): readonly string[] {
  return [...new Set(shown.flatMap(({ serial }) => serial ?? []))];
}

/** In the order in which findings are listed: what failed, what was slow, what got better. */
export const rules = {
  requirementNotAchieved,
  taskRatedLow,
  procedureBelowStandard,
  procedureDeclined,
  requestsSlow,
  injectsUnanswered,
  serialsOverran,
  contactsPoorlyCaptured,
  procedureImproved,
} as const satisfies Readonly<Record<string, Rule>>;
