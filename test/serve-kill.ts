// Kills a server that plays and is given orders, at random moments, and holds what is left against what was acknowledged.
// The test does it a few times, `bench/serve-kill.ts` many.
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { type Random, randomFor } from '../src/kernel/index.ts';

export type KillReport = {
  readonly kills: number;
  readonly acknowledged: number;
  /** Acknowledged and not in the log, or there twice. */
  readonly lost: number;
  readonly doubled: number;
  /** The same order again got another answer. */
  readonly answeredOtherwise: number;
  /** The clock began before the last event. */
  readonly wentBack: number;
  readonly isSound: boolean;
  readonly events: number;
  /** What the log says of play, which must have come to its end. */
  readonly serialsEnded: number;
  readonly injectsReleased: number;
  readonly hasEnded: boolean;
};

/** Nothing lost, nothing twice, and play came to its end: the tiny exercise has three serials and two injects. */
export function isUnharmed({
  lost,
  doubled,
  answeredOtherwise,
  wentBack,
  isSound,
  serialsEnded,
  injectsReleased,
  hasEnded,
}: KillReport): boolean {
  return lost + doubled + answeredOtherwise + wentBack === 0 && isSound && hasEnded && serialsEnded === 3 && injectsReleased === 2;
}

type Order = { readonly id: string; readonly type: 'MarkContact'; readonly by: string; readonly order: object };
type Line = { readonly time: number; readonly type: string; readonly payload: { readonly contact?: unknown } };

const program = join(import.meta.dirname, '..', 'src', 'main.ts');

/** Runs the program to its end. */
export function entente(...args: readonly string[]): { readonly status: number | null; readonly stdout: string; readonly stderr: string } {
  return spawnSync(process.execPath, [program, ...args], { encoding: 'utf8', maxBuffer: 1 << 28 });
}

/** Works in an empty folder. Every fifth kill comes before the server listens, the others within `longest` milliseconds after. */
export async function killedAgainAndAgain(
  folder: string,
  { kills, seed, longest = 1500 }: { readonly kills: number; readonly seed: string; readonly longest?: number },
): Promise<KillReport> {
  const exercise = join(folder, 'exercise');
  const data = join(folder, 'data');
  const made = entente('new', exercise, '--party', 'BLR', '--party', 'CHN');
  if (made.status !== 0) throw new Error(made.stderr);
  const random = randomFor(seed, 'kills');
  const clients = new Clients();
  let wentBack = 0;

  for (let life = 0; life < kills; life++) {
    const server = serve(exercise, data);
    if (life % 5 === 4) {
      await wait(random.below(2500));
      await ended(server, 'SIGKILL');
      continue;
    }
    const address = await addressOf(server);
    const giving = clients.giveUntilCut(address, random);
    await wait(random.below(longest));
    await ended(server, 'SIGKILL');
    await giving;
  }

  const logFile = join(folder, 'log.jsonl');
  const logNow = (): readonly Line[] => {
    const exported = entente('export', '--data', data, '--reader', 'all', '--out', logFile);
    if (exported.status !== 0) throw new Error(exported.stderr);
    return linesOf(logFile);
  };
  const before = logNow();
  const server = serve(exercise, data);
  const address = await addressOf(server);
  if ((await clockOf(address)) < (before.at(-1)?.time ?? 0)) wentBack++;
  await clients.giveOpen(address);
  await playToTheEnd(address);
  const code = await ended(server, 'SIGINT');
  if (code !== 0) throw new Error(`the server ended with ${code}`);

  const log = logNow();
  const marks = new Map<string, number>();
  for (const { type, payload } of log) {
    const contact = String(payload.contact);
    if (type === 'ContactMarked') marks.set(contact, (marks.get(contact) ?? 0) + 1);
  }
  const count = (...types: readonly string[]) => log.filter(({ type }) => types.includes(type)).length;
  return {
    kills,
    acknowledged: clients.answers.size,
    lost: [...clients.answers.keys()].filter((id) => !marks.has(id)).length,
    doubled: [...marks.values()].filter((times) => times > 1).length,
    answeredOtherwise: clients.answeredOtherwise,
    wentBack,
    isSound: entente('verify', logFile).status === 0,
    events: log.length,
    serialsEnded: count('SerialDone', 'SerialCurtailed'),
    injectsReleased: count('InjectReleased'),
    hasEnded: count('EndexDeclared') === 1 && count('ContingentDeparted') === 2,
  };
}

/** Who gives orders, keeps what was answered and what was not, and asks again. */
class Clients {
  /** What was acknowledged, as answered. */
  readonly answers = new Map<string, string>();
  readonly #open = new Set<string>();
  answeredOtherwise = 0;
  #number = 0;

  /** What was under way when the last server ended comes again under its identifier, then something long answered, then new orders. */
  async giveUntilCut(address: string, random: Random): Promise<void> {
    const known = [...this.answers.keys()];
    const old = known.length === 0 ? [] : [random.pick(known)];
    try {
      await Promise.all([this.#one(address, [...this.#open, ...old]), this.#one(address), this.#one(address)]);
    } catch (error) {
      // The connection is gone with the server; an answer that is not what it should be is none of that.
      if (!(error instanceof TypeError)) throw error;
    }
  }

  async giveOpen(address: string): Promise<void> {
    for (const id of [...this.#open]) await this.#give(address, id);
  }

  async #one(address: string, first: readonly string[] = []): Promise<never> {
    for (const id of first) await this.#give(address, id);
    for (;;) await this.#give(address, `client-${String(++this.#number).padStart(6, '0')}`);
  }

  async #give(address: string, id: string): Promise<void> {
    this.#open.add(id);
    const contact = { contact: id, from: 'HQ-BLR', to: 'HQ-CHN', means: 'telephone', language: 'en' };
    const order: Order = { id, type: 'MarkContact', by: 'HQ-BLR', order: contact };
    const text = await post(`${address}api/commands`, order);
    if (text !== '{"kind":"accepted"}') throw new Error(`${id} was answered with ${text}`);
    const before = this.answers.get(id);
    if (before !== undefined && before !== text) this.answeredOtherwise++;
    this.answers.set(id, text);
    this.#open.delete(id);
  }
}

async function post(url: string, body: object): Promise<string> {
  const response = await fetch(url, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) });
  return response.text();
}

const speed = '4000';

function serve(exercise: string, data: string): ChildProcess {
  return spawn(process.execPath, [program, 'serve', exercise, '--data', data, '--port', '0', '--play', speed, '--json'], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}

/** Where a server listens, once it does. */
function addressOf(server: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let [told, complained] = ['', ''];
    server.stderr?.on('data', (piece: Buffer) => {
      complained += piece.toString();
    });
    server.stdout?.on('data', (piece: Buffer) => {
      told += piece.toString();
      const found = /"address": "([^"]+)"/.exec(told)?.[1];
      if (found !== undefined) resolve(found);
    });
    server.once('exit', (code) => reject(new Error(`the server ended with ${code}: ${complained}`)));
  });
}

function ended(server: ChildProcess, by: 'SIGKILL' | 'SIGINT'): Promise<number | null> {
  return new Promise((resolve) => {
    server.once('close', resolve);
    server.kill(by);
  });
}

/** The first that the feed says of the clock. */
async function clockOf(address: string): Promise<number> {
  const { body } = await fetch(`${address}api/feed?as=public`);
  let text = '';
  for await (const piece of body ?? []) {
    text += Buffer.from(piece).toString();
    const now = /"now":(\d+)/.exec(text)?.[1];
    if (now !== undefined) return Number(now);
  }
  throw new Error('the feed has no clock');
}

async function playToTheEnd(address: string): Promise<void> {
  const farEnd = Date.UTC(2030, 5, 10) * 1000;
  for (;;) {
    const answer = await post(`${address}api/play`, { jumpTo: farEnd });
    if (answer === '{"done":true}') return;
    // Play begins when the plan is there.
    if (!answer.includes('server.notSimulated')) throw new Error(answer);
    await wait(50);
  }
}

function linesOf(file: string): readonly Line[] {
  const lines = readFileSync(file, 'utf8').trimEnd().split('\n').slice(1);
  return lines.map((line): Line => {
    const { header, payload } = JSON.parse(line) as { readonly header: Pick<Line, 'time' | 'type'>; readonly payload: Line['payload'] };
    return { time: header.time, type: header.type, payload: payload ?? {} };
  });
}
