// The events of a log file that another site has exported, once all of it has been verified.
import { createReadStream } from 'node:fs';
import { basename } from 'node:path';
import { LogVerifier, linesOf, type Sealed } from '../conduct/index.ts';
import { Malformed, problem, Refused } from '../kernel/index.ts';
import { nodeHashText } from '../store/index.ts';

/**
 * Reads a log file of this exercise; `name` is what it is called in what is said of it. Throws `Malformed` with all that is wrong with it,
 * `Refused` where it is of another exercise.
 */
export async function soundEvents(logFile: string, wanted: string, name = basename(logFile)): Promise<readonly Sealed[]> {
  const verifier = new LogVerifier({ file: name, hash: nodeHashText });
  const events: Sealed[] = [];
  for await (const line of linesOf(createReadStream(logFile, { encoding: 'utf8' }) as AsyncIterable<string>)) {
    const read = verifier.line(line);
    if (read !== undefined) events.push(read.sealed);
  }
  const { isSound, problems } = verifier.report();
  if (!isSound || verifier.manifest === null) throw new Malformed(problems);
  const { exercise } = verifier.manifest;
  if (exercise !== wanted) throw new Refused(problem('app.logOfOtherExercise', { file: name, found: exercise, wanted }));
  return events;
}
