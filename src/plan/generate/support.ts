// Support in a generated exercise: what every serial asks for, and the posts that are called up to give it in the hidden plan.
import type { Role, Written } from '../../exercise/index.ts';
import { canTake, type Roster, type Spell } from './roster.ts';
import type { Draft } from './syllabus.ts';
import { touches, type World } from './world.ts';

export type Asked = {
  readonly demand: string;
  readonly role: Role;
  readonly count: number;
  /** -1: of any party. */
  readonly party: number;
  readonly isPair: boolean;
};

const reason = (text: string) => ({ reason: text });

/** The demands as the document states them. */
export function supportDemands({ pair, tasks }: World): readonly Written<'supportDemands'>[] {
  return [
    {
      id: 'SAFETY',
      ...reason('A safety officer sees to every training serial.'),
      scope: { kinds: ['training', 'final'] },
      role: 'safetyOfficer',
    },
    {
      id: 'MEDICAL',
      ...reason('At night medical cover is at hand.'),
      scope: { kinds: ['training'] },
      role: 'medicalCover',
      light: 'night',
    },
    {
      id: 'INTERPRETER',
      ...reason('A mixed team has an interpreter while it works.'),
      scope: { kinds: ['training', 'final'] },
      role: 'interpreter',
      languages: [...pair],
      mixedOnly: true,
      during: 'run',
    },
    {
      id: 'EVALUATOR',
      ...reason('Each party evaluates its own in combined training.'),
      scope: { kinds: ['training'], phases: ['COMBINED'] },
      role: 'evaluator',
      eachParty: true,
    },
    {
      id: 'CONTROLLER',
      ...reason('Rehearsals and the final exercise are controlled.'),
      scope: { kinds: ['rehearsal', 'final'] },
      role: 'controller',
    },
    {
      id: 'ROLE-PLAYERS',
      ...reason('Somebody must be found.'),
      scope: { kinds: ['training'], tasks: [tasks[0]?.id ?? ''] },
      role: 'rolePlayer',
      count: 2,
      during: 'run',
    },
    {
      id: 'LIAISON',
      ...reason('A liaison officer helps where there is one.'),
      scope: { kinds: ['training'], phases: ['PART'] },
      role: 'liaisonOfficer',
      price: 1,
    },
  ];
}

/** What a serial asks for where it stands; the soft demand is asked of every fourth, so that there is something to gain. */
export function asks(
  world: World,
  {
    draft,
    start,
    site,
    parties,
  }: { readonly draft: Draft; readonly start: number; readonly site: number; readonly parties: readonly number[] },
): readonly Asked[] {
  const { kind, phase, tasks, length, id } = draft;
  const run = start + length.setUp + length.brief;
  const isTraining = kind === 'training';
  const found: Asked[] = [];
  const ask = (demand: string, role: Role, more: Partial<Asked> = {}) =>
    found.push({ demand, role, count: 1, party: -1, isPair: false, ...more });
  if (isTraining || kind === 'final') ask('SAFETY', 'safetyOfficer');
  if (isTraining && touches(world.sites[site]?.night ?? [], run, run + length.run)) ask('MEDICAL', 'medicalCover');
  if ((isTraining || kind === 'final') && parties.length > 1) ask('INTERPRETER', 'interpreter', { isPair: true });
  if (isTraining && phase === 'COMBINED') for (const party of parties) ask('EVALUATOR', 'evaluator', { party });
  if (kind === 'rehearsal' || kind === 'final') ask('CONTROLLER', 'controller');
  if (isTraining && tasks.includes(world.tasks[0]?.id ?? '')) ask('ROLE-PLAYERS', 'rolePlayer', { count: 2 });
  if (isTraining && phase === 'PART' && id.endsWith('4')) ask('LIAISON', 'liaisonOfficer');
  return found;
}

/** The interpreter who is kept for meetings. */
export const meetingInterpreter = 'INTERPRETER-1';

/** Posts for all that is asked, each once; who is missing is called up. */
export function postsFor(
  world: World,
  roster: Roster,
  asked: readonly Asked[],
  spell: Spell,
  taken: readonly number[],
): readonly { readonly demand: string; readonly party: number; readonly body: number }[] | undefined {
  const used = new Set(taken);
  const given: { demand: string; party: number; body: number }[] = [];
  for (const { demand, role, count, party, isPair } of asked) {
    for (let missing = count; missing > 0; missing--) {
      const known = world.posts.findIndex(
        (post, index) =>
          post.role === role &&
          post.id !== meetingInterpreter &&
          (party < 0 || post.party === party) &&
          !used.has(world.units.length + index) &&
          canTake(roster, world.units.length + index, spell),
      );
      const body = known >= 0 ? world.units.length + known : addPost(world, role, party, isPair);
      if (!canTake(roster, body, spell)) return undefined;
      used.add(body);
      given.push({ demand, party, body });
    }
  }
  return given;
}

/** The posts of a role, at least so many, of the first parties in turn. */
export function callUp(world: World, role: Role, count = role === 'coDirector' ? world.mould.parties.length : 1): readonly number[] {
  const known = () => world.posts.flatMap((post, index) => (post.role === role ? [world.units.length + index] : []));
  while (known().length < count) addPost(world, role, known().length % world.mould.parties.length, false);
  return known().slice(0, count);
}

/** Who sits in the meetings, with an interpreter who does nothing else; and one of each who may be asked for. */
export function callUpFirst(world: World): void {
  addPost(world, 'interpreter', -1, true);
  callUp(world, 'coDirector');
  callUp(world, 'chiefController');
  for (const role of ['safetyOfficer', 'medicalCover', 'controller', 'rolePlayer', 'liaisonOfficer'] as const) callUp(world, role);
  for (const party of world.mould.parties.keys()) addPost(world, 'evaluator', party, false);
}

const idOfRole: Partial<Record<Role, string>> = {
  safetyOfficer: 'SAFETY',
  medicalCover: 'MEDICAL',
  interpreter: 'INTERPRETER',
  evaluator: 'EVALUATOR',
  controller: 'CONTROLLER',
  rolePlayer: 'ROLE-PLAYER',
  liaisonOfficer: 'LIAISON',
  coDirector: 'CO-DIRECTOR',
  hostNationSupport: 'SIGNALS',
  visitsOfficer: 'VISITS',
  chiefController: 'CHIEF-CONTROLLER',
};

export function addPost(world: World, role: Role, party: number, isPair: boolean): number {
  const { posts, mould, pair } = world;
  const isOfRole = posts.filter((post) => post.role === role && (role !== 'evaluator' || post.party === party)).length;
  const own = role === 'rolePlayer' || role === 'interpreter' ? -1 : party >= 0 ? party : isOfRole % mould.parties.length;
  const number = isOfRole + 1;
  const code = mould.parties[own]?.id;
  const name = idOfRole[role] ?? role;
  posts.push({
    id: role === 'evaluator' || role === 'coDirector' ? `${name}-${code}${role === 'evaluator' ? `-${number}` : ''}` : `${name}-${number}`,
    role,
    party: own,
    languages: isPair || role === 'interpreter' ? [...pair] : [mould.parties[Math.max(0, own)]?.languages[0] ?? 'en'],
    hasHome: number % 2 === 1,
  });
  return world.units.length + posts.length - 1;
}
