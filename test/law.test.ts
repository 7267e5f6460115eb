// The law of release over every way out of the commands: what a reader gets does not change when what the reader may not read changes.
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import fc from 'fast-check';
import { afterAll, expect, test } from 'vitest';
import { parse, stringify } from 'yaml';
import { useCases } from '../src/app/index.ts';
import { main } from '../src/cli/index.ts';

const folder = mkdtempSync(join(tmpdir(), 'entente-law-'));
afterAll(() => rmSync(folder, { recursive: true }));
const exercise = join(folder, 'exercise');
const planFile = join(folder, 'plan.json');

async function run(...args: readonly string[]): Promise<string> {
  let told = '';
  const stream = (name: string) => ({
    isTTY: false,
    columns: 80,
    write(text: string) {
      told += name + text;
    },
  });
  const code = await main(args, useCases, { stdout: stream(''), stderr: stream('! '), environment: {} });
  return `${code}\n${told}`;
}

const files = new Map<string, string>();
expect(await run('new', exercise, '--party', 'BLR', '--party', 'CHN')).toMatch(/^0/);
for (const path of ['exercise', 'release', 'parties', 'posts', 'sites', 'training']) keep(`shared/${path}.yaml`);
for (const path of ['excon/scenario.yaml', 'excon/assumptions.yaml', 'parties/BLR/persons.yaml', 'parties/CHN/persons.yaml']) keep(path);
withPublicPart();
for (const [path, text] of files) write(path, text);
expect(await run('plan', exercise, '--out', planFile, '--iterations', '5', '--lanes', '1')).toMatch(/^0/);
const plan = readFileSync(planFile, 'utf8');

function keep(path: string): void {
  files.set(path, readFileSync(join(exercise, path), 'utf8'));
}

function write(path: string, text: string): void {
  mkdirSync(dirname(join(exercise, path)), { recursive: true });
  writeFileSync(join(exercise, path), text);
}

/** The public reads the exercise's name and time, and a site. */
function withPublicPart(): void {
  const whole = parse(files.get('shared/exercise.yaml') ?? '') as { exercise: Record<string, unknown>; phases: object };
  const { parties, ...forces } = parse(files.get('shared/parties.yaml') ?? '') as { parties: object };
  const { anchors, startex, endex, emergency, owners, ...announced } = whole.exercise;
  const known = { exercise: { ...announced, to: '2030-06-05T18:00Z' }, parties };
  files.set('shared/exercise.yaml', stringify({ exercise: { anchors, startex, endex, emergency, owners }, phases: whole.phases }));
  files.set('shared/parties.yaml', stringify(forces));
  files.set('shared/public.yaml', `class: 'UNCLASSIFIED/PUBLIC//public:'\n${stringify(known)}`);
}

const everyoneElses = ['parties/CHN/persons.yaml', 'excon/scenario.yaml', 'excon/assumptions.yaml'];
/** For each reader files that this reader may not read. */
const hiddenFrom: Readonly<Record<string, readonly string[]>> = {
  BLR: everyoneElses,
  'BLR:excon': ['parties/CHN/persons.yaml'],
  joint: [...everyoneElses, 'parties/BLR/persons.yaml'],
  public: [
    ...everyoneElses,
    'parties/BLR/persons.yaml',
    'shared/training.yaml',
    'shared/sites.yaml',
    'shared/posts.yaml',
    'shared/parties.yaml',
  ],
};

type Hidden = { readonly kind: string; readonly at: number; readonly which: number };
const hidden: fc.Arbitrary<Hidden> = fc.record({
  kind: fc.constantFrom('cut', 'broken', 'garbage', 'gone', 'another', 'class', 'twice', 'bomb', 'link', 'nowhere', 'huge', 'renamed'),
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  which: fc.nat(100),
});

/** Changes one file; tells how to take it back. */
function changed(reader: string, { kind, at, which }: Hidden): () => void {
  const paths = hiddenFrom[reader] ?? [];
  const path = paths[which % paths.length] ?? '';
  const text = files.get(path) ?? '';
  const place = Math.floor(at * text.length);
  const beside = join(dirname(path), `other-${which}.yaml`);
  const back = (): void => {
    rmSync(join(exercise, beside), { force: true });
    rmSync(join(exercise, path), { force: true, recursive: true });
    write(path, text);
  };
  switch (kind) {
    case 'cut':
      write(path, text.slice(0, place));
      break;
    case 'broken':
      write(path, `${text.slice(0, place)}: [{ ]\t"\n- &a *a ${text.slice(place)}`);
      break;
    case 'garbage':
      writeFileSync(
        join(exercise, path),
        Uint8Array.from({ length: 400 }, (_, index) => (index * 7919 + which * 31) % 256),
      );
      break;
    case 'gone':
      rmSync(join(exercise, path));
      break;
    case 'another':
      write(beside, `units:\n  HIDDEN-${which}:\n    party: NOBODY\n    name: 7\n`);
      break;
    case 'class':
      write(path, `class: nonsense/${which}\n${text}`);
      break;
    case 'twice':
      write(beside, text);
      break;
    case 'bomb':
      write(
        beside,
        `a: &a [x,x,x,x,x,x,x,x,x]\n${[...'bcdefgh'].map((name, index) => `${name}: &${name} [${`*${'abcdefgh'[index]},`.repeat(9)}]\n`).join('')}`,
      );
      break;
    case 'link':
      symlinkSync('/etc/hostname', join(exercise, beside));
      break;
    case 'nowhere':
      rmSync(join(exercise, path));
      mkdirSync(join(exercise, path));
      break;
    case 'huge':
      write(beside, `# ${'x'.repeat(9 << 20)}`);
      break;
    default:
      write(path, text.replaceAll(/(INJ|PER|ST|S|SITE|HQ|[A-Z]{3}-P)-?(\d)/g, `$1-${which}$2`));
  }
  return back;
}

/** Whatever comes out for a reader of document and plan. */
async function everythingFor(reader: string): Promise<string> {
  const out = join(folder, 'out');
  const all = [await run('check', exercise, '--reader', reader), await run('check', exercise, '--reader', reader, '--plan', planFile)];
  for (const [product, format] of [
    ['schedule', 'html'],
    ['schedule', 'ics'],
    ['msel', 'html'],
    ['eeg', 'html'],
  ] as const) {
    rmSync(out, { force: true });
    all.push(await run('publish', product, exercise, '--plan', planFile, '--reader', reader, '--format', format, '--out', out));
    all.push(all.at(-1)?.startsWith('0') === true ? readFileSync(out, 'utf8') : 'none');
  }
  return all.join('\n=====\n');
}

test.each(Object.keys(hiddenFrom))('what %s gets does not change with what is hidden', async (reader) => {
  const before = await everythingFor(reader);
  expect(before).toMatch(/^0\n/);
  await fc.assert(
    fc.asyncProperty(hidden, async (change) => {
      const back = changed(reader, change);
      try {
        expect(await everythingFor(reader)).toBe(before);
      } finally {
        back();
      }
    }),
    { numRuns: 6 },
  );
});

test('what a party gets of a plan does not change with what only EXCON reads of it', async () => {
  const before = await everythingFor('BLR');
  const { objectives, ...rest } = JSON.parse(plan) as { readonly objectives: readonly object[] };
  writeFileSync(planFile, JSON.stringify({ ...rest, seed: '4711', objectives: objectives.slice(1) }));
  expect(await everythingFor('BLR')).toBe(before);
  writeFileSync(planFile, plan);
});
