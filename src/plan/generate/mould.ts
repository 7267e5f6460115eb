// What a generated exercise takes over from one that is there: its parties and languages, calendar and sun, the names of its places and
// tasks, how long its serials last and how large its teams are. Nothing of who does what, and when.
import {
  type Exercise,
  leafTasks,
  leafUnits,
  type Names,
  type ObjectiveKind,
  type Position,
  type Setting,
  serialMinutes,
} from '../../exercise/index.ts';
import { dayFromCivil, localDay, type Zone, zoneOfLetter } from '../../kernel/index.ts';

/** Minutes of a serial's parts. */
export type Length = {
  readonly setUp: number;
  readonly brief: number;
  readonly run: number;
  readonly debrief: number;
  readonly reset: number;
};

export type Named = { readonly id: string; readonly names: Names };

export type Mould = {
  readonly code: string;
  readonly zone: Zone;
  /** As a document writes it. */
  readonly writtenZone: Setting['zone'];
  /** Local day on which the exercise begins. */
  readonly firstDay: number;
  readonly grid: number;
  readonly twilight: Setting['twilight'];
  readonly objectives: readonly ObjectiveKind[];
  readonly languages: readonly string[];
  readonly parties: readonly (Named & { readonly languages: readonly string[]; readonly kind: 'nation' | 'agency' })[];
  readonly scale: readonly string[];
  readonly folders: { readonly shared: string; readonly excon: string; readonly parties: string };
  readonly sites: readonly { readonly names: Names; readonly position: Position }[];
  readonly facilities: readonly Named[];
  readonly capabilities: readonly Named[];
  readonly tasks: readonly Named[];
  readonly lengths: readonly Length[];
  readonly teamSizes: readonly number[];
  readonly strengths: readonly number[];
  /** The share of training serials that are held at night. */
  readonly nightShare: number;
};

/** What a whole document gives as mould; what it lacks comes from the plain one. */
export function mouldOf(exercise: Exercise): Mould {
  const { setting, policy, zone } = exercise;
  const training = exercise.serials.list.filter(({ kind, team }) => kind === 'training' && team !== undefined);
  const named = (list: readonly { readonly id: string; readonly name: Names }[]) =>
    list.map(({ id, name }): Named => ({ id, names: name }));
  const orPlain = <T>(found: readonly T[], plain: readonly T[]) => (found.length > 0 ? found : plain);
  const nights = training.filter(({ light }) => light === 'night').length;
  return {
    code: setting.code,
    zone,
    writtenZone: setting.zone,
    firstDay: localDay(setting.from.at, zone),
    grid: setting.gridMinutes,
    twilight: setting.twilight,
    objectives: setting.objectives,
    languages: setting.languages,
    parties: setting.participating.flatMap((id) => {
      const party = exercise.parties.byId.get(id);
      return party === undefined ? [] : [{ id, names: party.name, languages: party.languages, kind: party.kind }];
    }),
    scale: policy.scale,
    folders: policy.folders,
    sites: orPlain(
      exercise.sites.list.map(({ name, position }) => ({ names: name, position })),
      plainMould.sites,
    ),
    facilities: orPlain(named(exercise.facilities.list), plainMould.facilities),
    capabilities: orPlain(named(exercise.capabilities.list), plainMould.capabilities),
    tasks: orPlain(named(leafTasks(exercise)), plainMould.tasks),
    lengths: orPlain(
      training.map((serial) => serialMinutes(serial)).filter(({ total }) => total <= 480),
      plainMould.lengths,
    ),
    teamSizes: orPlain(
      training.flatMap(({ team }) =>
        [team?.units.least, team?.units.most].filter((size) => size !== undefined && size > 1 && size < 9),
      ) as number[],
      plainMould.teamSizes,
    ),
    strengths: orPlain(
      leafUnits(exercise).map(({ strength }) => strength),
      plainMould.strengths,
    ),
    nightShare: training.length === 0 ? plainMould.nightShare : Math.min(0.5, Math.max(0.15, nights / training.length)),
  };
}

const named = (id: string, en: string, fr: string, zh: string, ru: string): Named => ({ id, names: { en, fr, zh, ru } });

/** The mould of those who have no document at hand: three invented parties on a plain in July. */
export const plainMould: Mould = {
  code: 'PLAIN',
  zone: zoneOfLetter('C') ?? { name: 'C', offsetMinutes: 180 },
  writtenZone: 'C',
  firstDay: dayFromCivil(2024, 7, 8),
  grid: 30,
  twilight: 'civil',
  objectives: ['price', 'slack', 'continuity', 'pairs', 'load'],
  languages: ['en', 'fr', 'zh', 'ru'],
  parties: [
    { ...named('AAA', 'Northland', 'Septentrie', '北部国', 'Северная земля'), languages: ['en'], kind: 'nation' },
    { ...named('BBB', 'Midland', 'Médiane', '中部国', 'Срединная земля'), languages: ['fr'], kind: 'nation' },
    { ...named('CCC', 'Southland', 'Méridie', '南部国', 'Южная земля'), languages: ['ru', 'en'], kind: 'nation' },
  ],
  scale: ['UNCLASSIFIED', 'RESTRICTED'],
  folders: { shared: 'UNCLASSIFIED', excon: 'RESTRICTED', parties: 'RESTRICTED' },
  sites: [
    { names: { en: 'Ridge', fr: 'Crête', zh: '山脊', ru: 'Гряда' }, position: { latitude: 52.1, longitude: 23.7 } },
    { names: { en: 'Lake', fr: 'Lac', zh: '湖区', ru: 'Озеро' }, position: { latitude: 52.2, longitude: 23.8 } },
    { names: { en: 'Village', fr: 'Village', zh: '村庄', ru: 'Деревня' }, position: { latitude: 52.0, longitude: 23.9 } },
    { names: { en: 'Wood', fr: 'Bois', zh: '林地', ru: 'Лес' }, position: { latitude: 52.3, longitude: 23.6 } },
  ],
  facilities: [
    named('ground', 'Open ground', 'Terrain dégagé', '开阔地', 'Открытая местность'),
    named('water', 'Water', 'Plan d’eau', '水域', 'Водоём'),
    named('houses', 'Houses', 'Maisons', '房屋', 'Постройки'),
  ],
  capabilities: [
    named('search', 'Search', 'Recherche', '搜索', 'Поиск'),
    named('signals', 'Signals', 'Transmissions', '通信', 'Связь'),
    named('medic', 'First aid', 'Secourisme', '救护', 'Первая помощь'),
    named('boat', 'Boats', 'Embarcations', '船艇', 'Лодки'),
    named('rope', 'Ropes', 'Cordes', '绳索', 'Верёвочные работы'),
  ],
  tasks: [
    named('recce', 'Reconnaissance', 'Reconnaissance', '侦察', 'Разведка местности'),
    named('search-area', 'Search of an area', 'Fouille d’une zone', '区域搜索', 'Поиск в районе'),
    named('cordon', 'Cordon', 'Bouclage', '封控', 'Оцепление'),
    named('crossing', 'Crossing of water', 'Franchissement', '渡水', 'Переправа'),
    named('casualty', 'Care for casualties', 'Prise en charge des blessés', '伤员救护', 'Помощь пострадавшим'),
    named('hand-over', 'Hand-over', 'Passation', '交接', 'Передача'),
    named('convoy', 'Convoy', 'Convoi', '车队', 'Колонна'),
    named('picture', 'Common picture', 'Situation commune', '共同态势', 'Единая обстановка'),
    named('rescue', 'Rescue', 'Sauvetage', '营救', 'Спасение'),
    named('liaison', 'Liaison', 'Liaison', '联络', 'Связь взаимодействия'),
  ],
  lengths: [
    { setUp: 30, brief: 30, run: 120, debrief: 30, reset: 30 },
    { setUp: 30, brief: 15, run: 90, debrief: 15, reset: 0 },
    { setUp: 0, brief: 30, run: 180, debrief: 30, reset: 45 },
    { setUp: 15, brief: 15, run: 60, debrief: 30, reset: 30 },
    { setUp: 60, brief: 30, run: 150, debrief: 30, reset: 30 },
  ],
  teamSizes: [3, 4, 4, 5, 5, 6],
  strengths: [6, 8, 8, 10, 12],
  nightShare: 0.15,
};
