// A party's own folder of a new exercise: the persons who hold its posts; nobody else reads it.
import type { Beginning, NewFile } from './beginning.ts';

const posts = ['CO-DIRECTOR', 'SNR', 'RELEASE', 'EVAL', 'CHIEF-EVAL', 'HQ'] as const;

export function partyFiles(party: string, { parties, language }: Beginning): readonly NewFile[] {
  const joint = party === parties[0] ? ['CHIEF-CONTROLLER', 'CONTROLLER-1', 'SAFETY-1'] : [];
  const held = [...posts.map((post) => `${post}-${party}`), ...joint];
  const persons = held.map((post, index): readonly [string, object] => [
    `${party}-P${index + 1}`,
    { party, name: `${party} ${index + 1}`, holds: [{ post }], languages: [language], clearance: 'RESTRICTED' },
  ]);
  return [{ path: `parties/${party}/persons.yaml`, guidance: 'begin.persons', content: { persons: Object.fromEntries(persons) } }];
}
