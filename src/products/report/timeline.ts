/** The timeline of what stood out, and how every serial went. */
import type { Assessment, SerialOutcome } from '../../assess/index.ts';
import type { Block, Cell } from '../content.ts';
import { momentOf, tenth } from '../moments.ts';
import type { Pen } from '../pen.ts';
import { serialCell } from '../plan/schedule.ts';
import { sentence } from './sentences.ts';

// Begin and end of serials stand in their own table, injects in the MSEL book; consents, findings and releases are told where they belong.
const told = new Set(['clock', 'safety', 'contingent']);
const toldKeys = new Set([
  'assess.timeline.serialStopped',
  'assess.timeline.serialCurtailed',
  'assess.timeline.serialCancelled',
  'assess.timeline.planAdopted',
  'assess.timeline.bookingChanged',
  'assess.timeline.textReleased',
  'assess.timeline.textWithdrawn',
]);

export function timelineTable(pen: Pen, { timeline }: Assessment): readonly Block[] {
  const entries = timeline.filter(({ kind, key }) => told.has(kind) || toldKeys.has(key));
  if (entries.length === 0) return [];
  pen.useLog();
  const rows = entries.map((entry): readonly Cell[] => [
    momentOf(pen, entry.at),
    pen.say('timelineKind', { kind: entry.kind }),
    sentence(pen, entry),
  ]);
  const columns = [
    { title: pen.say('column.time'), width: 1.5 },
    { title: pen.say('column.kind'), width: 1.2 },
    { title: pen.say('column.event'), width: 6 },
  ];
  return [{ kind: 'table', columns, rows }];
}

/** Every serial that was to be held, with its delay; `only` for a shorter list. */
export function serialsTable(pen: Pen, { serials }: Assessment, only: (outcome: SerialOutcome) => boolean = () => true): readonly Block[] {
  const held = serials.filter((outcome) => outcome.status !== 'notHeld' && only(outcome));
  if (held.length === 0) return [];
  pen.useLog();
  const minutes = (from: number, to: number) => Math.round((to - from) / 60_000_000);
  const moment = (at: number | null) => (at === null ? '–' : momentOf(pen, at));
  const rows = held.map(({ serial, status, plannedStart, plannedEnd, startedAt, endedAt, stoppedSeconds }): readonly Cell[] => {
    const late = endedAt === null || plannedEnd === null ? null : minutes(plannedEnd, endedAt);
    return [
      serialCell(pen, serial),
      { line: pen.say('serialStatus', { status }), ...(status === 'done' ? {} : { tone: 'warn' as const }) },
      moment(plannedStart),
      moment(startedAt),
      moment(endedAt),
      late === null ? '–' : { line: pen.say('minutes', { n: late }), align: 'end', ...(late > 15 ? { tone: 'warn' as const } : {}) },
      stoppedSeconds === 0 ? '–' : pen.say('minutes', { n: tenth(stoppedSeconds / 60) }),
    ];
  });
  const columns = [
    { title: pen.say('column.serial'), width: 3 },
    { title: pen.say('column.status'), width: 1.3 },
    { title: pen.say('column.plannedStart'), width: 1.6 },
    { title: pen.say('column.started'), width: 1.6 },
    { title: pen.say('column.ended'), width: 1.6 },
    { title: pen.say('column.late'), width: 1, align: 'end' as const },
    { title: pen.say('column.stopped'), width: 1, align: 'end' as const },
  ];
  return [{ kind: 'table', columns, rows }];
}
