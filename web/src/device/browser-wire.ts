/** The wire and the time of a browser. */
import type { Answer, Timing, Wire } from '../../../src/client/index.ts';
import { alertsMessage, clockMessage, eventsMessage, job } from '../../../src/protocol/index.ts';

const retryMilliseconds = 1500;

export function browserWire(base = ''): Wire {
  return {
    get: (path) => answer(fetch(base + path, { headers: { accept: 'application/json' } })),
    post: (path, body) =>
      answer(fetch(base + path, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) })),
    feed(reader, handlers) {
      let token: string | undefined;
      let source: EventSource | undefined;
      let retry: ReturnType<typeof setTimeout> | undefined;
      const open = (): void => {
        const from = token === undefined ? '' : `&from=${encodeURIComponent(token)}`;
        const opened = new EventSource(`${base}/api/feed?as=${encodeURIComponent(reader)}${from}`);
        source = opened;
        const hear = (name: string, take: (data: unknown, id: string) => void) =>
          opened.addEventListener(name, (event) => {
            const { data, lastEventId } = event as MessageEvent<string>;
            take(JSON.parse(data), lastEventId);
          });
        hear('events', (data, id) => {
          handlers.events(eventsMessage.parse(data), id);
          token = id;
        });
        hear('clock', (data) => handlers.clock(clockMessage.parse(data)));
        hear('job', (data) => handlers.job(job.parse(data)));
        hear('changed', (data) => handlers.changed(String((data as { readonly what?: unknown }).what)));
        hear('caughtUp', () => handlers.caughtUp());
        hear('alerts', (data) => handlers.alerts(alertsMessage.parse(data)));
        opened.onerror = () => {
          handlers.lost();
          // A browser takes a broken connection up again by itself, but not one that was refused.
          if (opened.readyState === EventSource.CLOSED) retry = setTimeout(open, retryMilliseconds);
        };
      };
      open();
      return {
        close() {
          clearTimeout(retry);
          source?.close();
        },
      };
    },
  };
}

async function answer(asked: Promise<Response>): Promise<Answer> {
  try {
    const response = await asked;
    return { status: response.status, body: await response.json() };
  } catch {
    return { status: 0, body: null };
  }
}

export const browserTiming: Timing = {
  milliseconds: () => performance.now(),
  // A hidden page draws no frames and must not let its state grow old.
  nextFrame: (run) => void (document.hidden ? setTimeout(run, 250) : requestAnimationFrame(run)),
  after(milliseconds, run) {
    const timer = setTimeout(run, milliseconds);
    return () => clearTimeout(timer);
  },
};
