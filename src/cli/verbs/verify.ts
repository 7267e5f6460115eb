// `entente verify`: what a log file proves, and never more.
import { existingFile } from '../options.ts';
import { verb } from '../verb.ts';

export const verifyVerb = verb<'verify', object>({
  name: 'verify',
  summary: 'Tell whether a log is unbroken and complete, and who signed it.',
  example: 'entente verify dry-run/run-1.jsonl',
  outcomes: ['well', 'faults'],
  define: (command) => command.argument('<log>', 'the log', existingFile),
  async run(verifyLog, [log = ''], _options, frame) {
    const report = await verifyLog(log, { progress: frame.progress });
    frame.tellProblems(report.broken);
    for (const message of report.summary) frame.tell(message);
    frame.printJson(report.json);
    return report.broken.length === 0 ? 'well' : 'faults';
  },
});
