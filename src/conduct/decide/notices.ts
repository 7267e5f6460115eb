/** Change notices: each change of a booking is numbered and told to everyone who reads the serial. */
import type { ReadonlyConduct } from '../conduct.ts';
import { type Fact, fact } from '../decision.ts';
import type { PayloadOf } from '../events/events.ts';
import { slice } from './asking.ts';

type What = PayloadOf<'ChangeNoticeIssued'>['what'];

/** One notice for each kind of change, numbered in the serial's stream. */
export function noticesFor(
  conduct: ReadonlyConduct,
  serial: string,
  what: readonly What[],
  reason: string,
  command: string,
): readonly Fact[] {
  const stream = conduct.routes.ofSerial(serial);
  const soFar = slice(conduct, stream)?.adoption.notices.length ?? 0;
  return what.map((kind, index) =>
    fact(stream, {
      type: 'ChangeNoticeIssued',
      payload: { notice: `${command}/${index + 1}`, number: soFar + index + 1, serial, what: kind, text: reason },
    }),
  );
}

/** Notices of several serials in one change, each stream's numbered on from what it holds. */
export function numbered(notices: readonly Fact[]): readonly Fact[] {
  const more = new Map<string, number>();
  return notices.map((notice) => {
    const { stream, event } = notice;
    if (event.type !== 'ChangeNoticeIssued') return notice;
    const before = more.get(stream) ?? 0;
    more.set(stream, before + 1);
    return fact(stream, { type: 'ChangeNoticeIssued', payload: { ...event.payload, number: event.payload.number + before } });
  });
}

/** The notice that a changed booking refers to: the first of its own. */
export function firstNotice([first]: readonly Fact[]): { readonly notice?: string } {
  return first?.event.type === 'ChangeNoticeIssued' ? { notice: first.event.payload.notice } : {};
}
