import { expect, test } from 'vitest';
import type { Chart } from '../../products/index.ts';
import { chartSvg } from './index.ts';

const charts: readonly Chart[] = [
  {
    kind: 'bars',
    unit: '%',
    rows: [
      { label: 'Повторение задачи', value: null },
      { label: 'B', value: 40, of: 100, said: '40 %', note: 'n = 5' },
    ],
  },
  { kind: 'bars', unit: 'min', rows: [] },
  {
    kind: 'matrix',
    columns: ['BLR'],
    rows: [
      {
        label: '渡越',
        cells: [
          { value: 0, of: 0, text: '0 / 0' },
          { value: 3, of: 2, text: '3 / 2' },
        ],
      },
    ],
  },
  { kind: 'schedule', from: 0, to: 0, ticks: [], lanes: [] },
  {
    kind: 'schedule',
    from: 0,
    to: 600,
    ticks: [{ at: 0, label: '00:00' }],
    lanes: [{ label: 'Camp', bars: [{ from: 0, to: 1, label: 'S-1', tone: 'red"' }] }],
  },
  {
    kind: 'spread',
    unit: 'min',
    rows: [
      { label: 'A', q1: null, median: 5, q3: null, mark: 4 },
      { label: 'B', q1: null, median: null, q3: null },
    ],
  },
];

test.each(charts)('a chart of kind $kind is a picture of finite numbers with a name for those who do not see it', (chart) => {
  const svg = chartSvg(chart, 'A chart');
  expect(svg).toMatch(/^<svg viewBox="0 0 \d+ \d+" role="img" aria-label="A chart"/);
  expect(svg).not.toMatch(/NaN|Infinity|undefined/);
});

test('a colour that is none is not written', () => {
  const [, , , , schedule] = charts;
  if (schedule === undefined) throw new Error('no chart');
  expect(chartSvg(schedule, 'A chart')).not.toContain('red');
});

test('a label is cut where it would be wider than its place, by what its script takes, and stands whole in its tip', () => {
  const long = '处置行动——时间协同与控制以及许多其他内容的课目名称';
  const svg = chartSvg({ kind: 'bars', unit: '', rows: [{ label: long, value: 1 }] }, 'A chart');
  const shown = />([^<>]*…)</.exec(svg)?.[1] ?? '';
  expect(shown.length).toBeLessThan(20);
  expect(svg).toContain(`<title>${long}</title>`);
});

test('a bar that is part of a whole says so', () => {
  const svg = chartSvg({ kind: 'bars', unit: 'serials', rows: [{ label: 'A', value: 3, of: 4 }] }, 'A chart');
  expect(svg).toContain('3 / 4 serials');
});

test('a label that is too long for one line stands in two, whole, parted at a space', () => {
  const label = 'Освобождение заложников – обеспечение и приём';
  const rows = [{ label, cells: [{ value: 1, of: 1, text: '1 / 1' }] }];
  const svg = chartSvg({ kind: 'matrix', columns: ['Emergency medical service'], rows }, 'A chart');
  const lines = [...svg.matchAll(/<tspan[^>]*>([^<]*)<\/tspan>/g)].map(([, line]) => line);
  expect(lines).toEqual(['Emergency medical', 'service', 'Освобождение заложников –', 'обеспечение и приём']);
});
