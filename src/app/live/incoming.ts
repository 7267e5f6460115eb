// A log file on its way into an exercise that is being served: whoever may write in the data folder lays it there, the server takes it in and
// lays an answer beside it. So the verb and the server need not speak with each other, as with `admissions.ts`, and rights are the folder's.
import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, unlinkSync } from 'node:fs';
import { copyFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { writeFileWhole } from '../../formats/files/index.ts';
import { Bug, Malformed, type Problem, problem, Refused, utf8 } from '../../kernel/index.ts';
import type { Imported } from '../../store/index.ts';
import { soundEvents } from '../sound-events.ts';
import type { Progress } from '../use-cases.ts';
import type { Home } from './home.ts';
import { isRemoved } from './removing.ts';

type TakenIn = Extract<Imported, { readonly kind: 'imported' }>;
type Answer = TakenIn | { readonly kind: 'refused' | 'malformed'; readonly problems: readonly Problem[] } | { readonly kind: 'failed' };

const folderIn = (dataDirectory: string): string => join(dataDirectory, 'incoming');
// A file is laid down, waits, is being taken in, and is answered. What it was called stands in its name, for what is said of it.
const [laid, waiting, taken, answered] = ['.part', '.waiting', '.taken', '.answer'] as const;
const waitingForm = /^([\w-]{24}~(.+))\.waiting$/;
const longestName = 60;

const lookEveryMilliseconds = 250;
const patience = { untilTaken: 20_000, untilAnswered: 600_000 } as const;

/** Takes in what is laid there until it is closed. What a server that was killed had begun with begins anew: events come in once. */
export function takesIncoming(dataDirectory: string, exercise: string, takeIn: Home['takeIn'], told: Progress): () => Promise<void> {
  const folder = folderIn(dataDirectory);
  for (const name of namesIn(folder)) {
    if (name.endsWith(taken)) renameSync(join(folder, name), join(folder, name.slice(0, -taken.length) + waiting));
    if (name.endsWith(answered)) unlinkSync(join(folder, name));
  }
  let under: Promise<void> | undefined;
  let isClosed = false;

  const takeAll = async (): Promise<void> => {
    for (const name of namesIn(folder)) {
      const [, stem, shown] = waitingForm.exec(name) ?? [];
      if (isClosed || stem === undefined || shown === undefined) continue;
      const file = join(folder, stem);
      if (!isRenamed(file + waiting, file + taken)) continue;
      const answer = await answerTo(file + taken, shown);
      if (answer.kind === 'imported') told({ key: 'app.imported', values: { added: answer.added, already: answer.already } });
      await writeFileWhole(file + answered, utf8(`${JSON.stringify(answer)}\n`));
      unlinkSync(file + taken);
    }
  };
  const answerTo = async (file: string, shown: string): Promise<Answer> => {
    try {
      const imported = await takeIn(await soundEvents(file, exercise, shown));
      return imported.kind === 'imported' ? imported : { kind: 'refused', problems: [imported.problem] };
    } catch (error) {
      if (error instanceof Refused) return { kind: 'refused', problems: [error.problem] };
      if (error instanceof Malformed) return { kind: 'malformed', problems: error.problems };
      return { kind: 'failed' };
    }
  };

  const looking = setInterval(() => {
    // A folder that cannot be read or written just now may be so the next time.
    under ??= takeAll()
      .catch(() => undefined)
      .finally(() => {
        under = undefined;
      });
  }, lookEveryMilliseconds);
  looking.unref();
  return async () => {
    isClosed = true;
    clearInterval(looking);
    await under;
  };
}

/**
 * Lays a log file where the server on this data folder takes it in, and waits for what came of it; undefined where no server takes it.
 * Throws as the server's refusal says.
 */
export async function handOver(
  dataDirectory: string,
  logFile: string,
  waits: { readonly untilTaken: number } = patience,
): Promise<TakenIn | undefined> {
  const folder = folderIn(dataDirectory);
  const file = join(folder, `${randomBytes(18).toString('base64url')}~${basename(logFile).slice(-longestName)}`);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  await copyFile(logFile, file + laid);
  renameSync(file + laid, file + waiting);
  const began = performance.now();
  for (;;) {
    await wait(lookEveryMilliseconds / 5);
    if (existsSync(file + answered)) return resultOf(answerIn(file + answered));
    const waited = performance.now() - began;
    // Taken back by us, it is taken by nobody.
    if (waited > waits.untilTaken && isRemoved(file + waiting)) return undefined;
    if (waited > patience.untilAnswered) throw new Refused(problem('app.importNotAnswered', { file: basename(logFile) }));
  }
}

function answerIn(file: string): Answer {
  const answer = JSON.parse(readFileSync(file, 'utf8')) as Answer;
  unlinkSync(file);
  return answer;
}

function resultOf(answer: Answer): TakenIn {
  switch (answer.kind) {
    case 'imported':
      return answer;
    case 'malformed':
      throw new Malformed(answer.problems);
    case 'refused':
      throw new Refused(answer.problems[0] ?? problem('server.notYetReadable'));
    case 'failed':
      throw new Bug('the server could not take in the log file');
  }
}

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

function isRenamed(from: string, to: string): boolean {
  try {
    renameSync(from, to);
    return true;
  } catch {
    return false;
  }
}
