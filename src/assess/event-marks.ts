/** Event identifiers as one number each, so that a figure can remember the events it rests on without holding their texts. */
import type { LoggedEvent } from '../conduct/index.ts';

/** Which stream of which origin, and the sequence in it; read back by the `EventMarks` that made it. */
export type EventMark = number;

type Stream = { readonly stream: string; readonly origin: string };

/** The number of a stream's first origin, and those of its other origins; undefined for most, which have but one. */
type Numbers = { readonly origin: string; readonly index: number; readonly others: Map<string, number> | undefined };

const sequences = 2 ** 32;

export class EventMarks {
  private readonly streams: Stream[] = [];
  private readonly numbers = new Map<string, Numbers>();

  of({ stream, origin, sequence }: LoggedEvent): EventMark {
    return this.indexOf(stream, origin) * sequences + sequence;
  }

  idOf(mark: EventMark): Stream & { readonly sequence: number } {
    const index = Math.floor(mark / sequences);
    const { stream, origin } = this.streams[index] ?? { stream: '', origin: '' };
    return { stream, origin, sequence: mark - index * sequences };
  }

  /** `stream#origin#sequence`. */
  textOf(mark: EventMark): string {
    const { stream, origin, sequence } = this.idOf(mark);
    return `${stream}#${origin}#${sequence}`;
  }

  /** How many streams were seen, however many origins each has. */
  get streamCount(): number {
    return this.numbers.size;
  }

  private indexOf(stream: string, origin: string): number {
    const found = this.numbers.get(stream);
    if (found !== undefined && found.origin === origin) return found.index;
    const known = found?.others?.get(origin);
    if (known !== undefined) return known;
    const index = this.streams.push({ stream, origin }) - 1;
    if (found === undefined) this.numbers.set(stream, { origin, index, others: undefined });
    else if (found.others === undefined) this.numbers.set(stream, { ...found, others: new Map([[origin, index]]) });
    else found.others.set(origin, index);
    return index;
  }
}
