/** Coordination against the standards agreed beforehand: shares met, lengths of time with spread and n, where the time of a request went, the trend. */
import type { Assessment, LatencySplit, ProcedureFigure, Share, Spread } from '../../assess/index.ts';
import { sayNumber, sayPercent } from '../../words/index.ts';
import type { Block, Cell, Chart } from '../content.ts';
import { secondsText, tenth } from '../moments.ts';
import type { Pen } from '../pen.ts';

export function coordinationBlocks(pen: Pen, { coordination }: Assessment): readonly Block[] {
  const { procedures, requests, injectAnswers, contacts } = coordination;
  const judged = procedures.filter(({ met, latency }) => met.of > 0 || latency.n + latency.censored > 0);
  const answers = injectAnswers.latency;
  if (judged.length === 0 && requests.whole.n + requests.whole.censored === 0 && answers.n + answers.censored === 0) return [];
  pen.useLog();
  return [
    ...sharesChart(pen, judged),
    ...latencyChart(pen, judged),
    ...splitChart(pen, requests),
    figuresTable(pen, judged, requests, injectAnswers),
    {
      kind: 'note',
      tone: 'info',
      line:
        contacts.captured.of === 0
          ? pen.say('coordination.marked', { marked: contacts.marked, cross: contacts.crossParty })
          : pen.say('coordination.captured', {
              marked: contacts.marked,
              cross: contacts.crossParty,
              hits: contacts.captured.hits,
              of: contacts.captured.of,
              share: contacts.captured.hits / contacts.captured.of,
            }),
    },
  ];
}

function sharesChart(pen: Pen, procedures: readonly ProcedureFigure[]): readonly Block[] {
  const rows = procedures
    .filter(({ met }) => met.of > 0)
    .map(({ procedure, met }) => ({
      label: pen.name('procedures', procedure),
      value: (100 * met.hits) / met.of,
      of: 100,
      said: sayPercent(met.hits / met.of, pen.language),
      note: `n = ${met.of}`,
    }));
  if (rows.length === 0) return [];
  return [
    {
      kind: 'chart',
      caption: pen.say('coordination.shares'),
      basis: pen.say('coordination.sharesBasis'),
      chart: { kind: 'bars', unit: '%', rows },
    },
  ];
}

type SpreadRow = Extract<Chart, { kind: 'spread' }>['rows'][number];

function spreadRow(
  pen: Pen,
  label: string,
  { n, censored, q1, median, q3 }: Spread,
  withinSeconds: number | null = null,
): readonly SpreadRow[] {
  if (n + censored === 0) return [];
  const minutes = (seconds: number | null) => (seconds === null ? null : seconds / 60);
  const note = censored === 0 ? `n = ${n}` : pen.say('coordination.nOpen', { n, open: censored });
  return [
    {
      label,
      q1: minutes(q1),
      median: minutes(median),
      q3: minutes(q3),
      said: secondsText(pen, median),
      note,
      ...(withinSeconds === null ? {} : { mark: withinSeconds / 60 }),
    },
  ];
}

function latencyChart(pen: Pen, procedures: readonly ProcedureFigure[]): readonly Block[] {
  const rows = procedures.flatMap(({ procedure, latency, withinSeconds }) =>
    spreadRow(pen, pen.name('procedures', procedure), latency, withinSeconds),
  );
  return rows.length === 0 ? [] : [spreadChart(pen, 'latency', rows)];
}

function splitChart(pen: Pen, requests: LatencySplit): readonly Block[] {
  const parts = ['decide', 'translate', 'review', 'deliver', 'whole'] as const;
  const rows = parts.flatMap((part) => spreadRow(pen, pen.say('coordination.part', { part }), requests[part]));
  return rows.length === 0 ? [] : [spreadChart(pen, 'split', rows)];
}

function spreadChart(pen: Pen, key: string, rows: readonly SpreadRow[]): Block {
  return {
    kind: 'chart',
    caption: pen.say(`coordination.${key}`),
    basis: pen.say(`coordination.${key}Basis`),
    chart: { kind: 'spread', unit: pen.say('minuteSign'), rows },
  };
}

function figuresTable(
  pen: Pen,
  procedures: readonly ProcedureFigure[],
  requests: LatencySplit,
  injectAnswers: { readonly onTime: Share; readonly latency: Spread },
): Block {
  const rows = [
    ...procedures.map(({ procedure, met, latency, withinSeconds }) => {
      pen.use('procedures', procedure, 'within', 'standard');
      return figureRow(pen, pen.name('procedures', procedure), withinSeconds, met, latency);
    }),
    ...otherRow(pen, 'requests', requests.onTime, requests.whole),
    ...otherRow(pen, 'injectAnswers', injectAnswers.onTime, injectAnswers.latency),
  ];
  const columns = [
    { title: pen.say('column.figure'), width: 2.8 },
    { title: pen.say('column.agreedTime'), width: 1.3, align: 'end' as const },
    { title: pen.say('column.met'), width: 1.6, align: 'end' as const },
    { title: pen.say('column.interval'), width: 1.5, align: 'end' as const },
    { title: pen.say('column.median'), width: 1.3, align: 'end' as const },
    { title: pen.say('column.quartiles'), width: 2.5, align: 'end' as const },
    { title: 'n', width: 0.6, align: 'end' as const },
    { title: pen.say('column.open'), width: 0.8, align: 'end' as const },
  ];
  return { kind: 'table', columns, rows };
}

function figureRow(pen: Pen, label: string, within: number | null, met: Share, latency: Spread): readonly Cell[] {
  const quartiles = latency.q1 === null && latency.q3 === null ? '–' : `${secondsText(pen, latency.q1)} – ${secondsText(pen, latency.q3)}`;
  return [
    label,
    secondsText(pen, within),
    shareText(pen, met),
    intervalText(pen, met),
    secondsText(pen, latency.median),
    quartiles,
    String(latency.n),
    String(latency.censored),
  ];
}

function otherRow(pen: Pen, key: string, onTime: Share, latency: Spread): readonly (readonly Cell[])[] {
  if (onTime.of + latency.n + latency.censored === 0) return [];
  return [figureRow(pen, pen.say(`coordination.${key}`), null, onTime, latency)];
}

export function shareText(pen: Pen, { hits, of }: Share): string {
  return of === 0 ? '–' : `${hits} / ${of} (${sayPercent(hits / of, pen.language)})`;
}

function intervalText(pen: Pen, { low, high }: Share): string {
  return low === null || high === null ? '–' : `${sayPercent(low, pen.language)} – ${sayPercent(high, pen.language)}`;
}

/** First phase against last, procedure by procedure. */
export function trendTable(pen: Pen, { coordination }: Assessment): readonly Block[] {
  if (coordination.trends.length === 0) return [];
  pen.useLog();
  const phase = ({ phase: id, met }: ProcedureFigure) => pen.pair(id === null ? '–' : pen.name('phases', id), shareText(pen, met));
  const rows = coordination.trends.map(({ procedure, first, last, betterBy, fasterBySeconds }): readonly Cell[] => [
    pen.name('procedures', procedure),
    phase(first),
    phase(last),
    betterBy === null
      ? '–'
      : {
          line: pen.say('coordination.points', {
            n: `${betterBy > 0 ? '+' : betterBy < 0 ? '−' : '±'}${sayNumber(tenth(Math.abs(betterBy) * 100), pen.language)}`,
          }),
          tone: betterBy > 0 ? 'good' : betterBy < 0 ? 'bad' : 'muted',
        },
    fasterBySeconds == null
      ? '–'
      : pen.say('coordination.faster', {
          way: fasterBySeconds > 0 ? 'faster' : fasterBySeconds < 0 ? 'slower' : 'same',
          time: secondsText(pen, Math.abs(fasterBySeconds)),
        }),
  ]);
  const columns = [
    { title: pen.say('column.procedure'), width: 2.4 },
    { title: pen.say('column.firstPhase'), width: 3 },
    { title: pen.say('column.lastPhase'), width: 3 },
    { title: pen.say('column.change'), width: 1.6 },
    { title: pen.say('column.speed'), width: 1.8 },
  ];
  return [{ kind: 'table', columns, rows }];
}
