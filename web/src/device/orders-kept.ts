// Orders not yet handed in, in the browser's own storage: one entry each, so that two pages do not write over one another. Where a browser keeps nothing
// for us, they live as long as the page.
import type { OrdersKept } from '../../../src/client/index.ts';
import { orderMessage } from '../../../src/protocol/index.ts';

/** Those of one exercise: an address may serve another tomorrow. */
export function ordersKept(exercise: string): OrdersKept {
  const start = `entente-order/${exercise}/`;
  return {
    all: () =>
      attempt(() => {
        const keys = Array.from({ length: localStorage.length }, (_, index) => localStorage.key(index) ?? '').filter((key) =>
          key.startsWith(start),
        );
        return keys.sort().flatMap((key) => {
          const read = orderMessage.safeParse(JSON.parse(localStorage.getItem(key) ?? 'null'));
          return read.success ? [read.data] : [];
        });
      }) ?? [],
    put: (order) => attempt(() => localStorage.setItem(start + order.id, JSON.stringify(order))),
    drop: (id) => attempt(() => localStorage.removeItem(start + id)),
  };
}

function attempt<T>(work: () => T): T | undefined {
  try {
    return work();
  } catch {
    return undefined;
  }
}
