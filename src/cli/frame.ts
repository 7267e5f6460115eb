// What every verb stands in: the language, JSON or sentences, progress, and how problems are shown.
import type { Progress } from '../app/index.ts';
import { type Place, type Problem, prettyStableJson, type Zone } from '../kernel/index.ts';
import { type Language, type Message, say, sayProblem } from '../words/index.ts';
import { type ProgressLine, progressOn } from './progress.ts';
import { type Stream, styled, type Terminal } from './terminal.ts';

/** A problem as `--json` prints it; what a problem has not is null. */
export type PrintedFault = {
  readonly file: string | null;
  readonly line: number | null;
  readonly column: number | null;
  readonly key: string;
  readonly message: string;
  readonly maybe: string | null;
};

export type Frame = {
  readonly language: Language;
  readonly isJson: boolean;
  readonly progress: Progress;
  /** A sentence of the result, set in by so many steps, with times by a clock and where it stands; nothing under `--json`, which prints data only. */
  tell(message: Message, how?: { readonly indent?: number; readonly zone?: Zone; readonly at?: Place }): void;
  /** Problems that are the result, each as `file:line:column  sentence`, then its advice. */
  tellProblems(problems: readonly Problem[]): void;
  /** The one value that `--json` prints; nothing without it. */
  printJson(value: unknown): void;
  /** Problems that kept the verb from its result. */
  complain(problems: readonly Problem[]): void;
  /** A sentence beside the result. */
  remark(message: Message): void;
  /** Ends with the usage, for what no single option can see. */
  misused(sentence: string): never;
  /** Aborts at the first signal to end; a second one ends at once. */
  untilInterrupted(): AbortSignal;
};

export function frameOn(
  terminal: Terminal,
  options: { readonly language: Language; readonly isJson: boolean },
  misused: (sentence: string) => never,
): Frame {
  const { language, isJson } = options;
  const progress: ProgressLine = progressOn(terminal.stderr, language, () => performance.now());
  const write = (stream: Stream, text: string): void => {
    progress.clear();
    stream.write(text);
  };
  const linesOf = (problems: readonly Problem[], stream: Stream): string =>
    problems.map((found) => `${problemLines(found, language, stream, terminal.environment)}\n`).join('');
  return {
    language,
    isJson,
    misused,
    progress: progress.report,
    tell(message, { indent = 0, zone, at } = {}) {
      const place = at === undefined ? '' : `${styled(`${at.file}:${at.line}`, 'bold', terminal.stdout, terminal.environment)}  `;
      if (!isJson) write(terminal.stdout, `${'  '.repeat(indent)}${place}${say(message, language, zone)}\n`);
    },
    tellProblems(problems) {
      if (!isJson) write(terminal.stdout, linesOf(problems, terminal.stdout));
    },
    printJson(value) {
      if (isJson) write(terminal.stdout, prettyStableJson(value));
    },
    complain(problems) {
      if (isJson) write(terminal.stdout, prettyStableJson({ ok: false, faults: problems.map((found) => printedFault(found, language)) }));
      else write(terminal.stderr, linesOf(problems, terminal.stderr));
    },
    remark(message) {
      write(terminal.stderr, `${say(message, language)}\n`);
    },
    untilInterrupted() {
      const controller = new AbortController();
      for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => controller.abort());
      return controller.signal;
    },
  };
}

/** `file:line:column  sentence`, and below it the advice. */
export function problemLines(found: Problem, language: Language, stream: Stream, environment: Terminal['environment']): string {
  const { place, sentence, maybe } = sayProblem(found, language);
  const first = place === '' ? sentence : `${styled(place, 'bold', stream, environment)}  ${sentence}`;
  return maybe === undefined ? first : `${first}\n    ${styled(maybe, 'dim', stream, environment)}`;
}

export function printedFault(found: Problem, language: Language): PrintedFault {
  const { sentence, maybe } = sayProblem(found, language);
  return {
    file: found.at?.file ?? null,
    line: found.at?.line ?? null,
    column: found.at?.column ?? null,
    ...(found.at?.cell === undefined ? {} : { cell: found.at.cell }),
    key: found.key,
    message: sentence,
    maybe: maybe ?? null,
  };
}
