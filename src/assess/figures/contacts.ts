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

/** What was said, and the key under which its mark is looked for: two posts by number, or a serial and a procedure. */
type Known = { readonly key: Key; readonly from: number; readonly to: number; readonly mark: EventMark };
type Key = number | string;

export function contactFigures({ exercise, communication, procedures }: Gathered): ContactFigures {
  const marks = [...communication.contacts()];
  const messages = Array.from(communication.voiceMessages(), ({ at, pair, mark }): Known => ({ key: pair, from: at, to: at, mark }));
  const recorded = Array.from(procedures.records.values(), ({ recorded: { serial, procedure, startedAt, finishedAt }, mark }): Known => {
    return { key: `${serial}\n${procedure}`, from: startedAt, to: finishedAt ?? startedAt, mark };
  });
  const missed = [
    ...notCaptured(messages, marks, ({ pair }) => pair),
    ...notCaptured(recorded, marks, ({ serial, procedure }) =>
      serial === undefined || procedure === undefined ? undefined : `${serial}\n${procedure}`,
    ),
  ];
  const known = messages.length + recorded.length;
  const isCrossParty = remembered((pair: number) => {
    const [one, other] = communication.posts.ofPair(pair).map((post) => exercise.posts.byId.get(post)?.party);
    return one !== undefined && other !== undefined && one !== other;
  });
  return {
    marked: marks.length,
    crossParty: marks.filter(({ pair }) => isCrossParty(pair)).length,
    captured: shareOf(known - missed.length, known),
    missed,
  };
}

/** What no mark stands beside, taking both in order of time; the earliest mark that fits is used up. */
function notCaptured(
  known: readonly Known[],
  marks: readonly ContactMark[],
  keyOf: (mark: ContactMark) => Key | undefined,
): readonly EventMark[] {
  const marksBy = new Map<Key, { readonly times: number[]; next: number }>();
  for (const mark of marks) {
    const key = keyOf(mark);
    if (key === undefined) continue;
    const beside = marksBy.get(key);
    if (beside === undefined) marksBy.set(key, { times: [mark.at], next: 0 });
    else beside.times.push(mark.at);
  }
  for (const { times } of marksBy.values()) times.sort((a, b) => a - b);
  const missed: EventMark[] = [];
  for (const { key, from, to, mark } of known.toSorted((a, b) => a.from - b.from)) {
    const beside = marksBy.get(key);
    if (beside === undefined) {
      missed.push(mark);
      continue;
    }
    const { times } = beside;
    while (beside.next < times.length && (times[beside.next] ?? 0) < from - besideMicros) beside.next++;
    if ((times[beside.next] ?? Number.POSITIVE_INFINITY) <= to + besideMicros) beside.next++;
    else missed.push(mark);
  }
  return missed;
}

function remembered<K, V>(of: (key: K) => V): (key: K) => V {
  const known = new Map<K, V>();
  return (key) => {
    const found = known.get(key);
    if (found !== undefined) return found;
    const made = of(key);
    known.set(key, made);
    return made;
  };
}
