// `new`: a small exercise that checks, plans and can be played at once; every file says what belongs into it.

import { writeYaml } from '../formats/yaml/index.ts';
import { isoFromMinute, minuteFromIso } from '../kernel/index.ts';
import { say } from '../words/index.ts';
import type { Beginning } from './begin/beginning.ts';
import { exconFiles } from './begin/excon.ts';
import { partyFiles } from './begin/party.ts';
import { sharedFiles } from './begin/shared.ts';
import { newLike } from './new-like.ts';
import type { NewExercise } from './use-cases.ts';

/** Far enough ahead that nobody takes it for a date that was thought about, and the same for everybody. */
const firstDay = isoFromMinute(minuteFromIso('2030-06-03T00:00Z')).slice(0, 10);

export const newExercise: NewExercise = async ({ title, parties, language, sink, like }) => {
  if (like !== undefined) return newLike(like, language, sink);
  const beginning: Beginning = { title, parties, language, firstDay };
  const files = [...sharedFiles(beginning), ...exconFiles(beginning), ...parties.flatMap((party) => partyFiles(party, beginning))];
  for (const { path, guidance, content } of files) {
    const comment = say({ key: guidance, values: {} }, language as 'en');
    await sink.write(path, `# ${comment}\n\n${writeYaml(content)}`);
  }
  return { json: { ok: true, files: files.map(({ path }) => path) }, summary: [{ key: 'app.begun', values: { files: files.length } }] };
};
