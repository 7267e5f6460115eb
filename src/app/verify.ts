// `verify`: what a log file proves, line by line, and never more.
import { createReadStream } from 'node:fs';
import { basename } from 'node:path';
import { linesOf, statementsOf, verifyLog as verifyLines } from '../conduct/index.ts';
import { nodeHashText } from '../store/index.ts';
import { whyNoLog } from './no-log.ts';
import type { VerifyLog } from './use-cases.ts';

export const verifyLog: VerifyLog = async (logFile) => {
  const chunks = createReadStream(logFile, { encoding: 'utf8', highWaterMark: 1 << 20 }) as AsyncIterable<string>;
  const report = await verifyLines(linesOf(chunks), { file: basename(logFile), hash: nodeHashText });
  const noLog = whyNoLog(report.problems);
  const summary = noLog === undefined ? statementsOf(report) : [];
  return { json: { ok: report.isSound, ...report }, summary, broken: noLog ?? report.problems };
};
