// Measures `check` as a whole process, called without npx: the model exercise, and a generated one of 400 serials and 2,000 injects.
// Run: node bench/check.ts [--pairs 9]. Each is paired with an empty Node process (`node -e 0`), one after the other in turn; medians.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { parse, stringify } from 'yaml';

const { values } = parseArgs({ options: { pairs: { type: 'string', default: '9' } } });
const root = join(import.meta.dirname, '..');
const program = join(root, 'dist', 'main.js');
const model = join(root, 'examples', 'eagle-assault-2024');

function seconds(...args: readonly string[]): number {
  const began = performance.now();
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8' });
  if (status !== 0) throw new Error(`${args.join(' ')} ended with ${status}: ${stdout}${stderr}`);
  return (performance.now() - began) / 1000;
}

const median = (numbers: readonly number[]): number => numbers.toSorted((a, b) => a - b)[numbers.length >> 1] ?? Number.NaN;

/** Puts 2,000 injects, in every language of the exercise, into a generated document. */
function withInjects(exercise: string, count: number): void {
  const { posts } = parse(readFileSync(join(exercise, 'shared', 'posts.yaml'), 'utf8')) as { posts: Record<string, { role: string }> };
  const controllers = Object.keys(posts).filter((id) => posts[id]?.role === 'controller');
  const languages = { BLR: ['ru'], CHN: ['zh'] };
  const players = Object.entries(languages).map(([party, spoken]) => {
    const post = `HQ-${party}`;
    const name = { en: `Command post ${party}`, ru: `Командный пункт ${party}`, zh: `指挥所 ${party}` };
    const played = { name, role: 'player', party, cell: 'trainingAudience', audience: 'primary', languages: spoken };
    writeFileSync(join(exercise, 'shared', `players-${party}.yaml`), stringify({ posts: { [post]: played } }));
    const person = { party, name: `Player ${party}`, holds: [{ post }], languages: spoken };
    writeFileSync(join(exercise, 'parties', party, 'players.yaml'), stringify({ persons: { [`${party}-PLAYER`]: person } }));
    return post;
  });
  const said = (number: number) => ({
    source: 'en',
    texts: Object.fromEntries(
      ['en', 'ru', 'zh'].map((language) => [language, `${number} ${'Say what you will do together, and by when. '.repeat(4)}`]),
    ),
  });
  const injects = Array.from({ length: count }, (_, index): [string, object] => {
    const controller = controllers[index % controllers.length];
    const day = 1 + (index % 17);
    const minute = (index * 7) % 600;
    const clock = `${String(8 + Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
    const inject = {
      number: String(index + 1),
      title: { en: `Report ${index + 1}`, ru: `Доклад ${index + 1}`, zh: `报告${index + 1}` },
      storyline: 'STORY',
      trigger: { kind: 'time', at: `D+${day} ${clock}` },
      from: { post: controller, plays: { en: 'Local administration', ru: 'Местная администрация', zh: '地方政府' } },
      to: [players[index % players.length]],
      means: 'message',
      text: said(index),
      expectedAction: said(index),
      answerWithin: '30min',
      controller,
      status: 'draft',
    };
    return [`INJ-${index + 1}`, inject];
  });
  writeFileSync(join(exercise, 'excon', 'injects.yaml'), stringify({ injects: Object.fromEntries(injects) }));
}

const folder = mkdtempSync(join(tmpdir(), 'entente-check-'));
try {
  seconds(join(root, 'scripts', 'build.mjs'), 'core');
  const large = join(folder, 'large');
  seconds(program, 'new', large, '--like', model, '--serials', '400');
  withInjects(large, 2000);
  const rows = [
    { name: 'the model exercise', exercise: model, target: 0.6 },
    { name: '400 serials, 2,000 injects', exercise: large, target: 2 },
  ].map(({ name, exercise, target }) => {
    const [whole, empty]: [number[], number[]] = [[], []];
    // The first pair warms the disk and Node's compile cache.
    for (let pair = 0; pair <= Number(values.pairs); pair++) {
      const [nothing, check] = [seconds('-e', '0'), seconds(program, 'check', exercise)];
      if (pair === 0) continue;
      empty.push(nothing);
      whole.push(check);
    }
    const [check, node] = [median(whole), median(empty)];
    return {
      document: name,
      'check, s': check.toFixed(3),
      'node -e 0, s': node.toFixed(3),
      ratio: (check / node).toFixed(1),
      'target, s': target,
      met: check < target,
    };
  });
  console.table(rows);
  process.exitCode = rows.every(({ met }) => met) ? 0 : 1;
} finally {
  rmSync(folder, { recursive: true });
}
