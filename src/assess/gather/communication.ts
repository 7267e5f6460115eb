/** Who spoke with whom: contacts marked, messages and requests, kept as numbers so that a million of them fit. */
import type { EventMark } from '../event-marks.ts';
import { happenedAt } from '../happened-at.ts';
import type { Takers } from '../taking.ts';

/** Posts by number, in order of first mention, and undirected pairs of them as one number. */
export class Posts {
  readonly names: string[] = [];
  private readonly indexes = new Map<string, number>();

  indexOf(post: string): number {
    const known = this.indexes.get(post);
    if (known !== undefined) return known;
    const index = this.names.push(post) - 1;
    this.indexes.set(post, index);
    return index;
  }

  pairOf(one: string, other: string): number {
    const [a, b] = [this.indexOf(one), this.indexOf(other)];
    return a < b ? a * pairBase + b : b * pairBase + a;
  }

  ofPair(pair: number): readonly [one: string, other: string] {
    return [this.names[Math.floor(pair / pairBase)] ?? '', this.names[pair % pairBase] ?? ''];
  }
}
const pairBase = 2 ** 20;

/** One communication by voice, or one mark of one. */
export type Spoken = { readonly at: number; readonly pair: number; readonly mark: EventMark };
export type ContactMark = Spoken & { readonly serial: string | undefined; readonly procedure: string | undefined };

export type GatheredCommunication = {
  readonly takers: Takers;
  readonly posts: Posts;
  /** Every pair that a contact, a message or a request joined. */
  readonly pairs: ReadonlySet<number>;
  readonly contacts: () => Iterable<ContactMark>;
  /** Messages that were spoken, one for each who heard it. */
  readonly voiceMessages: () => Iterable<Spoken>;
  readonly counts: { messagesSent: number; messagesReceived: number };
};

const spokenMeans = new Set(['radio', 'telephone', 'faceToFace']);

export function gatherCommunication(): GatheredCommunication {
  const posts = new Posts();
  const pairs = new Set<number>();
  const contacts = new Map<string, ContactMark>();
  const voice = new Map<string, Spoken>();
  const counts = { messagesSent: 0, messagesReceived: 0 };
  const join = (one: string, other: string): number => {
    const pair = posts.pairOf(one, other);
    pairs.add(pair);
    return pair;
  };
  return {
    posts,
    pairs,
    contacts: () => contacts.values(),
    voiceMessages: () => voice.values(),
    counts,
    takers: {
      ContactMarked: (payload, { time }, mark) => {
        const { contact, from, to, serial, procedure } = payload;
        // Its copy in a wider stream may leave out what those readers do not know.
        const known = contacts.get(contact);
        contacts.set(contact, {
          at: happenedAt(payload, time),
          pair: join(from, to),
          serial: serial ?? known?.serial,
          procedure: procedure ?? known?.procedure,
          mark,
        });
      },
      MessageSent: (payload, { time }, mark) => {
        const { message, from, to, means } = payload;
        counts.messagesSent++;
        const isSpoken = spokenMeans.has(means);
        for (const one of to) {
          const pair = join(from, one);
          if (isSpoken) voice.set(`${message} ${one}`, { at: happenedAt(payload, time), pair, mark });
        }
      },
      // Of a message sent and received, a reader of both counts the sending, whichever stands first in the order.
      MessageReceived: ({ message, from, to, means }, { time }, mark) => {
        counts.messagesReceived++;
        const pair = join(from, to);
        if (!spokenMeans.has(means)) return;
        const key = `${message} ${to}`;
        if (!voice.has(key)) voice.set(key, { at: time, pair, mark });
      },
      RequestMade: ({ from, to }) => {
        join(from, to);
      },
      RequestReceived: ({ from, to }) => {
        join(from, to);
      },
    },
  };
}
