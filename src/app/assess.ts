// `assess`: what a log shows a reader, as data and in a few sentences.
import { summaryOf } from '../assess/index.ts';
import { Bug } from '../kernel/index.ts';
import { matterOfLog } from './log-source.ts';
import type { AssessLog } from './use-cases.ts';

export const assessLog: AssessLog = async (logFile, { reader, progress }) => {
  const { log } = await matterOfLog(logFile, { ...(reader === undefined ? {} : { reader }), progress });
  if (log === null) throw new Bug('a log without what it shows');
  return { json: log.assessment, summary: summaryOf(log.assessment) };
};
