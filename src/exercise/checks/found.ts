/** For the tests of checks: a small document without any fault or note, and what is found when a part of it is replaced. */
import { languages, mustSay } from '../../words/index.ts';
import { type AnExercise, aDocument, anInject, aPost, aSerial, aSite, aStoryline, aTask, aUnit } from '../a-document.ts';
import { readExercise } from '../read-exercise.ts';

const text = (words: string) => ({ source: 'en', texts: { en: words, zh: words, ru: words } });
const named = (name: string) => ({ en: name, zh: name, ru: name });
const kinds = ['document', 'plan', 'change', 'inject', 'release', 'resume', 'finding', 'communique'] as const;

export const objective = {
  id: 'O1',
  party: 'BLR',
  name: named('O1'),
  task: 'cordon',
  condition: text('By day'),
  standard: text('In time'),
};
export const requirement = { id: 'R1', party: 'CHN', task: 'spectrum', times: 1 };
export const collected = {
  id: 'K1',
  objective: 'O1',
  question: named('Q'),
  indicator: named('I'),
  criticalTask: 'cordon/brief',
  serials: ['S1'],
  evaluators: ['eval-b', 'eval-c'],
};

/** Two parties, one site, one task with a critical task, one mixed serial, two injects; every check is content with it. */
export const sound = {
  units: [
    aUnit({ id: 'B1', capabilities: [{ capability: 'search', level: 3 }], languages: ['ru'] }),
    aUnit({ id: 'C1', party: 'CHN', capabilities: [{ capability: 'search', level: 2 }], languages: ['zh'] }),
  ],
  capabilities: [{ id: 'search', name: named('Search') }],
  facilities: [{ id: 'range', name: named('Range') }],
  sites: [aSite({ id: 'hall', facilities: ['range'] }), aSite({ id: 'field' })],
  tasks: [
    aTask({ id: 'spectrum' }),
    aTask({ id: 'cordon', parent: 'spectrum', criticalTasks: { brief: { name: named('Brief'), standard: text('In both languages') } } }),
  ],
  objectives: [objective],
  requirements: [requirement],
  phases: [{ id: 'P1', name: named('P1'), from: 'D 08:00', to: 'D+3 20:00' }],
  serials: [
    aSerial({ id: 'S1', tasks: ['cordon'], phase: 'P1', team: { parties: { least: 2 } }, sites: ['hall'], facilities: ['range'] }),
    aSerial({ id: 'S2', tasks: ['cordon'], at: 'D+5 10:00', team: {}, sites: ['hall'] }),
  ],
  posts: [
    aPost({ id: 'controller' }),
    aPost({ id: 'player', cell: 'trainingAudience', role: 'player', audience: 'primary' }),
    aPost({ id: 'eval-b', role: 'evaluator', cell: 'support' }),
    aPost({ id: 'eval-c', role: 'evaluator', cell: 'support', party: 'CHN', languages: ['zh'] }),
  ],
  collection: [collected],
  storylines: [aStoryline({ id: 'story' })],
  injects: [
    anInject({ id: 'I1', expectedAction: text('Answer') }),
    anInject({ id: 'I2', trigger: { kind: 'absence', inject: 'I1', within: '20min' } }),
  ],
  agreements: kinds.map((on) => ({
    id: on,
    on,
    consents: [{ role: 'controller', party: 'BLR' }],
    within: '1h',
    silenceMeans: 'no' as const,
  })),
} satisfies AnExercise;

/** The keys of the faults and notes found when collections of the sound document are replaced. Each must be sayable in every language. */
export function found(replaced: AnExercise = {}): readonly string[] {
  const { faults, notes } = readExercise(aDocument({ ...sound, ...replaced }));
  for (const problem of [...faults, ...notes]) {
    for (const language of languages) {
      mustSay(problem, language);
      if (problem.maybe !== undefined) mustSay(problem.maybe, language);
    }
  }
  return [...faults, ...notes].map(({ key }) => key);
}

export { named, text };
