// What pointers do on the timeline: one drags, two pinch, one that did not move has tapped.
import { type PointerEvent, useRef } from 'react';
import { panned, pinched, type Span } from './scale.ts';

type Handling = {
  readonly span: Span;
  readonly width: number;
  readonly limits: Span;
  readonly setSpan: (span: Span) => void;
  readonly tapped: (event: PointerEvent<HTMLElement>) => void;
  readonly hovered: (event: PointerEvent<HTMLElement>) => void;
};

/** A hand still trembles by so many pixels when it taps. */
const tremble = 4;

type Gesture = { readonly span: Span; readonly from: ReadonlyMap<number, number>; isMoved: boolean };

export function useFingers({ span, width, limits, setSpan, tapped, hovered }: Handling) {
  const fingers = useRef(new Map<number, number>());
  const gesture = useRef<Gesture | null>(null);
  /** Each finger that comes or goes begins another gesture, on the window as it then is. */
  const begin = (isMoved: boolean) => {
    gesture.current = fingers.current.size === 0 ? null : { span, from: new Map(fingers.current), isMoved };
  };
  return {
    onPointerDown(event: PointerEvent<HTMLElement>) {
      if (event.button !== 0) return;
      event.currentTarget.setPointerCapture(event.pointerId);
      fingers.current.set(event.pointerId, event.clientX);
      begin(fingers.current.size > 1);
    },
    onPointerMove(event: PointerEvent<HTMLElement>) {
      const held = gesture.current;
      if (held === null || !fingers.current.has(event.pointerId)) return hovered(event);
      fingers.current.set(event.pointerId, event.clientX);
      const { left } = event.currentTarget.getBoundingClientRect();
      const [[one = 0, other] = [], [oneNow = 0, otherNow] = []] = [[...held.from.values()], [...fingers.current.values()]];
      if (other !== undefined && otherNow !== undefined) {
        setSpan(pinched(held.span, width, [one - left, other - left], [oneNow - left, otherNow - left], limits));
        return;
      }
      const moved = oneNow - one;
      if (Math.abs(moved) > tremble) held.isMoved = true;
      if (held.isMoved) setSpan(panned(held.span, (-moved / width) * (held.span.to - held.span.from), limits));
    },
    onPointerUp(event: PointerEvent<HTMLElement>) {
      const held = gesture.current;
      fingers.current.delete(event.pointerId);
      // After a pinch the finger that stays drags on, and lifting it taps nothing.
      begin(true);
      if (held !== null && !held.isMoved) tapped(event);
    },
    onPointerCancel(event: PointerEvent<HTMLElement>) {
      fingers.current.delete(event.pointerId);
      begin(true);
    },
  };
}
