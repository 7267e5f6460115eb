/** A reader's own fold: the events that the feed brings become state and figures, on the device, with the very functions the origin uses. */
import { type Assessment, type Assessor, assessor, assessorFor } from '../assess/index.ts';
import {
  compareOrder,
  evolve,
  type LoggedEvent,
  noConduct,
  type ReadonlyConduct,
  readerDirectoryOf,
  type StreamKey,
  upgrade,
} from '../conduct/index.ts';
import type { Exercise } from '../exercise/index.ts';
import { isProblem, type MicroInstant } from '../kernel/index.ts';
import type { FeedEvent } from '../protocol/index.ts';
import { resolveReader } from '../release/index.ts';

export type Fold = {
  readonly conduct: () => ReadonlyConduct;
  /** In total order; grows at its end. */
  readonly events: () => readonly LoggedEvent[];
  /** The reader's own figures, and the joint ones where there are. */
  readonly assess: () => Figures;
  /**
   * From now on joint figures are made too. `jointly` is the document as every participating party reads it: figures that are the same for each of
   * them are made from it and from what they all read of the events.
   */
  readonly join: (jointly: Exercise) => void;
  /** Takes a batch; what was taken before is stepped over. False where an erasure makes the whole to be asked for anew. */
  readonly take: (batch: readonly FeedEvent[]) => boolean;
};

export type Figures = { readonly own: Assessment; readonly joint: Assessment | null };

/** A fold for a reader, of the document as that reader reads it. */
export function foldOf(exercise: Exercise, reader: string): Fold {
  let conduct = noConduct(exercise);
  let figures = assessor(exercise, { reader, timeline: false });
  let jointly: Exercise | null = null;
  let jointFigures: Assessor | null = null;
  let events: LoggedEvent[] = [];
  const heads = new Map<string, number>();

  const add = (event: LoggedEvent): void => {
    events.push(event);
    evolve(conduct, event);
    figures.take(event);
    jointFigures?.take(event);
  };
  /** Events of another origin may lie before what is already folded; order is what the fold stands on. */
  const anew = (all: LoggedEvent[]): void => {
    conduct = noConduct(exercise, conduct.routes);
    figures = assessor(exercise, { reader, timeline: false });
    jointFigures = jointAssessor(jointly);
    events = [];
    for (const event of all.sort(compareOrder)) add(event);
  };

  const erasesWhatIsHeld = ({ event }: LoggedEvent): boolean => {
    if (event.type !== 'PayloadErased' || event.payload === null) return false;
    const { stream, origin, sequence } = event.payload;
    return events.some(
      (held) => held.sequence === sequence && held.stream === stream && held.origin === origin && held.event.payload !== null,
    );
  };

  return {
    conduct: () => conduct,
    events: () => events,
    assess: () => ({ own: figures.result(), joint: jointFigures?.result() ?? null }),
    join(document) {
      jointly = document;
      jointFigures = jointAssessor(document);
      for (const event of events) jointFigures?.take(event);
    },
    take(batch) {
      const fresh: LoggedEvent[] = [];
      for (const given of batch) {
        const place = `${given.origin}\n${given.stream}`;
        if (given.sequence <= (heads.get(place) ?? 0)) continue;
        heads.set(place, given.sequence);
        fresh.push(loggedFrom(given));
      }
      const last = events.at(-1);
      const first = fresh[0];
      if (last !== undefined && first !== undefined && compareOrder(first, last) < 0) anew([...events, ...fresh]);
      else for (const event of fresh) add(event);
      return !fresh.some(erasesWhatIsHeld);
    },
  };
}

function jointAssessor(jointly: Exercise | null): Assessor | null {
  if (jointly === null) return null;
  const joint = resolveReader('joint', readerDirectoryOf(jointly));
  return isProblem(joint) ? null : assessorFor(joint, jointly, { timeline: false });
}

function loggedFrom({ stream, origin, sequence, time, exerciseTime, author, type, version, payload }: FeedEvent): LoggedEvent {
  return upgrade({
    stream: stream as StreamKey,
    origin,
    sequence,
    time: time as MicroInstant,
    exerciseTime: exerciseTime as MicroInstant | null,
    author,
    event: { type, version, payload: payload as object },
  });
}
