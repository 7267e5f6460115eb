// The serials of a generated exercise before anybody knows when they are held: fixed events as far as the number allows, part-task and
// combined training, by day and by night, and the final exercise.
import type { SerialKind } from '../../exercise/index.ts';
import type { Random } from '../../kernel/index.ts';
import type { Word } from './lexicon.ts';
import type { Length } from './mould.ts';
import type { World } from './world.ts';

export type PhaseId = 'RECEPTION' | 'PART' | 'COMBINED' | 'CLOSE';

export type Draft = {
  readonly id: string;
  readonly word: Word;
  readonly kind: SerialKind;
  readonly phase: PhaseId;
  readonly length: Length;
  readonly tasks: readonly string[];
  readonly light: 'day' | 'night' | 'any';
  /** Units wanted in the team; 0 for none. */
  readonly size: number;
  readonly facility: string;
  readonly isAir: boolean;
  readonly pool: { readonly pool: PoolId; readonly count: number } | undefined;
  readonly chain: string | undefined;
  /** Units of the task group that the team is to have. */
  readonly group: number;
  readonly isOptional: boolean;
};

export type PoolId = 'BOATS' | 'AMBULANCES' | 'RADIOS';

/** Fixed events and the like, those first that no exercise goes without. */
const events = [
  'BRIEF',
  'FINAL',
  'ROCK-DRILL',
  'OPENING',
  'CLOSING',
  'BRIEF-LATE',
  'RADIO-A',
  'RADIO-B',
  'VISIT',
  'SPORT',
  'HOT-WASH',
] as const;
export type EventId = (typeof events)[number];
/** Events that make no sense where the end is not fixed. */
const atTheEnd: readonly EventId[] = ['CLOSING', 'VISIT', 'HOT-WASH'];

const length = (run: number, more: Partial<Length> = {}): Length => ({ setUp: 0, brief: 0, run, debrief: 0, reset: 0, ...more });

/** What is known of the events; their times follow from the hidden plan. */
const eventFacts: Readonly<Record<EventId, Pick<Draft, 'word' | 'kind' | 'phase' | 'length'>>> = {
  BRIEF: { word: 'brief', kind: 'brief', phase: 'RECEPTION', length: length(60) },
  FINAL: { word: 'final', kind: 'final', phase: 'CLOSE', length: length(240, { setUp: 60, debrief: 60 }) },
  'ROCK-DRILL': { word: 'rock', kind: 'rehearsal', phase: 'CLOSE', length: length(120, { setUp: 30 }) },
  OPENING: { word: 'opening', kind: 'ceremony', phase: 'RECEPTION', length: length(60, { setUp: 30 }) },
  CLOSING: { word: 'closing', kind: 'ceremony', phase: 'CLOSE', length: length(60) },
  'BRIEF-LATE': { word: 'brief', kind: 'brief', phase: 'PART', length: length(60) },
  'RADIO-A': { word: 'radio', kind: 'rehearsal', phase: 'CLOSE', length: length(30) },
  'RADIO-B': { word: 'radio', kind: 'rehearsal', phase: 'CLOSE', length: length(30) },
  VISIT: { word: 'visit', kind: 'visit', phase: 'CLOSE', length: length(60) },
  SPORT: { word: 'sport', kind: 'rest', phase: 'PART', length: length(120) },
  'HOT-WASH': { word: 'hotWash', kind: 'hotWash', phase: 'CLOSE', length: length(90) },
};

export type Syllabus = {
  readonly events: ReadonlyMap<EventId, Draft>;
  readonly part: readonly Draft[];
  readonly combined: readonly Draft[];
  /** Optional serials that the hidden plan does not hold. */
  readonly spare: readonly Draft[];
};

export function syllabusOf(world: World): Syllabus {
  const { options, hasFixedEnd, units } = world;
  const usable = events.filter(
    (id) => (hasFixedEnd || !atTheEnd.includes(id)) && (id !== 'BRIEF-LATE' || units.some(({ isLate }) => isLate)),
  );
  const most = Math.min(usable.length, Math.max(3, Math.floor(options.serials * 0.35)));
  // Two radio checks go together or not at all.
  const chosen = usable.slice(0, most).filter((id) => id !== 'RADIO-A' || usable.slice(0, most).includes('RADIO-B'));
  const spare = Math.floor(options.serials / 40);
  const training = options.serials - chosen.length - spare;
  const part = Math.max(1, Math.round(training * 0.55));
  const random = world.random('syllabus');
  const drafts = Array.from({ length: training + spare }, (_, index) =>
    trainingDraft(world, index, index < part || index >= training, random),
  );
  return {
    events: new Map(chosen.map((id) => [id, eventDraft(world, id)])),
    part: drafts.slice(0, part),
    combined: withFewGrouped(drafts.slice(part, training)),
    spare: drafts.slice(training).map((draft) => ({ ...draft, isOptional: true, light: 'any', chain: undefined, pool: undefined })),
  };
}

function eventDraft({ units, tasks, mould }: World, id: EventId): Draft {
  const hasTeam = id === 'FINAL' || id === 'ROCK-DRILL';
  return {
    id,
    ...eventFacts[id],
    // One end sets up before the other, and yet both check at once.
    ...(id === 'RADIO-A' ? { length: { ...eventFacts[id].length, setUp: mould.grid } } : {}),
    tasks: id === 'FINAL' ? tasks.slice(0, 2).map((task) => task.id) : [],
    light: 'any',
    size: hasTeam ? Math.min(8, Math.max(2, Math.floor(units.length / 3))) : 0,
    facility: '',
    isAir: false,
    pool: undefined,
    chain: undefined,
    group: 0,
    isOptional: false,
  };
}

/** One task group cannot be everywhere: only the first serials that ask for it keep it. */
function withFewGrouped(drafts: readonly Draft[]): readonly Draft[] {
  const grouped = drafts.filter(({ group }) => group > 0).slice(0, 8);
  return drafts.map((draft) => (grouped.includes(draft) ? draft : { ...draft, group: 0 }));
}

/** With a preparation of whole grid steps, so that the run begins on the grid like the set-up. */
function onGrid(length: Length, grid: number): Length {
  return { ...length, brief: grid * Math.ceil((length.setUp + length.brief) / grid) - length.setUp };
}

function trainingDraft({ mould, sites, tasks, units }: World, index: number, isPart: boolean, random: Random): Draft {
  const isNight = !isPart && random.happens(mould.nightShare / 0.45);
  const model = onGrid(random.pick(mould.lengths), mould.grid);
  const task = tasks[index % tasks.length]?.id ?? '';
  const other = random.pick(tasks).id;
  const size = Math.min(random.pick(mould.teamSizes), Math.max(2, Math.floor(units.length / 2)));
  const isAir = !isNight && random.happens(0.12);
  // Where there is an air zone there must be the facility as well.
  const site = isAir ? sites[1] : random.pick(sites.slice(1));
  const pools = ['BOATS', isNight ? 'AMBULANCES' : 'RADIOS'] as const;
  return {
    id: `S-${String(index + 1).padStart(3, '0')}`,
    word: 'serial',
    kind: 'training',
    phase: isPart ? 'PART' : 'COMBINED',
    length: isNight ? { ...model, run: Math.min(model.run, 120) } : model,
    tasks: isPart || task === other ? [task] : [task, other],
    light: isNight ? 'night' : random.happens(0.7) ? 'day' : 'any',
    size,
    facility: random.pick(site?.facilities ?? []),
    isAir,
    pool: random.happens(0.2) ? { pool: random.pick(pools), count: 1 + random.below(2) } : undefined,
    chain: random.happens(0.35) ? `${isPart ? 'PART' : 'COMBINED'}-${1 + Math.floor(index / 12)}` : undefined,
    group: isPart || size < 4 || index % 3 !== 0 ? 0 : isNight ? 2 : 4,
    isOptional: random.happens(0.05),
  };
}
