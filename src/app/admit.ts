// `admit`: a person of a real exercise gets a code for a link, which is good once; or everything that the person got is taken back.
import type { Exercise } from '../exercise/index.ts';
import { Malformed, nearest, type Problem, problem, Refused } from '../kernel/index.ts';
import { admissionsIn } from './live/admissions.ts';
import { pastOf } from './live/home.ts';
import { documentIn, existingLog } from './live/stored.ts';
import type { AdmitPerson } from './use-cases.ts';

export const admitPerson: AdmitPerson = async (dataDirectory, { person, withdraw }) => {
  if (withdraw) {
    const withdrawn = admissionsIn(dataDirectory).withdraw(person);
    return {
      code: null,
      json: { ok: true, person, withdrawn },
      summary: [{ key: 'app.admissionWithdrawn', values: { person, n: withdrawn } }],
    };
  }
  const store = existingLog(dataDirectory);
  try {
    const document = documentIn(await pastOf(store));
    if (document?.exercise === undefined) throw new Refused(problem('server.notYetReadable'));
    const code = await codeFor(person, document.exercise, dataDirectory);
    return { code, json: { ok: true, person, code }, summary: [] };
  } finally {
    await store.close();
  }
};

/** A code for a person of this exercise. Throws `Malformed` where there is no such person, `Refused` where nobody need be admitted. */
export async function codeFor(person: string, exercise: Exercise, dataDirectory: string): Promise<string> {
  if (exercise.setting.simulated) throw new Refused(problem('app.nobodyIsAdmitted'));
  const known = exercise.persons.list.map(({ id }) => id as string);
  if (!known.includes(person)) throw new Malformed([noSuchPerson(person, known)]);
  return admissionsIn(dataDirectory).admit(person);
}

function noSuchPerson(person: string, known: readonly string[]): Problem {
  const near = nearest(person, known);
  return problem('app.noSuchPerson', { person }, near === undefined ? undefined : { key: 'app.maybePerson', values: { person: near } });
}
