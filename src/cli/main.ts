// Runs one command line: finds the verb, runs it, and turns whatever comes out into an exit code. The only place that does.
import { readFileSync } from 'node:fs';
import { Command, CommanderError } from 'commander';
import type { UseCases } from '../app/index.ts';
import { Malformed, Refused } from '../kernel/index.ts';
import { exitCodes, type Outcome } from './exit-codes.ts';
import { type Frame, frameOn } from './frame.ts';
import type { Terminal } from './terminal.ts';
import { verbs } from './verbs/index.ts';

/** Runs a command line (without `node` and the program) and returns its exit code. */
export async function main(args: readonly string[], useCases: Partial<UseCases>, terminal: Terminal = ownTerminal()): Promise<number> {
  let outcome: Outcome = 'well';
  let frame: Frame = frameOn(terminal, { language: 'en', isJson: false }, (sentence) => {
    throw new CommanderError(exitCodes.usage, 'usage', sentence);
  });
  const program = new Command('entente')
    .description('Prepare a joint exercise, try it dry, run it together and learn from it.')
    .version(ownVersion())
    .exitOverride()
    .configureOutput({
      writeOut: (text) => terminal.stdout.write(text),
      writeErr: (text) => terminal.stderr.write(text),
      outputError: (text, write) => write(inOurWords(text)),
    })
    .showHelpAfterError('Maybe add --help to see how it is used.');
  const stage = {
    useCases,
    terminal,
    entered: (entered: Frame) => {
      frame = entered;
    },
    ended: (ended: Outcome) => {
      outcome = ended;
    },
  };
  for (const verb of verbs) verb.addTo(program, stage);
  try {
    await program.parseAsync(args, { from: 'user' });
  } catch (error) {
    outcome = outcomeOf(error, frame, terminal);
  }
  return exitCodes[outcome];
}

/** Commander asks what was meant; here advice is given as everywhere: "Maybe --reader." */
function inOurWords(text: string): string {
  return text.replace(/^\(Did you mean (?:one of )?(.*)\?\)$/m, 'Maybe $1.');
}

function outcomeOf(error: unknown, frame: Frame, terminal: Terminal): Outcome {
  if (error instanceof CommanderError) return error.exitCode === 0 ? 'well' : 'usage';
  if (error instanceof Malformed) {
    frame.complain(error.problems);
    return 'faults';
  }
  if (error instanceof Refused) {
    frame.complain([error.problem]);
    return 'faults';
  }
  if (isSystemError(error)) {
    frame.complain([{ key: 'cli.system', values: { reason: error.message } }]);
    return 'faults';
  }
  frame.remark({ key: 'cli.bug', values: {} });
  terminal.stderr.write(`entente ${ownVersion()}, Node ${process.versions.node}, ${process.platform} ${process.arch}\n${traceOf(error)}\n`);
  return 'bug';
}

/** What the machine refuses: a full disk, a missing right, a port in use. */
function isSystemError(error: unknown): error is NodeJS.ErrnoException {
  return error instanceof Error && 'syscall' in error && 'errno' in error;
}

function traceOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const trace = error.stack ?? error.message;
  return error.cause === undefined ? trace : `${trace}\nbecause of ${traceOf(error.cause)}`;
}

function ownVersion(): string {
  const own: unknown = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'));
  return typeof own === 'object' && own !== null && 'version' in own ? String(own.version) : '?';
}

function ownTerminal(): Terminal {
  // Who reads us may stop reading (`entente check … | head`); that is no fault.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
    process.exit(exitCodes.well);
  });
  return { stdout: process.stdout, stderr: process.stderr, environment: process.env };
}
