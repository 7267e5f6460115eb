/** Event identifiers as one number each, so that a figure can remember the events it rests on without holding their texts. */
import type { LoggedEvent } from '../conduct/index.ts';

/** Which stream of which origin, and the sequence in it; read back by the `EventMarks` that made it. */
export type EventMark = number;

type Stream = { readonly stream: string; readonly origin: string };

const sequences = 2 ** 32;

export class EventMarks {
  private readonly streams: Stream[] = [];
  private readonly indexes = new Map<string, Map<string, number>>();
  private lastStream = '';
  private lastOrigin = '';
  private lastIndex = -1;

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
    return this.indexes.size;
  }

  private indexOf(stream: string, origin: string): number {
    if (stream === this.lastStream && origin === this.lastOrigin && this.lastIndex >= 0) return this.lastIndex;
    let origins = this.indexes.get(stream);
    if (origins === undefined) {
      origins = new Map();
      this.indexes.set(stream, origins);
    }
    let index = origins.get(origin);
    if (index === undefined) {
      index = this.streams.push({ stream, origin }) - 1;
      origins.set(origin, index);
    }
    this.lastStream = stream;
    this.lastOrigin = origin;
    this.lastIndex = index;
    return index;
  }
}
