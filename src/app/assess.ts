// `assess`: what a log shows a reader, as data and in a few sentences.
import { summaryOf } from '../assess/index.ts';
import { Bug } from '../kernel/index.ts';
import { matterOfLog } from './log-source.ts';
import type { AssessLog } from './use-cases.ts';

export const assessLog: AssessLog = async (logFile, { reader, progress }) => {
  const { log } = await matterOfLog(logFile, { ...(reader === undefined ? {} : { reader }), progress });
  if (log === null) throw new Bug('a log without what it shows');
  const [basis, ...figures] = summaryOf(log.assessment);
  // To who reads nothing of conduct, a row of noughts would say that nothing happened.
  const told = log.streams.length > 0 ? figures : [{ key: 'product.report.noConduct', values: {} }];
  return { json: log.assessment, summary: [...(basis === undefined ? [] : [basis]), ...told] };
};
