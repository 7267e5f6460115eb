// A verb of the command: its name, its options, its example and exit codes, and what it does with its use case.
// The use case loads only when the verb is run.
import { type Command, Option } from 'commander';
import type { UseCases } from '../app/index.ts';
import { type Language, languages } from '../words/index.ts';
import { exitCodesHelp, type Outcome } from './exit-codes.ts';
import { type Frame, frameOn } from './frame.ts';
import type { Terminal } from './terminal.ts';

type UseCase<Name extends keyof UseCases> = Awaited<ReturnType<UseCases[Name]>>;

export type VerbDescription<Name extends keyof UseCases, Options> = {
  readonly name: Name;
  readonly summary: string;
  readonly example: string;
  /** What it may end with besides usage and a mistake of ours. */
  readonly outcomes: readonly Outcome[];
  readonly define: (command: Command) => Command;
  /** Commander has parsed `given` by what `define` says. */
  readonly run: (useCase: UseCase<Name>, given: readonly (string | undefined)[], options: Options, frame: Frame) => Promise<Outcome>;
};

/** What a verb is run in: the use cases there are, the terminal, and where its outcome goes. */
export type Stage = {
  readonly useCases: Partial<UseCases>;
  readonly terminal: Terminal;
  readonly entered: (frame: Frame) => void;
  readonly ended: (outcome: Outcome) => void;
};

export type Verb = { readonly name: keyof UseCases; readonly addTo: (program: Command, stage: Stage) => void };

type FrameOptions = { readonly json?: true; readonly lang: Language };

export function verb<Name extends keyof UseCases, Options>(description: VerbDescription<Name, Options>): Verb {
  const { name, summary, example, outcomes, define, run } = description;
  return {
    name,
    addTo(program, stage) {
      // Without its use case a verb is not offered.
      const load = stage.useCases[name] as (() => Promise<UseCase<Name>>) | undefined;
      if (load === undefined) return;
      const command = define(program.command(name).summary(summary).description(summary))
        .option('--json', 'print the result as JSON on stdout')
        .addOption(new Option('--lang <language>', 'the language of what is said').choices(languages).default('en'))
        .addHelpText('after', `\nExample:\n  ${example}\n\n${exitCodesHelp([...outcomes, 'usage', 'bug'])}`);
      command.action(async () => {
        const options = command.opts<Options & FrameOptions>();
        const misused = (sentence: string): never => command.error(`error: ${sentence}`);
        const frame = frameOn(stage.terminal, { language: options.lang, isJson: options.json === true }, misused);
        stage.entered(frame);
        stage.ended(await run(await load(), command.processedArgs as readonly (string | undefined)[], options, frame));
      });
    },
  };
}
