// A live exercise as the server sees it: who may see what, the feed of each reader, orders, steering, and the products.

import type { StreamKey } from '../../conduct/index.ts';
import type { Problem } from '../../kernel/index.ts';
import type {
  ClockMessage,
  DocumentMessage,
  Job,
  OrderMessage,
  OutcomeMessage,
  PlanningMessage,
  PlayMessage,
  Session,
} from '../../protocol/index.ts';
import type { Reader } from '../../release/index.ts';
import type { ProductFormat, ProductName } from '../use-cases.ts';
import type { Feed } from './feed.ts';
import type { Told } from './home.ts';
import type { User } from './users.ts';

/** What has changed: events were stored, the clock was steered, a job went on, something is to be fetched anew. */
export type Change =
  | { readonly kind: 'events'; readonly events: readonly Told[] }
  | { readonly kind: 'clock' }
  | { readonly kind: 'job'; readonly id: Job['id'] }
  /** With the streams in which the document changed: whoever reads none of them is told nothing. */
  | { readonly kind: 'changed'; readonly what: 'document'; readonly streams: readonly StreamKey[] }
  | { readonly kind: 'changed'; readonly what: 'plan' | 'planning' | 'rehearsal' };

export type ProductRequest = {
  readonly product: ProductName;
  readonly format: ProductFormat;
  readonly language: string;
  readonly day?: string;
};

/** All that the server needs. Whatever takes a reader computes from what that reader may read. */
export type Live = {
  /** Who comes with this key, or with none. Without a user in what follows, who comes with none. */
  readonly userOf: (key: string | undefined) => User;
  /** The key for a code that was given to a person, which is then used up. */
  readonly join: (code: string) => Promise<{ readonly key: string; readonly seconds: number } | Problem>;
  /** A code for a person. Throws as `admit` does. */
  readonly admit: (person: string) => Promise<string>;
  readonly session: (user?: User) => Session;
  /** What is being done; how far it is only for who reads what is being worked out. */
  readonly jobs: (reader: Reader) => readonly Job[];
  /** The reader that a text names, within what this user may see as. */
  readonly readerNamed: (text: string, user?: User) => Reader | Problem;
  readonly document: (reader: Reader) => DocumentMessage | Problem;
  /** The plan as the reader reads it; null while there is none, and for who reads nothing of the document. */
  readonly plan: (reader: Reader) => unknown;
  /** How the search for a plan goes; null for who does not read the certificate, and before one began. */
  readonly planning: (reader: Reader) => PlanningMessage | null;
  /** The dry run is EXCON's: null for others, and while there is none. */
  readonly rehearsal: (reader: Reader) => unknown;
  readonly clock: () => ClockMessage;
  readonly feed: (reader: Reader) => Feed;
  readonly order: (order: OrderMessage, user?: User) => Promise<OutcomeMessage>;
  readonly steer: (steering: PlayMessage) => Promise<void>;
  readonly publish: (request: ProductRequest, reader: Reader) => Promise<string | Uint8Array>;
  readonly listen: (listener: (change: Change) => void) => () => void;
  readonly close: () => Promise<void>;
};
