// What a generated document states besides closures and lags: meetings, exclusions, qualifications, reserves, milestones, requirements
// and pairs. Each holds in the hidden plan, for its reserves too.
import type { Written } from '../../exercise/index.ts';
import { type Held, toRunOf } from './held.ts';
import { namesOf } from './lexicon.ts';
import type { Shape, Stand } from './shape.ts';
import { meetingInterpreter } from './support.ts';
import { camp, isIn } from './world.ts';

const because = (reason: string) => ({ reason });

/** (b) The fixed events are serials; these are the meetings. */
export function meetingsSection(shape: Shape): readonly Written<'meetings'>[] {
  const { world, hidden, when } = shape;
  const { languages } = world.mould;
  const ids = (role: string) => world.posts.flatMap((post) => (post.role === role ? [post.id] : []));
  const span = { from: when(world.at(1, 0)), to: when(world.at(hidden.days.final, 0)) };
  const evaluators = ids('evaluator').slice(0, 2);
  return [
    {
      id: 'BOARD',
      ...because('The co-directors decide on the next day.'),
      name: namesOf('board', languages),
      at: '18:30',
      minutes: 30,
      ...span,
      posts: ids('coDirector'),
      site: world.sites[camp]?.id ?? '',
      ...(world.posts.some(({ id }) => id === meetingInterpreter)
        ? { support: [{ role: 'interpreter' as const, languages: [...world.pair] }] }
        : {}),
    },
    {
      id: 'GO-NO-GO',
      ...because('Nothing starts unseen.'),
      name: namesOf('goNoGo', languages),
      at: '06:30',
      minutes: 15,
      ...span,
      posts: ids('chiefController'),
    },
    ...(evaluators.length === 0
      ? []
      : [
          {
            id: 'COLLATE',
            ...because('Observations are compared while they are fresh.'),
            name: namesOf('collate', languages),
            at: '12:30',
            minutes: 30,
            ...span,
            posts: evaluators,
            price: 1,
          },
        ]),
  ];
}

/** (c) Air zones, and two tasks (or, where no two will do, two serials) that never go on at once. */
export function exclusionsSection(shape: Shape): readonly Written<'exclusions'>[] {
  const { world, stands } = shape;
  const random = world.random('exclusions');
  const air = world.sites.flatMap(({ id, hasAir }) => (hasAir ? [`${id}/air`] : []));
  const found: Written<'exclusions'>[] = [
    { id: 'AIRSPACE', ...because('One aircraft at a time.'), between: { zones: air.slice(0, 1) }, and: { zones: air.slice(1) } },
  ];
  const training = stands.filter(({ held }) => held.draft.kind === 'training');
  const clash = (one: readonly Stand[], other: readonly Stand[]) =>
    one.some((a) => other.some((b) => a.held === b.held || (a.start < b.end && b.start < a.end)));
  const doing = (task: string) => training.filter(({ held }) => held.draft.tasks.includes(task));
  const tasks = random.shuffled(world.tasks.map(({ id }) => id));
  for (const [index, one] of tasks.entries()) {
    const other = tasks.slice(index + 1).find((task) => !clash(doing(one), doing(task)));
    if (other === undefined) continue;
    found.push({
      id: 'FREQUENCY',
      ...because('Both need the same frequency.'),
      between: { kinds: ['training'], tasks: [one] },
      and: { kinds: ['training'], tasks: [other] },
    });
    break;
  }
  const some = random.shuffled(training.filter(({ held }) => shape.isFree(held)));
  for (let index = 0; index + 1 < some.length && found.length < 2 + world.options.serials / 20; index += 2) {
    const [one, other] = [some[index], some[index + 1]];
    if (one === undefined || other === undefined || clash([one], [other])) continue;
    found.push({
      id: `ROAD-${found.length}`,
      ...because('There is one road.'),
      between: { serials: [one.held.draft.id] },
      and: { serials: [other.held.draft.id] },
    });
  }
  return found;
}

/** (e) */
export function qualificationsSection({ hidden, world }: Shape): readonly Written<'qualifications'>[] {
  const briefs = ['BRIEF', 'BRIEF-LATE'].filter((id) => hidden.byId.has(id));
  return [
    {
      id: 'SAFETY-FIRST',
      ...because('Nobody trains before the safety brief.'),
      before: { kinds: ['training', 'rehearsal', 'final'] },
      needs: { serials: briefs },
    },
    {
      id: 'PART-FIRST',
      ...because('Part-task training comes before combined training.'),
      before: { kinds: ['training'], phases: ['COMBINED'] },
      needs: { kinds: ['training'], phases: ['PART'] },
    },
    {
      id: 'OFFICERS-FIRST',
      ...because('Safety officers have heard the brief.'),
      scope: { roles: ['safetyOfficer'] },
      before: { kinds: ['training'] },
      needs: { serials: ['BRIEF'] },
    },
    ...(hidden.byId.has('ROCK-DRILL')
      ? [
          {
            id: 'DRILL-FIRST',
            ...because('The final exercise is rehearsed.'),
            before: { kinds: ['final' as const] },
            needs: { serials: ['ROCK-DRILL'] },
            each: 'exercise' as const,
          },
        ]
      : []),
    ...(world.tasks.length > 1
      ? [
          {
            id: 'TASK-WISH',
            ...because('It helps to have seen the first task.'),
            before: { tasks: [world.tasks[1]?.id ?? ''], phases: ['COMBINED'] },
            needs: { tasks: [world.tasks[0]?.id ?? ''] },
            price: 1,
          },
        ]
      : []),
  ];
}

/** (h) */
export function alternatesSection(shape: Shape): readonly Written<'alternates'>[] {
  const { world, ghosts, cut, when, hidden } = shape;
  const wet = ghosts.filter(({ trigger }) => trigger === 'weather');
  const decided = (some: typeof ghosts) => when(cut.least(world.day(1), Math.min(...some.map(({ held }) => held.start))));
  return ghosts.map((ghost) => {
    const { held, alternate: id, trigger, start, end, site } = ghost;
    const serials = [held.draft.id];
    if (trigger === 'site')
      return {
        id,
        ...because('The site may be under water.'),
        serials,
        trigger,
        decideBy: decided([ghost]),
        site: world.sites[site]?.id ?? '',
      };
    const reason = because('Rain would drown it.');
    const decideBy = decided(wet);
    if (id === 'WET-2') return { id, ...reason, serials, trigger, decideBy, start: when(start + toRunOf(held.draft)) };
    const [from, to] = [world.day(hidden.days.reserve), world.day(hidden.days.reserve + 1)];
    return { id, ...reason, serials, trigger, decideBy, window: { from: when(cut.earliest(from, start)), to: when(cut.latest(to, end)) } };
  });
}

/** (i) */
export function milestonesSection(shape: Shape): readonly Written<'milestones'>[] {
  const { world, hidden, cut, when } = shape;
  const { languages } = world.mould;
  const combined = hidden.held.filter(({ draft }) => draft.phase === 'COMBINED').map(({ start }) => start);
  const lead = 120;
  const late = world.units.some(({ isLate }) => isLate);
  return [
    ...(combined.length === 0
      ? []
      : [
          {
            id: 'RADIO-PLAN',
            ...because('Combined training needs the radio plan.'),
            name: namesOf('plan', languages, 'R'),
            due: when(cut.least(world.day(1), Math.min(...combined) - lead)),
            lead: `${lead}min`,
            gates: { phases: ['COMBINED'], kinds: ['training' as const] },
          },
        ]),
    {
      id: 'MEDICAL-PLAN',
      ...because('The final exercise needs the medical plan.'),
      name: namesOf('plan', languages, 'M'),
      due: when(world.day(hidden.days.rehearsal)),
      gates: { kinds: ['final' as const] },
    },
    ...(late
      ? [
          {
            id: 'TENTS',
            ...because('Who comes late finds tents.'),
            name: namesOf('plan', languages, 'T'),
            due: when(world.day(1)),
            arrivals: ['LATE'],
          },
        ]
      : []),
  ];
}

/** What each party exercises in the hidden plan, asked of every plan as far as tightness goes; and some wishes beyond. */
export function requirementsSection(shape: Shape): readonly Written<'requirements'>[] {
  const { world, hidden, cut } = shape;
  const random = world.random('requirements');
  const withTeam = hidden.held.filter(({ team }) => team.length > 0);
  const partiesOf = ({ team }: Held) => new Set(team.map((unit) => world.units[unit]?.party));
  return world.mould.parties.flatMap(({ id: party }, index) => {
    const own = withTeam.filter((held) => partiesOf(held).has(index));
    const times = (some: readonly Held[]) => Math.max(1, cut.least(1, some.length));
    const byTask = world.tasks.flatMap(({ id: task }): Written<'requirements'>[] => {
      const some = own.filter(({ draft }) => draft.tasks.includes(task));
      if (some.length === 0) return [];
      const hard: Written<'requirements'> = { id: `${party}-${task}`, party, task, times: times(some) };
      return random.happens(0.25) && withTeam.filter(({ draft }) => draft.tasks.includes(task)).length > some.length
        ? [hard, { id: `${party}-${task}-WISH`, party, task, times: some.length + 1, hard: false, price: 2 }]
        : [hard];
    });
    const night = own.filter(({ draft, start, site }) =>
      isIn(world.sites[site]?.night ?? [], start + toRunOf(draft), start + toRunOf(draft) + draft.length.run),
    );
    const mixed = own.filter((held) => held.draft.phase === 'COMBINED' && partiesOf(held).size > 1);
    return [
      ...byTask,
      ...(night.length === 0 ? [] : [{ id: `${party}-NIGHT`, party, task: 'SPECTRUM', times: times(night), light: 'night' as const }]),
      ...(mixed.length === 0
        ? []
        : [{ id: `${party}-MIXED`, party, task: 'SPECTRUM', times: times(mixed), phase: 'COMBINED', mixed: true }]),
    ];
  });
}

/** The units that serve together most often in the hidden plan. */
export function pairsSection({ world, hidden, cut, idOf }: Shape): readonly Written<'pairDemands'>[] {
  const counts = new Map<string, number>();
  for (const { team } of hidden.held) {
    for (const one of team)
      for (const other of team)
        if (one < other && world.units[one]?.party !== world.units[other]?.party)
          counts.set(`${one} ${other}`, (counts.get(`${one} ${other}`) ?? 0) + 1);
  }
  const wanted = Math.max(1, Math.floor(world.units.length / 10));
  const most = [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).slice(0, wanted);
  return most.map(([pair, times], index) => {
    const [one = '0', other = '0'] = pair.split(' ');
    return {
      id: `PAIR-${index + 1}`,
      ...because('They will work together later.'),
      first: [idOf(Number(one))],
      second: [idOf(Number(other))],
      times: Math.max(1, cut.least(1, times)),
      ...(index === 1 ? { price: 2 } : {}),
    };
  });
}
