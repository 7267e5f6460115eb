// The command mix of a rehearsed exercise, as `bench/conduct.ts` measures it: two parties, mixed serials, an MSEL, coordination between staffs.
// Commands are made beforehand, so that only deciding and folding is timed.
import type { Command, CommandType, OrderOf } from '../src/conduct/index.ts';
import { systemAuthor } from '../src/conduct/index.ts';
import {
  type AnExercise,
  anExercise,
  anInject,
  aPost,
  aSerial,
  aSite,
  aStoryline,
  aTask,
  aUnit,
  type Exercise,
} from '../src/exercise/index.ts';
import { type MicroInstant, microsFromIso, randomFor } from '../src/kernel/index.ts';

const parties = ['BLR', 'CHN'] as const;
const language = { BLR: 'ru', CHN: 'zh' } as const;
const standard = { source: 'en', texts: { en: 'As agreed', ru: 'Как согласовано', zh: '按约定' } };
const rule = (thing: string, audience: string) => ({ thing, classification: 'RESTRICTED', releasableTo: 'participating', audience });

/** An exercise of so many serials and injects, with posts as in the model exercise. */
export function benchExercise(serials: number, injects: number): Exercise {
  const both = <T>(make: (party: (typeof parties)[number]) => T): readonly T[] => parties.map(make);
  const post = (id: string, role: string, cell: string, party: (typeof parties)[number]) =>
    aPost({ id: `${id}-${party}`, role: role as 'player', cell: cell as 'excon', party, languages: [language[party]] });
  const players = Array.from({ length: 16 }, (_, index) =>
    both((party) => post(`TEAM${index}`, 'teamLeader', 'trainingAudience', party)),
  ).flat();
  const items: AnExercise = {
    policy: {
      defaults: [rule('contact', 'everyone:'), rule('observation', 'everyone:')],
      standing: [{ ...rule('inject', 'everyone:'), author: 'excon', trigger: 'atEndex' }],
    },
    sites: Array.from({ length: 5 }, (_, index) => aSite({ id: `SITE-${index}` })),
    units: both((party) => Array.from({ length: 12 }, (_, index) => aUnit({ id: `U${index}-${party}`, party }))).flat(),
    tasks: [aTask({ id: 'T', criticalTasks: { c: { name: { en: 'c' }, standard } } })],
    procedures: [{ id: 'REQUEST', name: { en: 'Request' }, kind: 'request', within: '20min', standard }],
    posts: [
      ...players,
      ...both((party) => post('CODIR', 'coDirector', 'command', party)),
      ...both((party) => post('CONTROL', 'controller', 'excon', party)),
      ...both((party) => post('EVAL', 'evaluator', 'excon', party)),
      ...both((party) => post('SAFETY', 'safetyOfficer', 'excon', party)),
      ...both((party) => post('MEDIC', 'medicalCover', 'support', party)),
      ...both((party) => post('LNO', 'liaisonOfficer', 'command', party)),
      ...both((party) => post('RELEASE', 'releaseOfficer', 'support', party)),
      ...both((party) => ({ ...post('TRANS', 'translator', 'support', party), languages: ['ru', 'zh'] })),
    ],
    serials: Array.from({ length: serials }, (_, index) => aSerial({ id: `S-${index}`, tasks: ['T'] })),
    storylines: [aStoryline({ id: 'story' })],
    excon: {
      injects: Array.from({ length: injects }, (_, index) =>
        anInject({
          id: `I-${index}`,
          to: [`TEAM${index % 16}-BLR`, `TEAM${index % 16}-CHN`],
          text: standard,
          controller: 'CONTROL-BLR',
          trigger:
            index % 5 === 4
              ? { kind: 'after', inject: `I-${index - 1}`, happening: 'answered', delay: '5min' }
              : index % 5 === 3
                ? { kind: 'absence', inject: `I-${index - 1}`, within: '20min' }
                : {
                    kind: 'time',
                    at: `D+${1 + (index % 9)} ${String(6 + (index % 15)).padStart(2, '0')}:${String(index % 60).padStart(2, '0')}`,
                  },
        }),
      ),
    },
  };
  return anExercise(items);
}

export const startsAt = microsFromIso('2024-07-08T03:00:00Z');

/** Commands in order, with their times; `deliveryOf` names what a recipient will have received. */
export function benchCommands(
  exercise: Exercise,
  deliveryOf: (inject: string, post: string) => string,
  options: {
    readonly talk: number;
    readonly seed: string;
    readonly begun?: boolean;
    readonly from?: number;
    readonly injects?: readonly [number, number];
  },
): Command[] {
  const random = randomFor(options.seed, 'mix');
  const commands: Command[] = [];
  let at = options.from ?? startsAt;
  const add = <T extends CommandType>(by: string, type: T, order: OrderOf<T>) => {
    at += 1_000_000 + random.below(30_000_000);
    commands.push({ id: `${options.seed}-${commands.length}`, type, by, at: at as MicroInstant, order } as unknown as Command);
  };
  const serials = exercise.serials.list.map(({ id }) => id);
  if (options.begun !== true) {
    const bookings = serials.map((serial, index) => ({
      serial,
      held: true,
      start: 28_676_000 + index * 120,
      end: 28_676_100 + index * 120,
      site: `SITE-${index % 5}`,
      team: [`U${index % 12}-BLR`, `U${(index + 3) % 12}-CHN`],
      lead: `U${index % 12}-BLR`,
      support: [],
    }));
    add(systemAuthor, 'AdoptPlan', { seed: '1', iterations: 1, lanes: 1, objectives: [], unmet: [], bookings });
    add('CODIR-BLR', 'DeclareStartex', { exerciseTime: at });
  }
  const [first, last] = options.injects ?? [0, exercise.injects.list.length];
  const waves = Math.max(1, serials.length);
  for (let wave = 0; wave < waves; wave++) {
    const serial = serials[wave] ?? 'S-0';
    if (options.begun !== true) {
      add('CONTROL-BLR', 'CallSerial', { serial });
      add('SAFETY-BLR', 'SignGoNoGo', { serial, item: 'safety', go: true });
      add('MEDIC-CHN', 'SignGoNoGo', { serial, item: 'medical', go: true });
      add('SAFETY-CHN', 'SignGoNoGo', { serial, item: 'siteClear', go: true });
      for (const party of parties) add(`LNO-${party}`, 'SignGoNoGo', { serial, item: 'party', party, go: true });
      add('CONTROL-CHN', 'StartSerial', { serial });
    }
    for (let index = first + wave; index < last; index += waves) {
      add(systemAuthor, 'PassTime', {});
      add('CONTROL-BLR', 'CallInject', { inject: `I-${index}` });
      add('CONTROL-BLR', 'ReleaseInject', { inject: `I-${index}` });
      for (const party of parties) {
        const reader = `TEAM${index % 16}-${party}`;
        add(reader, 'ReadDelivery', { delivery: deliveryOf(`I-${index}`, reader) });
        if (random.below(3) > 0)
          add(reader, 'AnswerDelivery', { delivery: deliveryOf(`I-${index}`, reader), text: 'Done', language: language[party] });
      }
      add('EVAL-BLR', 'ReportExpectedAction', { inject: `I-${index}`, outcome: 'expected' });
    }
    for (let index = 0; index < options.talk; index++) talk(serial, `${options.seed}-${wave}-${index}`);
    if (options.begun !== true) add('CONTROL-CHN', 'FinishSerial', { serial });
  }
  return commands;

  function talk(serial: string, id: string): void {
    const [here, there] = random.below(2) === 0 ? (['BLR', 'CHN'] as const) : (['CHN', 'BLR'] as const);
    const from = `TEAM${random.below(16)}-${here}`;
    const to = `TEAM${random.below(16)}-${random.below(2) === 0 ? here : there}`;
    const means = 'radio' as const;
    add(from, 'SendMessage', {
      message: `m-${id}`,
      from,
      to: [to],
      language: to.endsWith(here) ? language[here] : language[there],
      means,
      text: 'At the line.',
      serial,
    });
    add(to, 'AcknowledgeMessage', { message: `m-${id}` });
    add(from, 'MarkContact', { contact: `c-${id}`, from, to, means, serial });
    add(systemAuthor, 'PassTime', {});
    const asked = `TEAM${random.below(16)}-${there}`;
    add(from, 'MakeRequest', {
      request: `r-${id}`,
      from,
      to: asked,
      language: language[here],
      text: 'A boat, please.',
      procedure: 'REQUEST',
      serial,
    });
    add(`TRANS-${here}`, 'TranslateRequest', { request: `r-${id}`, language: language[there], text: 'Translated.' });
    add(`RELEASE-${here}`, 'ReviewRequest', { request: `r-${id}`, decision: 'released' });
    add(asked, 'AnswerRequest', { request: `r-${id}`, text: 'Yes.', language: language[there] });
    for (const party of parties) {
      add(`EVAL-${party}`, 'MakeObservation', { observation: `o-${id}-${party}`, serial, task: 'T', criticalTask: 'c', rating: 'P' });
    }
  }
}
