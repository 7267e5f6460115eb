// Who was admitted to a real exercise: a code that is good once and soon, handed to a person, becomes the key with which that person's browser comes
// back. Both lie in the data folder as digests only, a file each, so that the server and the verb that admits need not speak with each other.
import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { writeFileWhole } from '../../formats/files/index.ts';
import { type Problem, problem, utf8 } from '../../kernel/index.ts';
import { nodeHashText } from '../../store/index.ts';
import { isRemoved } from './removing.ts';

export type Admissions = {
  /** A code for a person, as text that goes into a link. */
  readonly admit: (person: string) => Promise<string>;
  /** The key for a code; of two who come with one code, one gets it. */
  readonly join: (code: string) => Promise<{ readonly key: string; readonly seconds: number } | Problem>;
  /** Whose key it is; undefined where it is none, was taken back or is too old. */
  readonly personOf: (key: string) => string | undefined;
  /** Takes back every code and key of a person; how many there were. */
  readonly withdraw: (person: string) => number;
};

type Admission = { readonly kind: 'code' | 'key'; readonly person: string; readonly until: number };

const hour = 3_600_000;
const lasts = { code: 24 * hour, key: 21 * 24 * hour } as const;
/** 144 bits: nobody guesses one. */
const tokenBytes = 18;
const tokenForm = /^[\w-]{24}$/;

/** `now` in milliseconds of the wall: how long a link is good has nothing to do with the exercise's clock. */
export function admissionsIn(dataDirectory: string, now: () => number = Date.now): Admissions {
  const folder = join(dataDirectory, 'admissions');
  const fileOf = (token: string): string => join(folder, `${nodeHashText('', token)}.json`);

  const read = (file: string): Admission | undefined => {
    try {
      return JSON.parse(readFileSync(file, 'utf8')) as Admission;
    } catch {
      return undefined;
    }
  };
  const found = (token: string, kind: Admission['kind']): Admission | undefined => {
    const admission = tokenForm.test(token) ? read(fileOf(token)) : undefined;
    return admission?.kind === kind && admission.until > now() ? admission : undefined;
  };
  const issue = async (kind: Admission['kind'], person: string): Promise<string> => {
    const token = randomBytes(tokenBytes).toString('base64url');
    const admission: Admission = { kind, person, until: now() + lasts[kind] };
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    await writeFileWhole(fileOf(token), utf8(`${JSON.stringify(admission)}\n`));
    return token;
  };

  return {
    admit: (person) => issue('code', person),
    async join(code) {
      const admission = found(code, 'code');
      if (admission === undefined || !isRemoved(fileOf(code)))
        return problem('server.codeNotGood', {}, { key: 'server.maybeBeAdmitted', values: {} });
      return { key: await issue('key', admission.person), seconds: lasts.key / 1000 };
    },
    personOf: (key) => found(key, 'key')?.person,
    withdraw(person) {
      const files = existsSync(folder) ? readdirSync(folder).map((name) => join(folder, name)) : [];
      return files.filter((file) => read(file)?.person === person && isRemoved(file)).length;
    },
  };
}
