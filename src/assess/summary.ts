/** The assessment in a few sentences, for a terminal or the head of a page. */
import type { Message } from '../words/index.ts';
import type { Assessment } from './assessment.ts';

export function summaryOf({ basis, reader, counts, coverage, coordination, findings }: Assessment): readonly Message[] {
  const { pairs, requests, injectAnswers } = coordination;
  const count = (name: string): number => counts[name] ?? 0;
  const met = coverage.requirements.filter(({ achieved, times }) => achieved.length >= times).length;
  const strengths = findings.filter(({ strength }) => strength).length;
  return [
    message('assess.basis', { events: basis.events, streams: basis.streams, reader }),
    message('assess.summary.serials', {
      done: count('serialsDone'),
      of: count('serials'),
      curtailed: count('serialsCurtailed'),
      cancelled: count('serialsCancelled'),
    }),
    message('assess.summary.requirements', { met, of: coverage.requirements.length }),
    message('assess.summary.pairs', { ...pairs }),
    message('assess.summary.requests', { hits: requests.onTime.hits, of: requests.onTime.of }),
    message('assess.summary.injectAnswers', { hits: injectAnswers.onTime.hits, of: injectAnswers.onTime.of }),
    message('assess.summary.findings', { n: findings.length, strengths }),
  ];
}

const message = (key: string, values: Message['values']): Message => ({ key, values });
