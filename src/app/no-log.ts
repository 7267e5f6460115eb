// A file that is no log at all: one fault, and not one for each of its lines.
import type { Problem } from '../kernel/index.ts';

/** The one fault of what is no log, with advice; undefined where it is a log, whatever else is wrong with it. */
export function whyNoLog(problems: readonly Problem[]): readonly Problem[] | undefined {
  const found = problems.find(({ key }) => key === 'log.notALogFile');
  return found === undefined ? undefined : [{ ...found, maybe: { key: 'product.maybeWholeLog', values: {} } }];
}
