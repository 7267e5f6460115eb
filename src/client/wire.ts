/** What a device needs of the world around it: requests, the live feed, and time. A browser has them; a test brings its own. */
import type { AlertsMessage, ClockMessage, EventsMessage, Job, OrderMessage } from '../protocol/index.ts';

/** An answer: its body where it came, a status of 0 where nobody answered. */
export type Answer = { readonly status: number; readonly body: unknown };

export type FeedHandlers = {
  readonly events: (message: EventsMessage, token: string) => void;
  readonly clock: (message: ClockMessage) => void;
  readonly job: (job: Job) => void;
  readonly changed: (what: string) => void;
  readonly caughtUp: () => void;
  /** What stands still, told before the past. */
  readonly alerts: (message: AlertsMessage) => void;
  /** The connection is lost; it is taken up again with the last token. */
  readonly lost: () => void;
};

export type Wire = {
  readonly get: (path: string) => Promise<Answer>;
  readonly post: (path: string, body: unknown) => Promise<Answer>;
  /** Opens the live feed from a token on, and keeps it open until it is closed. */
  readonly feed: (reader: string, handlers: FeedHandlers) => { readonly close: () => void };
};

/** Where orders lie that are not yet handed in, so that they outlive the page. */
export type OrdersKept = {
  readonly all: () => readonly OrderMessage[];
  readonly put: (order: OrderMessage) => void;
  readonly drop: (id: string) => void;
};

export type Timing = {
  /** Monotonic. */
  readonly milliseconds: () => number;
  /** Once, before the screen is next drawn. */
  readonly nextFrame: (run: () => void) => void;
  /** Once, after a time; returns how to call it off. */
  readonly after: (milliseconds: number, run: () => void) => () => void;
};
