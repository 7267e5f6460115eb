/**
 * How many contacts were marked, and how far the marks can be trusted. Known communications are those that left another trace: a message that was
 * spoken (radio, telephone, face to face; one for each who heard it), and a procedure that was recorded. One is captured when a mark stands beside
 * it: for a message a mark of the same two posts, for a procedure one of the same serial and procedure, each within ten minutes. A mark captures at
 * most one message and one procedure.
 */
import type { Share } from '../assessment.ts';
import type { EventMark } from '../event-marks.ts';
import type { ContactMark } from '../gather/communication.ts';
import type { Gathered } from '../gathered.ts';
import { shareOf } from '../spread.ts';

export type ContactFigures = {
  readonly marked: number;
  readonly crossParty: number;
  readonly captured: Share;
  readonly missed: readonly EventMark[];
};

const besideMicros = 600_000_000;

type Known = { readonly from: number; readonly to: number; readonly mark: EventMark };

export function contactFigures({ exercise, communication, procedures }: Gathered): ContactFigures {
  const marks = [...communication.contacts()];
  const messages: [string, Known][] = [...communication.voiceMessages()].map(({ at, pair, mark }) => [
    String(pair),
    { from: at, to: at, mark },
  ]);
  const recorded: [string, Known][] = [...procedures.records.values()].map(
    ({ recorded: { serial, procedure, startedAt, finishedAt }, mark }) => [
      `${serial}\n${procedure}`,
      { from: startedAt, to: finishedAt ?? startedAt, mark },
    ],
  );
  const missed = [
    ...notCaptured(messages, marks, ({ pair }) => String(pair)),
    ...notCaptured(recorded, marks, ({ serial, procedure }) =>
      serial === undefined || procedure === undefined ? undefined : `${serial}\n${procedure}`,
    ),
  ];
  const known = messages.length + recorded.length;
  const partyOf = (post: string) => exercise.posts.byId.get(post)?.party;
  const isCrossParty = (pair: number) => {
    const [one, other] = communication.posts.ofPair(pair).map(partyOf);
    return one !== undefined && other !== undefined && one !== other;
  };
  return {
    marked: marks.length,
    crossParty: marks.filter(({ pair }) => isCrossParty(pair)).length,
    captured: shareOf(known - missed.length, known),
    missed,
  };
}

/** What no mark stands beside, taking both in order of time; the earliest mark that fits is used up. */
function notCaptured(
  known: readonly [string, Known][],
  marks: readonly ContactMark[],
  keyOf: (mark: ContactMark) => string | undefined,
): readonly EventMark[] {
  const marksBy = new Map<string, number[]>();
  for (const mark of marks) {
    const key = keyOf(mark);
    if (key === undefined) continue;
    const list = marksBy.get(key);
    if (list === undefined) marksBy.set(key, [mark.at]);
    else list.push(mark.at);
  }
  for (const list of marksBy.values()) list.sort((a, b) => a - b);
  const used = new Map<string, number>();
  const missed: EventMark[] = [];
  for (const [key, { from, to, mark }] of known.toSorted(([, a], [, b]) => a.from - b.from)) {
    const list = marksBy.get(key) ?? [];
    let next = used.get(key) ?? 0;
    while (next < list.length && (list[next] ?? 0) < from - besideMicros) next++;
    const at = list[next];
    if (at !== undefined && at <= to + besideMicros) next++;
    else missed.push(mark);
    used.set(key, next);
  }
  return missed;
}
