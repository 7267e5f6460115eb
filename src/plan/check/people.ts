// Rules of people: who is there, in one place at a time, with time to travel, supported by those who can.
import { type Exercise, isPresent } from '../../exercise/bare/index.ts';
import { type Body, type Engagement, type Ground, type Held, travelMinutes } from './ground.ts';
import { rule } from './rule.ts';
import { concerns } from './scope.ts';

export const peopleArePresent = rule('peopleArePresent', 'Units and posts are engaged only while they are there.', 3, (ground) =>
  ground.bodiesLookedAt.flatMap((body) => {
    const presence = ground.presence(body.id);
    return ground
      .engagementsOf(body)
      .filter(({ start, end }) => !isPresent(presence, start, end))
      .map(({ what, start, end }) => ({ values: { who: body.id, serial: what }, amount: end - start }));
  }),
);

export const oneSerialAtATime = rule('oneSerialAtATime', 'A unit or a post is in one serial at a time.', 3, (ground) =>
  pairsInTime(ground).flatMap(({ body, first, second }) => {
    const shared = Math.min(first.end, second.end) - second.start;
    if (first.kind === 'meeting' || second.kind === 'meeting' || shared <= 0) return [];
    return [{ values: { who: body.id, first: first.what, second: second.what, minutes: shared }, amount: shared }];
  }),
);

export const meetingsAreKept = rule('meetingsAreKept', 'A post that a meeting holds is nowhere else meanwhile.', 2, (ground) => [
  ...pairsInTime(ground).flatMap(({ body, first, second }) => {
    const shared = Math.min(first.end, second.end) - second.start;
    const meeting = [first, second].find((engagement) => engagement.kind === 'meeting');
    if (meeting === undefined || shared <= 0) return [];
    const other = meeting === first ? second : first;
    return [{ values: { who: body.id, meeting: meeting.what, other: other.what, minutes: shared }, amount: shared }];
  }),
  ...softMeetingsMissed(ground),
]);

function softMeetingsMissed(ground: Ground) {
  return occurrencesLookedAt(ground).flatMap(({ meeting, start, end, posts }) => {
    const price = ground.exercise.meetings.byId.get(meeting)?.price;
    if (price === undefined) return [];
    return ground.bodies
      .filter((body) => body.kind === 'post' && posts.includes(body.id))
      .flatMap((body) => {
        const other = ground.engagementsOf(body).find((engagement) => engagement.start < end && start < engagement.end);
        return other === undefined
          ? []
          : [{ values: { who: body.id, meeting, other: other.what, minutes: end - start }, amount: 1, price }];
      });
  });
}

/** On moved ground those during which something that has moved was or is held. */
function occurrencesLookedAt({ before, occurrences, left, lookedAt }: Ground): Ground['occurrences'] {
  if (before === undefined) return occurrences;
  const moved = [...left, ...lookedAt];
  return occurrences.filter(({ start, end }) => moved.some((held) => held.start < end && start < held.end));
}

/** The plan does not say who supports a meeting, so that enough free posts must be left for it. */
export const meetingsFindSupport = rule('meetingsFindSupport', 'Enough posts are left free to support each meeting.', 2, (ground) =>
  occurrencesLookedAt(ground).flatMap(({ meeting, start, end, posts }) => {
    const stated = ground.exercise.meetings.byId.get(meeting);
    return (stated?.support ?? []).flatMap(({ role, languages, count }) => {
      const free = ground.bodies.filter(
        (body) =>
          body.kind === 'post' &&
          body.post.role === role &&
          !posts.includes(body.id) &&
          languages.every((language) => body.post.languages.includes(language)) &&
          isPresent(ground.presence(body.id), start, end) &&
          !ground.engagementsOf(body).some((engagement) => engagement.start < end && start < engagement.end),
      );
      const missing = count - free.length;
      return missing > 0 ? [{ values: { meeting, role, languages, count, got: free.length }, amount: missing, price: stated?.price }] : [];
    });
  }),
);

export const thereIsTimeToTravel = rule('thereIsTimeToTravel', 'Between two engagements there is time to travel.', 2, (ground) =>
  ground.bodiesLookedAt.flatMap((body) => {
    const placed = ground.engagementsOf(body).filter((engagement) => engagement.site !== undefined);
    return placed.flatMap((second, index) => {
      const first = placed[index - 1];
      if (first === undefined || first.end > second.start) return [];
      const needed = travelMinutes(ground.exercise, first.site, second.site);
      const short = needed - (second.start - first.end);
      return short > 0 ? [{ values: { who: body.id, first: first.what, second: second.what, minutes: needed }, amount: short }] : [];
    });
  }),
);

/** Every two engagements of a body that overlap or follow each other, the earlier first. */
function pairsInTime(ground: Ground): readonly Pair[] {
  const known = pairsOn.get(ground);
  if (known !== undefined) return known;
  const pairs: Pair[] = [];
  for (const body of ground.bodiesLookedAt) {
    let open: Engagement[] = [];
    for (const second of ground.engagementsOf(body)) {
      open = open.filter((first) => first.end > second.start);
      for (const first of open) pairs.push({ body, first, second });
      open.push(second);
    }
  }
  pairsOn.set(ground, pairs);
  return pairs;
}

type Pair = { readonly body: Body; readonly first: Engagement; readonly second: Engagement };

const pairsOn = new WeakMap<Ground, readonly Pair[]>();

type Asked = { readonly demand: Exercise['supportDemands']['list'][number]; readonly name: string; readonly party: string | undefined };

/** The posts that are asked of a serial: the booking's name of the demand, and of which party. */
function asked(ground: Ground, held: Held): readonly Asked[] {
  const known = askedOf.get(held);
  if (known !== undefined) return known;
  const found = demandedOf(ground, held);
  askedOf.set(held, found);
  return found;
}

const askedOf = new WeakMap<Held, readonly Asked[]>();

function demandedOf(ground: Ground, held: Held): readonly Asked[] {
  const team = held.team.length > 0 ? held.team : held.attending;
  const parties = [...new Set(team.map((unit) => unit.party as string))].sort();
  return ground.exercise.supportDemands.list
    .filter((demand) => concerns(demand.scope, held, ground))
    .filter((demand) => !demand.mixedOnly || parties.length > 1)
    .filter((demand) => demand.light === undefined || touchesLight(ground, held, demand.light))
    .flatMap((demand) => {
      const givers: readonly (string | undefined)[] = demand.eachParty ? parties : [undefined];
      return givers.map((party) => ({ demand, name: party === undefined ? demand.id : `${demand.id}/${party}`, party }));
    });
}

function touchesLight(ground: Ground, { runStart, runEnd, site }: Held, light: 'day' | 'twilight' | 'night'): boolean {
  return ground.sky.minutesAt(site, light, runStart, runEnd) > 0;
}

export const supportIsGiven = rule('supportIsGiven', 'Every serial has the support that is demanded of it.', 3, (ground) =>
  ground.lookedAt.flatMap((held) =>
    asked(ground, held).flatMap(({ demand, name }) => {
      const got = new Set(held.booking.support.filter((booked) => booked.demand === name).map((booked) => booked.by)).size;
      const missing = demand.count - got;
      if (missing <= 0) return [];
      const price = demand.price === undefined ? undefined : demand.price * missing;
      return [{ values: { serial: held.serial.id, demand: name, role: demand.role, count: demand.count, got }, amount: missing, price }];
    }),
  ),
);

export const supportersFit = rule(
  'supportersFit',
  'Who supports a serial has the role, the languages, the party and the site, and gives one support.',
  2,
  (ground) =>
    ground.lookedAt.flatMap((held) => {
      const demands = asked(ground, held);
      return held.booking.support.flatMap(({ demand: name, by }, index) => {
        const wanted = demands.find((candidate) => candidate.name === name);
        const post = ground.exercise.posts.byId.get(by);
        const isFit =
          wanted !== undefined &&
          post !== undefined &&
          post.role === wanted.demand.role &&
          wanted.demand.languages.every((language) => post.languages.includes(language)) &&
          (wanted.party === undefined || post.party === wanted.party) &&
          (post.sites.length === 0 || held.site === undefined || post.sites.includes(held.site.id as never)) &&
          !held.posts.some((attending) => attending.id === by) &&
          held.booking.support.findIndex((other) => other.by === by) === index;
        return isFit ? [] : [{ values: { serial: held.serial.id, demand: name, who: by }, amount: 1 }];
      });
    }),
);

export const rulesOfPeople = [
  peopleArePresent,
  oneSerialAtATime,
  meetingsAreKept,
  meetingsFindSupport,
  thereIsTimeToTravel,
  supportIsGiven,
  supportersFit,
];
