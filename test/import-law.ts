// The import law as a program: which room stands above which, what a pure room may touch, and what breaks it.
// test/imports.test.ts runs it over the tree; ARCHITECTURE.md says it in words.
import { posix } from 'node:path';

export type SourceFile = { readonly path: string; readonly text: string };
export type Violation = { readonly path: string; readonly line: number; readonly what: string };

/** A file imports from its own room and from rooms of lower rank. */
export const ranks: Readonly<Record<string, number>> = {
  kernel: 0,
  words: 1,
  release: 1,
  exercise: 2,
  plan: 3,
  conduct: 4,
  assess: 5,
  rehearse: 6,
  products: 7,
  formats: 8,
  protocol: 8,
  store: 8,
  solvers: 8,
  client: 9,
  app: 9,
  server: 10,
  cli: 10,
};

const pureRooms = new Set(['kernel', 'words', 'release', 'exercise', 'plan', 'conduct', 'assess', 'rehearse', 'products', 'protocol']);
/** What runs in a browser takes from these and no others. */
const roomsForTheBrowser = new Set([...pureRooms, 'client']);
/** Rooms that are a row of doors, one for each sub-folder. */
const roomsOfManyDoors = new Set(['formats', 'store', 'solvers']);
/** Beside its door, what a room gives without its schemas and readers. */
const bareDoors = new Set(['src/exercise/bare/index.ts', 'src/plan/bare/index.ts']);
/** Pure rooms stand on the language and on one schema library. */
const packagesForPureRooms = new Set(['zod']);

/** What gives other bytes on another machine, another day or another engine. */
const notPure: readonly (readonly [RegExp, string])[] = [
  [/\bDate\.now\b|\bnew Date\(\s*\)/, 'reads the clock'],
  [/\.(?:get|set)(?:FullYear|Month|Date|Day|Hours|Minutes|Seconds|TimezoneOffset)\(/, "uses the host's time zone"],
  [/\bMath\.random\b|\bcrypto\./, "uses the host's chance; the kernel has its own"],
  [
    /\bMath\.(?:a?sinh?|a?cosh?|a?tan[2h]?|exp|expm1|log|log1p|log2|log10|pow|cbrt|hypot)\b/,
    'uses a function that engines round differently; the kernel has its own',
  ],
  [/\bIntl\b|\.toLocale[A-Z]|\.localeCompare\(/, "uses the host's languages"],
  [/\bsetTimeout\b|\bsetInterval\b|\bsetImmediate\b|\bperformance\.|\bprocess\.|\bBuffer\b/, 'uses the host'],
];

/** Everything in these files that breaks the import law or the purity of a pure room. */
export function importViolations(files: readonly SourceFile[]): readonly Violation[] {
  return files.flatMap((file) => {
    const code = withoutComments(file.text);
    const imports = importsOf(file.path, code).flatMap((found) => {
      const what = whatIsWrongWith(file.path, found);
      return what === undefined ? [] : [{ path: file.path, line: found.line, what: `imports ${found.target}: ${what}` }];
    });
    return [...imports, ...impurities(file.path, code)];
  });
}

function whatIsWrongWith(from: string, { target, isPackage }: Import): string | undefined {
  const here = roomOf(from);
  if (here === undefined) return undefined;
  const isTest = from.endsWith('.test.ts');
  if (isPackage) {
    if (isTest || !pureRooms.has(here) || packagesForPureRooms.has(packageOf(target))) return undefined;
    return `a pure room stands on ${[...packagesForPureRooms].join(', ')} and the language alone`;
  }
  const there = roomOf(target);
  if (there === undefined) return isTest || here === 'web' ? undefined : 'what stands outside src/ is not part of the program';
  if (there === here) {
    return target === `src/${here}/index.ts` && !isTest ? 'inside a room, import the file you mean' : undefined;
  }
  if (there === 'entry') return 'the entry point stands above the rooms, and nobody imports it';
  if (here === 'web' || here === 'client') {
    if (!roomsForTheBrowser.has(there)) return `what runs in a browser takes from ${[...roomsForTheBrowser].join(', ')} only`;
  } else if (here !== 'entry') {
    const rankHere = ranks[here];
    const rankThere = ranks[there];
    if (rankHere === undefined) return `room "${here}" has no rank`;
    if (rankThere === undefined) return `room "${there}" has no rank`;
    if (rankThere >= rankHere) return `${there} (${rankThere}) does not stand below ${here} (${rankHere})`;
  }
  if (!isTest && !isDoor(target, there)) return `another room is used through its door, src/${there}/index.ts`;
  return undefined;
}

/** `src/plan/rules.ts` → `plan`; `src/main.ts` → `entry`; what is neither in src/ nor in web/ is free. */
function roomOf(path: string): string | undefined {
  const [top, room, ...rest] = path.split('/');
  if (top === 'web') return 'web';
  if (top !== 'src' || room === undefined) return undefined;
  return rest.length === 0 ? 'entry' : room;
}

function isDoor(target: string, room: string): boolean {
  if (target === `src/${room}/index.ts` || bareDoors.has(target)) return true;
  return roomsOfManyDoors.has(room) && new RegExp(`^src/${room}/[^/]+/index\\.ts$`).test(target);
}

function packageOf(target: string): string {
  return target
    .split('/')
    .slice(0, target.startsWith('@') ? 2 : 1)
    .join('/');
}

type Import = { readonly target: string; readonly isPackage: boolean; readonly line: number };

const importForms: readonly RegExp[] = [
  /^[ \t]*(?:import|export)\b[^;'"`]*?\bfrom\s*['"]([^'"\n]+)['"]/gm,
  /^[ \t]*import\s*['"]([^'"\n]+)['"]/gm,
  /\bimport\(\s*['"]([^'"\n]+)['"]/g,
  /\bnew URL\(\s*['"](\.{1,2}\/[^'"\n]+\.[jt]sx?)['"]/g,
];

/** What a file imports, by `import`, `export … from`, `import()` or as a worker's address; relative ones from the tree's top. */
function importsOf(path: string, code: string): readonly Import[] {
  return importForms.flatMap((form) =>
    [...code.matchAll(form)].map((match) => {
      const written = match[1] ?? '';
      const isPackage = !written.startsWith('.');
      const target = isPackage ? written : posix.join(posix.dirname(path), written).replace(/\.js$/, '.ts');
      return { target, isPackage, line: lineAt(code, match.index + match[0].length) };
    }),
  );
}

function impurities(path: string, code: string): readonly Violation[] {
  const room = roomOf(path);
  if (room === undefined || !pureRooms.has(room) || path.endsWith('.test.ts')) return [];
  const bare = withoutStrings(code);
  return bare
    .split('\n')
    .flatMap((text, index) => notPure.filter(([pattern]) => pattern.test(text)).map(([, what]) => ({ path, line: index + 1, what })));
}

function lineAt(text: string, index: number): number {
  return text.slice(0, index).split('\n').length;
}

/** Comments out, line numbers kept. A `//` inside a string stays: it follows a colon or a quotation mark. */
export function withoutComments(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\//g, (comment) => comment.replace(/[^\n]/g, '')).replace(/(^|[^:'"`\\])\/\/[^\n]*/g, '$1');
}

function withoutStrings(code: string): string {
  return code.replace(/'(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*"/g, "''");
}
