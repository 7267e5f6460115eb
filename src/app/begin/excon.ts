// EXCON's folder of a new exercise: the scenario and what the dry run assumes.
import { type Beginning, type NewFile, nameIn, textIn } from './beginning.ts';

export function exconFiles({ parties, language }: Beginning): readonly NewFile[] {
  const name = (text: string) => nameIn(language, text);
  const text = (content: string) => textIn(language, content);
  const injects = parties.map((party, index): readonly [string, object] => [
    `INJ-${index + 1}`,
    {
      number: String(index + 1),
      title: name(`Report ${index + 1}`),
      storyline: 'ST-1',
      trigger: { kind: 'time', at: `D+${index === 0 ? 1 : 2} 10:00` },
      from: { post: 'CONTROLLER-1', plays: name('Local administration') },
      to: [`HQ-${party}`],
      means: 'message',
      text: text('A hiker is overdue. Please say what you will do together.'),
      expectedAction: text('Both command posts agree on a search area.'),
      answerWithin: '30min',
      objective: `${party}-TO-1`,
      controller: 'CONTROLLER-1',
      status: 'synchronized',
    },
  ]);
  return [
    {
      path: 'excon/scenario.yaml',
      guidance: 'begin.scenario',
      content: { storylines: { 'ST-1': { name: name('Overdue hiker') } }, injects: Object.fromEntries(injects) },
    },
    {
      path: 'excon/assumptions.yaml',
      guidance: 'begin.assumptions',
      content: {
        assumptions: {
          reading: { kind: 'readMinutes', distribution: { shape: 'triangular', least: 1, mode: 3, most: 10 }, source: 'assumed' },
          deciding: { kind: 'decideMinutes', distribution: { shape: 'lognormal', median: 12, sigma: 0.5 }, source: 'assumed' },
          overrun: { kind: 'overrun', distribution: { shape: 'triangular', least: 0.9, mode: 1, most: 1.3 }, source: 'assumed' },
        },
      },
    },
  ];
}
