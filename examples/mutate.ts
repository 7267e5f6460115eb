// Damages a document as people and machines do: one seeded mutation of one of its files, by bytes. What becomes of it is the tests' question.
import { type Random, utf8 } from '../src/kernel/index.ts';

/** A file of the document; `bytes` as they lie on the disk. */
export type Bytes = { readonly path: string; readonly bytes: Uint8Array };

/** The files after a mutation, with what was done and, where it can be said, to which line of which file and with which words. */
export type Mutation = {
  readonly files: readonly Bytes[];
  readonly what: string;
  readonly file: string;
  readonly line?: number;
  /** What was mistyped: as it was and as it is. */
  readonly words?: readonly string[];
};

type Mutator = (lines: readonly string[], random: Random) => MutatedLines;
type MutatedLines = { readonly lines: readonly string[]; readonly line: number; readonly what: string; readonly words?: readonly string[] };

/** Pieces of YAML that other readers have stumbled over; `#` stands for the indentation of the place they are put at. */
const hostile: readonly string[] = [
  '#a: &a [x, x]\n#b: &b [*a, *a, *a, *a, *a, *a, *a, *a]\n#c: &c [*b, *b, *b, *b, *b, *b, *b, *b]\n#d: [*c, *c, *c, *c, *c, *c, *c, *c]',
  '#loop: &loop { again: *loop }',
  '#<<: { party: X }',
  '#__proto__: { polluted: yes }',
  '#constructor: { prototype: { polluted: yes } }',
  '#? [a, complex, key]\n#: value',
  `#deep: ${'['.repeat(3000)}${']'.repeat(3000)}`,
  `#deep: ${'{ a: '.repeat(500)}1${' }'.repeat(500)}`,
  '#run: !!js/function "function () { return 1 }"',
  '#run: !!binary "AAAA"',
  '#x: !own/tag { a: 1 }',
  '#"unclosed: { text',
  "#text: 'it's",
  '#list: [a, b',
  '#\tx: tab',
  '#nul: "\0"',
  '#number: 0x7fffffffffffffffffff',
  '#number: .nan',
  '#number: 1e999',
  '#: no key',
  '#- a sequence among keys',
  '%YAML 1.1',
  '---',
  '...',
  '@reserved',
  '`also reserved`',
  '#*nowhere',
  '#\u202egnp.eliftupni: x',
  '#text: |\n    block\n  too shallow',
  `#long: ${'x'.repeat(200_000)}`,
  '\ufeff#mark: in the middle',
];

/** Values that stand where others are meant. */
const strangers: readonly string[] = [
  '7',
  '-1',
  '0',
  '3.5',
  '1e308',
  'true',
  '~',
  '""',
  '[]',
  '{}',
  '[[]]',
  '{ en: x }',
  '2024-02-30T09:00+02:00',
  '999999CXXX99',
  'D+99999 09:00',
  'H99+1min',
  '90',
  '99999999d',
  '!!int x',
  '*nothing',
  '&anchor',
  'constructor',
  '__proto__',
  'toString',
  '"\\ud800"',
  'a/b/c',
  '../../etc',
  'ÀÉ🚒',
];

/** An identifier of the examples where it is referred to. */
const reference = /(?<=[:[,] ?)[A-Z]+(?:-[A-Z0-9]+)+(?=[,\]} ]|$)/g;
const keyLine = /^(\s*(?:- )?(?:\{ )?)([\p{L}\w.-]+)(: ?)(.*)$/u;

const mutators: Readonly<Record<string, Mutator>> = {
  'a line deleted': (lines, random) => {
    const line = random.below(lines.length);
    return { lines: lines.toSpliced(line, 1), line, what: lines[line] ?? '' };
  },
  'some lines deleted': (lines, random) => {
    const line = random.below(lines.length);
    const many = 2 + random.below(6);
    return { lines: lines.toSpliced(line, many), line, what: `${many} from ${lines[line]}` };
  },
  'the end cut off': (lines, random) => {
    const line = random.below(lines.length);
    const text = lines[line] ?? '';
    return { lines: [...lines.slice(0, line), text.slice(0, random.below(text.length + 1))], line, what: text };
  },
  'a line doubled': (lines, random) => {
    const line = random.below(lines.length);
    return { lines: lines.toSpliced(line, 0, lines[line] ?? ''), line: line + 1, what: lines[line] ?? '' };
  },
  'two values swapped': (lines, random) => {
    const line = lineWith(lines, random, (key) => key !== null);
    const other = lineWith(lines, random, (key) => key !== null);
    const [one, two] = [keyLine.exec(lines[line] ?? ''), keyLine.exec(lines[other] ?? '')];
    const put = (text: string) => (at: RegExpExecArray | null) => `${at?.[1] ?? ''}${at?.[2] ?? ''}${at?.[3] ?? ''}${text}`;
    const swapped = lines.with(line, put(two?.[4] ?? '')(one)).with(other, put(one?.[4] ?? '')(two));
    return { lines: swapped, line, what: `with line ${other + 1}` };
  },
  'a key mistyped': (lines, random) => {
    const line = lineWith(lines, random, (key) => key !== null && (key[2] ?? '').length > 2);
    const key = keyLine.exec(lines[line] ?? '');
    const typed = mistyped(key?.[2] ?? '', random);
    return {
      lines: lines.with(line, `${key?.[1] ?? ''}${typed}${key?.[3] ?? ''}${key?.[4] ?? ''}`),
      line,
      what: `${key?.[2]} as ${typed}`,
    };
  },
  'a reference mistyped': (lines, random) => {
    const line = lineWith(lines, random, (_key, text) => text.search(reference) >= 0);
    const text = lines[line] ?? '';
    const found = [...text.matchAll(reference)];
    if (found.length === 0) return { lines, line, what: 'nothing, there is none' };
    const { 0: word, index } = random.pick(found);
    const typed = mistyped(word, random);
    const typo = text.slice(0, index) + typed + text.slice(index + word.length);
    return { lines: lines.with(line, typo), line, what: `${word} as ${typed}`, words: [word, typed] };
  },
  'a value of another kind': (lines, random) => {
    const line = lineWith(lines, random, (key) => key !== null);
    const key = keyLine.exec(lines[line] ?? '');
    const value = random.pick(strangers);
    return { lines: lines.with(line, `${key?.[1] ?? ''}${key?.[2] ?? ''}: ${value}`), line, what: `${key?.[2]}: ${value}` };
  },
  'a line moved in or out': (lines, random) => {
    const line = random.below(lines.length);
    const text = lines[line] ?? '';
    return { lines: lines.with(line, random.below(2) === 0 ? ` ${text}` : text.replace(/^ {1,2}/, '')), line, what: text };
  },
  'a character changed': (lines, random) => {
    const line = lineWith(lines, random, (_key, text) => text.length > 0);
    const text = lines[line] ?? '';
    const at = random.below(Math.max(1, text.length));
    const put = random.pick([...'{}[],:#&*!|>\'"%@`-?\t\0 ~', '\ud800', '\u2028', '']);
    return { lines: lines.with(line, text.slice(0, at) + put + text.slice(at + 1)), line, what: `${JSON.stringify(put)} in ${text}` };
  },
  'hostile YAML': (lines, random) => {
    const line = random.below(lines.length);
    const piece = random.pick(hostile);
    const indent = /^\s*/.exec(lines[line] ?? '')?.[0] ?? '';
    return { lines: lines.toSpliced(line, 0, ...piece.replaceAll('#', indent).split('\n')), line, what: piece.slice(0, 40) };
  },
};

const wholeFile: Readonly<Record<string, (file: Bytes, random: Random, files: readonly Bytes[]) => readonly Bytes[]>> = {
  'a file lost': () => [],
  'a file emptied': (file) => [{ ...file, bytes: new Uint8Array() }],
  'a file doubled under another name': (file) => [file, { ...file, path: file.path.replace(/\.yaml$/, '-copy.yaml') }],
  'a file in the wrong folder': (file, random, files) => {
    const folder = random.pick(files).path.replace(/[^/]+$/, '');
    return [{ ...file, path: `${folder}moved-${file.path.replace(/^.*\//, '')}` }];
  },
  'a byte changed': (file, random) => [{ ...file, bytes: file.bytes.with(random.below(file.bytes.length), random.below(256)) }],
  'bytes that are no text': (file, random) => {
    const bytes = Uint8Array.from(file.bytes);
    for (let at = random.below(bytes.length), n = 0; n < 64 && at < bytes.length; at++, n++) bytes[at] = random.below(256);
    return [{ ...file, bytes }];
  },
  'a class nobody has': (file, random) => {
    const line = random.pick([
      "class: ''",
      'class: 7',
      "class: 'SECRET/NOBODY//nobody:'",
      "class: 'X///'",
      'class: { a: b }',
      "class: '////////'",
    ]);
    return [{ ...file, bytes: utf8(`${line}\n${new TextDecoder().decode(file.bytes)}`) }];
  },
};

/** The ways of damage, each as likely as the others. */
export const ways: readonly string[] = [...Object.keys(mutators), ...Object.keys(wholeFile)];

/** One mutation of one file of the document, in the way named; the same random stream gives the same. Long files are hit more often. */
export function mutated(files: readonly Bytes[], way: string, random: Random): Mutation {
  let at = random.below(files.reduce((sum, { bytes }) => sum + bytes.length, 0));
  const index = files.findIndex(({ bytes }) => {
    at -= bytes.length;
    return at < 0;
  });
  const file = files[index] as Bytes;
  const whole = wholeFile[way];
  if (whole !== undefined) return { files: files.toSpliced(index, 1, ...whole(file, random, files)), what: way, file: file.path };
  const { lines, line, what, words } = (mutators[way] as Mutator)(new TextDecoder().decode(file.bytes).split('\n'), random);
  const bytes = utf8(lines.join('\n'));
  const mutation = { files: files.with(index, { path: file.path, bytes }), what: `${way}: ${what}`, file: file.path, line: line + 1 };
  return words === undefined ? mutation : { ...mutation, words };
}

function lineWith(lines: readonly string[], random: Random, wanted: (key: RegExpExecArray | null, text: string) => boolean): number {
  const candidates = lines.flatMap((text, index) => (!text.trim().startsWith('#') && wanted(keyLine.exec(text), text) ? [index] : []));
  return candidates.length === 0 ? 0 : random.pick(candidates);
}

/** A slip of the finger: a letter left out, doubled, or two in the wrong order. */
function mistyped(word: string, random: Random): string {
  const at = random.below(Math.max(1, word.length - 1));
  const [before, one = '', two = '', after] = [word.slice(0, at), word[at], word[at + 1], word.slice(at + 2)];
  const slip = random.below(3);
  if (slip === 0) return before + two + after;
  return slip === 1 || one === two ? before + one + one + two + after : before + two + one + after;
}
