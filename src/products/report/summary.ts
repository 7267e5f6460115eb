/** The executive summary: sentences made from figures, each left out where there is nothing to say it of. */
import type { Assessment } from '../../assess/index.ts';
import type { Block } from '../content.ts';
import { secondsText } from '../moments.ts';
import type { Pen } from '../pen.ts';

export function summaryBlocks(pen: Pen, assessment: Assessment): readonly Block[] {
  const { counts, coverage, coordination, safety, findings, ratings } = assessment;
  const { pairs, requests, injectAnswers, procedures, trends } = coordination;
  // Who reads nothing of conduct is not told that nothing happened.
  if (pen.matter.log?.streams.length === 0) return [];
  pen.useLog();
  const count = (name: string) => counts[name] ?? 0;
  const met = coverage.requirements.filter(({ achieved, times }) => achieved.length >= times).length;
  const standards = procedures.reduce((sum, { met: share }) => ({ hits: sum.hits + share.hits, of: sum.of + share.of }), {
    hits: 0,
    of: 0,
  });
  const better = trends.filter(({ betterBy }) => betterBy !== null && betterBy > 0).length;
  const worse = trends.filter(({ betterBy }) => betterBy !== null && betterBy < 0).length;
  const rated = ratings.tasks.filter(({ rating }) => rating !== null).length;
  const strengths = findings.filter(({ strength, state }) => strength && state !== 'superseded').length;
  const areas = findings.filter(({ strength, state }) => !strength && state !== 'superseded').length;
  const whole = requests.whole;
  const items = [
    said(count('serials') > 0, () =>
      pen.tell({
        key: 'assess.summary.serials',
        values: {
          done: count('serialsDone'),
          of: count('serials'),
          curtailed: count('serialsCurtailed'),
          cancelled: count('serialsCancelled'),
        },
      }),
    ),
    said(coverage.requirements.length > 0, () =>
      pen.tell({ key: 'assess.summary.requirements', values: { met, of: coverage.requirements.length } }),
    ),
    said(pairs.possible > 0, () => pen.tell({ key: 'assess.summary.pairs', values: { ...pairs } })),
    said(standards.of > 0, () => pen.say('summary.standards', { ...standards, share: standards.hits / standards.of })),
    said(requests.onTime.of > 0, () =>
      pen.tell({ key: 'assess.summary.requests', values: { hits: requests.onTime.hits, of: requests.onTime.of } }),
    ),
    said(whole.median !== null, () =>
      pen.say('summary.requestMedian', { time: secondsText(pen, whole.median), n: whole.n, censored: whole.censored }),
    ),
    said(injectAnswers.onTime.of > 0, () =>
      pen.tell({ key: 'assess.summary.injectAnswers', values: { hits: injectAnswers.onTime.hits, of: injectAnswers.onTime.of } }),
    ),
    said(better + worse > 0, () => pen.say('summary.trends', { better, worse, of: trends.length })),
    said(ratings.tasks.length > 0, () =>
      pen.say('summary.ratings', { rated, of: ratings.tasks.length, observations: count('observations') }),
    ),
    pen.say('summary.safety', { stops: safety.stops, noDuff: safety.noDuff, drills: safety.drills }),
    said(findings.length > 0, () => pen.say('summary.findings', { strengths, areas })),
  ];
  return [{ kind: 'list', ordered: false, items: items.filter((item) => item !== '') }];
}

function said(isThere: boolean, say: () => string): string {
  return isThere ? say() : '';
}
