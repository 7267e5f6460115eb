/** What the runs of one lane came to, as plain numbers that a worker can hand over. Each run is a row, so that lanes can be laid together in the order of runs. */
import type { Stage } from '../stage/stage.ts';
import type { RunRecord } from './run-record.ts';

export type LaneTally = {
  readonly lane: number;
  readonly variant: string | null;
  readonly runs: readonly number[];
  /** Runs × columns; see `columnsOf`. */
  readonly rows: Float64Array;
  /** Resource × hour of the exercise: whole seconds waited, over the lane's runs. */
  readonly hours: Float64Array;
  /** Waits of serials: `serial cause`, the run, seconds. */
  readonly waits: readonly { readonly key: string; readonly run: number; readonly seconds: number }[];
};

const runColumns = [
  'events',
  'types',
  'waited',
  'asked',
  'inTime',
  'requests',
  'answered',
  'timed',
  'onTime',
  'decide',
  'translate',
  'review',
  'deliver',
  'whole',
] as const;
export type RunColumn = (typeof runColumns)[number];

/** Where each number of a run stands in its row. */
export type Columns = {
  readonly width: number;
  readonly of: (column: RunColumn) => number;
  readonly serial: (index: number, column: 'startsLate' | 'endsLate' | 'outcome') => number;
  readonly inject: (index: number, column: 'released' | 'inTime' | 'seconds') => number;
  readonly resource: (index: number, column: 'busy' | 'waited' | 'longest') => number;
};

const threes = { startsLate: 0, endsLate: 1, outcome: 2, released: 0, inTime: 1, seconds: 2, busy: 0, waited: 1, longest: 2 } as const;

export function columnsOf({ serials, injects, resources }: Pick<Stage, 'serials' | 'injects' | 'resources'>): Columns {
  const firstSerial = runColumns.length;
  const firstInject = firstSerial + 3 * serials.length;
  const firstResource = firstInject + 3 * injects.length;
  return {
    width: firstResource + 3 * resources.length,
    of: (column) => runColumns.indexOf(column),
    serial: (index, column) => firstSerial + 3 * index + threes[column],
    inject: (index, column) => firstInject + 3 * index + threes[column],
    resource: (index, column) => firstResource + 3 * index + threes[column],
  };
}

/** Writes numbers into every third place of a row. */
function fill(row: Float64Array, first: number, numbers: Float64Array | Uint8Array): void {
  for (let at = 0; at < numbers.length; at++) row[first + 3 * at] = numbers[at] ?? 0;
}

export class Tally {
  readonly #stage: Stage;
  readonly #columns: Columns;
  readonly #lane: number;
  readonly #variant: string | null;
  readonly #rows: Float64Array;
  readonly #hours: Float64Array;
  readonly #runs: number[] = [];
  readonly #waits: { key: string; run: number; seconds: number }[] = [];

  constructor(stage: Stage, lane: number, variant: string | null, runs: number) {
    this.#stage = stage;
    this.#columns = columnsOf(stage);
    this.#lane = lane;
    this.#variant = variant;
    this.#rows = new Float64Array(runs * this.#columns.width);
    this.#hours = new Float64Array(stage.resources.length * stage.days * 24);
  }

  add(run: number, record: RunRecord): void {
    const columns = this.#columns;
    const row = this.#rows.subarray(this.#runs.length * columns.width, (this.#runs.length + 1) * columns.width);
    this.#runs.push(run);
    const { requests } = record;
    const answered = Math.max(1, requests.answered);
    let asked = 0;
    let inTime = 0;
    this.#stage.injects.forEach(({ answerWithin }, at) => {
      if (answerWithin === undefined) return;
      asked += record.released[at] ?? 0;
      inTime += record.inTime[at] ?? 0;
    });
    const numbers: { readonly [C in RunColumn]: number } = {
      events: record.events,
      types: record.types,
      waited: sum(record.waited) + sum(record.serialWaits.values()),
      asked,
      inTime,
      requests: requests.n,
      answered: requests.answered,
      timed: requests.timed,
      onTime: requests.onTime,
      decide: Math.round(requests.decide / answered),
      translate: Math.round(requests.translate / answered),
      review: Math.round(requests.review / answered),
      deliver: Math.round(requests.deliver / answered),
      whole: Math.round(requests.whole / answered),
    };
    for (const column of runColumns) row[columns.of(column)] = numbers[column];
    fill(row, columns.serial(0, 'startsLate'), record.startsLate);
    fill(row, columns.serial(0, 'endsLate'), record.endsLate);
    fill(row, columns.serial(0, 'outcome'), record.outcomes);
    fill(row, columns.inject(0, 'released'), record.released);
    fill(row, columns.inject(0, 'inTime'), record.inTime);
    fill(row, columns.inject(0, 'seconds'), record.answerSeconds);
    fill(row, columns.resource(0, 'busy'), record.busy);
    fill(row, columns.resource(0, 'waited'), record.waited);
    fill(row, columns.resource(0, 'longest'), record.longest);
    for (let at = 0; at < this.#hours.length; at++) this.#hours[at] = (this.#hours[at] ?? 0) + (record.waitedByHour[at] ?? 0);
    for (const [key, seconds] of record.serialWaits) this.#waits.push({ key, run, seconds });
  }

  result(): LaneTally {
    return { lane: this.#lane, variant: this.#variant, runs: this.#runs, rows: this.#rows, hours: this.#hours, waits: this.#waits };
  }
}

/** Lays lanes together: rows in the order of runs, so that nothing depends on how the runs were shared out. */
export class Runs {
  readonly runs: readonly number[];
  readonly hours: Float64Array;
  readonly waits: LaneTally['waits'];
  readonly #rows: readonly Float64Array[];

  constructor(columns: Columns, tallies: readonly LaneTally[]) {
    const rows: { readonly run: number; readonly row: Float64Array }[] = [];
    const lanes = tallies.toSorted((a, b) => a.lane - b.lane);
    for (const { runs, rows: all } of lanes) {
      runs.forEach((run, at) => {
        rows.push({ run, row: all.subarray(at * columns.width, (at + 1) * columns.width) });
      });
    }
    rows.sort((a, b) => a.run - b.run);
    this.runs = rows.map(({ run }) => run);
    this.#rows = rows.map(({ row }) => row);
    this.hours = new Float64Array(lanes[0]?.hours.length ?? 0);
    for (const { hours } of lanes) for (let at = 0; at < hours.length; at++) this.hours[at] = (this.hours[at] ?? 0) + (hours[at] ?? 0);
    this.waits = lanes.flatMap(({ waits }) => waits).toSorted((a, b) => a.run - b.run || (a.key < b.key ? -1 : a.key > b.key ? 1 : 0));
  }

  /** A column's value in every run, in the order of runs. */
  column(at: number): readonly number[] {
    return this.#rows.map((row) => row[at] ?? Number.NaN);
  }
}

function sum(numbers: Iterable<number>): number {
  let total = 0;
  for (const number of numbers) total += number;
  return total;
}
