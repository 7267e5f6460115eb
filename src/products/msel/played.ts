/** The part of the MSEL that is not EXCON's alone: injects released to the parties after ENDEX, and what a reader's own posts received. */
import type { Block, Cell } from '../content.ts';
import { groupOf } from '../moments.ts';
import type { Pen } from '../pen.ts';

export function playedBlocks(pen: Pen): readonly Block[] {
  const { log } = pen.matter;
  const blocks = [
    ...pen.section(pen.say('msel.played'), () => playedTable(pen)),
    ...pen.section(pen.say('msel.received'), () => receivedTable(pen)),
  ];
  if (blocks.length > 0) return blocks;
  return [{ kind: 'note', tone: 'info', line: pen.say(log === null ? 'msel.notReleased' : 'msel.nothingReleased') }];
}

function playedTable(pen: Pen): readonly Block[] {
  const played = (pen.matter.log?.played ?? []).toSorted((a, b) => (a.payload.playedAt ?? a.at) - (b.payload.playedAt ?? b.at));
  if (played.length === 0) return [];
  const rows = played.map(({ stream, payload }): readonly Cell[] => {
    pen.useStream(stream);
    return [
      [{ text: payload.number, style: 'id' }],
      payload.playedAt === undefined ? '–' : groupOf(pen, payload.playedAt),
      [{ text: pen.named(payload.title), style: 'strong' }, ...(payload.texts === undefined ? [] : [`\n${pen.named(payload.texts)}`])],
      payload.from === undefined ? '–' : pen.named(payload.from),
      payload.to.map((post) => pen.name('posts', post)).join(pen.comma),
      payload.means === undefined ? '–' : pen.say('means', { means: payload.means }),
      payload.serial ?? '–',
      payload.outcome === undefined
        ? pen.say('answered', { answered: String(payload.answered) })
        : pen.say('actionSeen', { outcome: payload.outcome }),
    ];
  });
  const columns = [
    { title: pen.say('column.number'), width: 0.8 },
    { title: pen.say('column.played'), width: 1.6 },
    { title: pen.say('column.text'), width: 4.5 },
    { title: pen.say('column.from'), width: 2 },
    { title: pen.say('column.to'), width: 2.5 },
    { title: pen.say('column.means'), width: 1.2 },
    { title: pen.say('column.serial'), width: 1 },
    { title: pen.say('column.outcome'), width: 1.8 },
  ];
  return [{ kind: 'table', columns, rows }];
}

/** Deliveries to the reader's own posts that are not among the played injects. */
function receivedTable(pen: Pen): readonly Block[] {
  const known = new Set((pen.matter.log?.played ?? []).flatMap(({ payload }) => [payload.delivery, ...(payload.deliveries ?? [])]));
  const received = (pen.matter.log?.received ?? []).filter(({ payload }) => !known.has(payload.delivery));
  if (received.length === 0) return [];
  const rows = received.map(({ at, stream, payload }): readonly Cell[] => {
    pen.useStream(stream);
    return [
      String(payload.number),
      groupOf(pen, at),
      pen.name('posts', payload.to),
      pen.named(payload.from),
      pen.named(payload.texts),
      pen.say('means', { means: payload.means }),
    ];
  });
  const columns = [
    { title: pen.say('column.number'), width: 0.6 },
    { title: pen.say('column.time'), width: 1.5 },
    { title: pen.say('column.to'), width: 2 },
    { title: pen.say('column.from'), width: 2 },
    { title: pen.say('column.text'), width: 6 },
    { title: pen.say('column.means'), width: 1.3 },
  ];
  return [{ kind: 'table', columns, rows }];
}
