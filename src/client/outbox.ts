/** What a device has ordered and not yet handed in. An order keeps the identifier that the device made, so that handing it in twice does nothing twice. */
import type { Problem } from '../kernel/index.ts';
import { type OrderMessage, outcomeMessage } from '../protocol/index.ts';
import type { Answer, OrdersKept, Timing, Wire } from './wire.ts';

export type HandedIn = { readonly kind: 'accepted' } | { readonly kind: 'refused'; readonly problem: Problem };

export type Outbox = {
  /** Queues an order and hands it in; resolves with its outcome, however long that takes. */
  readonly give: (order: Omit<OrderMessage, 'id'>) => Promise<HandedIn>;
  /** From here on orders are kept; those that an earlier page left behind are handed in, under the identifiers that they have. */
  readonly keepIn: (kept: OrdersKept) => void;
  /** Not yet handed in. */
  readonly pending: () => readonly OrderMessage[];
};

const shortestWait = 500;
const longestWait = 15_000;

export function outbox(
  wire: Wire,
  timing: Timing,
  { makeId, changed }: { readonly makeId: () => string; readonly changed: () => void },
): Outbox {
  const waiting: OrderMessage[] = [];
  let kept: OrdersKept | undefined;
  const handIn = (message: OrderMessage, wait: number): Promise<HandedIn> =>
    wire.post('/api/commands', message).then((answer) => {
      const outcome = outcomeOf(answer);
      if (outcome !== undefined) return outcome;
      return new Promise((resolve) => {
        timing.after(wait, () => resolve(handIn(message, Math.min(wait * 2, longestWait))));
      });
    });
  const take = async (message: OrderMessage): Promise<HandedIn> => {
    waiting.push(message);
    changed();
    const outcome = await handIn(message, shortestWait);
    waiting.splice(waiting.indexOf(message), 1);
    kept?.drop(message.id);
    changed();
    return outcome;
  };
  return {
    give(order) {
      const message: OrderMessage = { id: makeId(), ...order };
      kept?.put(message);
      return take(message);
    },
    keepIn(place) {
      kept = place;
      for (const message of place.all()) if (!waiting.some(({ id }) => id === message.id)) void take(message);
      for (const message of waiting) place.put(message);
    },
    pending: () => [...waiting],
  };
}

/** Undefined where nobody answered or the server was at fault: the order is handed in again. */
function outcomeOf({ status, body }: Answer): HandedIn | undefined {
  if (status === 0 || status >= 500) return undefined;
  const read = outcomeMessage.safeParse(body);
  if (status === 200 && read.success) {
    return read.data.kind === 'accepted' ? read.data : { kind: 'refused', problem: read.data.problem as Problem };
  }
  return { kind: 'refused', problem: body as Problem };
}
