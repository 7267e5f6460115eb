// The drawn timeline and what hands do with it: drag, wheel, pinch, keys, point and click.
import { useComputedColorScheme } from '@mantine/core';
import { type KeyboardEvent, type PointerEvent, useEffect, useEffectEvent, useLayoutEffect, useMemo, useRef, useState } from 'react';
import type { ScheduledSerial } from '../../../src/conduct/index.ts';
import { type LightPeriod, type MicroInstant, microsPerMinute, type Zone } from '../../../src/kernel/index.ts';
import { useViewClock } from '../clock/use-clock.tsx';
import { usePartyLooks } from '../parties/party-chip.tsx';
import { useSelection } from '../selection/selection.tsx';
import { useWords } from '../words/words.tsx';
import { barAt, type Layout, neighbour } from './layout.ts';
import { axisHeight, paint } from './paint.ts';
import { minuteAt, panned, type Span, showing, zoomed } from './scale.ts';
import classes from './timeline.module.css';
import { tokensOf } from './tokens.ts';
import { useFingers } from './use-fingers.ts';

export type TimelineCanvasProps = {
  readonly layout: Layout;
  readonly span: Span;
  readonly setSpan: (span: Span) => void;
  readonly limits: Span;
  readonly zone: Zone;
  readonly night: readonly LightPeriod[];
  readonly labelOf: (row: number) => string;
  readonly nameOf: (one: ScheduledSerial) => string;
  readonly describe: (one: ScheduledSerial) => string;
  readonly summary: string;
};

type Pointed = { readonly one: ScheduledSerial; readonly x: number; readonly y: number };

export function TimelineCanvas(props: TimelineCanvasProps) {
  const { layout, span, setSpan, limits, zone, night, labelOf, nameOf, describe, summary } = props;
  const { language, t } = useWords();
  const scheme = useComputedColorScheme('light');
  const clock = useViewClock();
  const looks = usePartyLooks();
  const { serial: selected, select } = useSelection();
  const scroller = useRef<HTMLDivElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  const [size, setSize] = useState({ width: 0, height: 0 });
  const [pointed, setPointed] = useState<Pointed | null>(null);
  const row = useRef(0);
  // The style sheet's values change with the scheme.
  const tokens = useMemo(() => tokensOf(canvas.current ?? document.documentElement), [scheme]);

  useLayoutEffect(() => {
    const element = canvas.current?.parentElement;
    if (element == null) return;
    const observer = new ResizeObserver(() => setSize({ width: element.clientWidth, height: element.clientHeight }));
    observer.observe(element);
    return () => observer.disconnect();
  }, []);

  const draw = useEffectEvent(() => {
    const context = canvas.current?.getContext('2d');
    if (context == null || size.width === 0) return;
    const ratio = devicePixelRatio;
    const element = context.canvas;
    const [width, height] = [Math.round(size.width * ratio), Math.round(size.height * ratio)];
    if (element.width !== width) element.width = width;
    if (element.height !== height) element.height = height;
    context.setTransform(ratio, 0, 0, ratio, 0, 0);
    const minutes = (instant: MicroInstant | null) => (instant === null ? null : instant / microsPerMinute);
    paint(context, {
      ...size,
      scrollTop: scroller.current?.scrollTop ?? 0,
      layout,
      span,
      zone,
      language,
      night,
      now: minutes(clock.now()),
      held: minutes(clock.held()),
      selected,
      hovered: pointed?.one.serial ?? null,
      looks,
      nameOf,
      tokens,
    });
  });
  useLayoutEffect(() => draw());
  useEffect(() => clock.subscribe(() => draw()), [clock]);

  const onWheel = useEffectEvent((event: WheelEvent) => {
    const { left } = (event.currentTarget as Element).getBoundingClientRect();
    if (event.ctrlKey || event.metaKey || event.altKey) {
      event.preventDefault();
      setSpan(zoomed(span, 1.0015 ** event.deltaY, minuteAt(event.clientX - left, span, size.width), limits));
    } else if (event.shiftKey || Math.abs(event.deltaX) > Math.abs(event.deltaY)) {
      event.preventDefault();
      const delta = event.deltaX === 0 ? event.deltaY : event.deltaX;
      setSpan(panned(span, (delta / size.width) * (span.to - span.from), limits));
    }
  });
  useEffect(() => {
    const element = canvas.current;
    if (element === null) return;
    // React listens passively, and a passive listener cannot keep the page from zooming.
    const listener = (event: WheelEvent) => onWheel(event);
    element.addEventListener('wheel', listener, { passive: false });
    return () => element.removeEventListener('wheel', listener);
  }, []);

  const at = (event: PointerEvent<HTMLElement>): Pointed | null => {
    const box = event.currentTarget.getBoundingClientRect();
    const [x, y] = [event.clientX - box.left, event.clientY - box.top];
    if (y < axisHeight) return null;
    const found = barAt(layout, span, size.width, x, y - axisHeight + (scroller.current?.scrollTop ?? 0));
    return found === undefined ? null : { one: found.one, x, y };
  };
  const tapped = (event: PointerEvent<HTMLElement>) => {
    const box = event.currentTarget.getBoundingClientRect();
    if (event.clientY - box.top < axisHeight) {
      clock.hold(Math.round(minuteAt(event.clientX - box.left, span, size.width) * microsPerMinute) as MicroInstant);
      return;
    }
    select(at(event)?.one.serial ?? null);
  };
  const fingers = useFingers({ span, width: size.width, limits, setSpan, tapped, hovered: (event) => setPointed(at(event)) });
  const onKeyDown = (event: KeyboardEvent) => {
    const middle = (span.from + span.to) / 2;
    const handled = (() => {
      switch (event.key) {
        case '+':
        case '=':
          setSpan(zoomed(span, 0.7, middle, limits));
          return true;
        case '-':
          setSpan(zoomed(span, 1.4, middle, limits));
          return true;
        case 'Home':
          setSpan(limits);
          return true;
        case 'PageUp':
          setSpan(panned(span, (span.from - span.to) * 0.8, limits));
          return true;
        case 'PageDown':
          setSpan(panned(span, (span.to - span.from) * 0.8, limits));
          return true;
        case 'Escape':
          select(null);
          clock.hold(null);
          return true;
        case 'ArrowLeft':
        case 'ArrowRight':
        case 'ArrowUp':
        case 'ArrowDown': {
          const found = neighbour(layout, selected === null ? null : { row: row.current, serial: selected }, event.key, middle);
          if (found === null) return true;
          row.current = found.row;
          select(found.serial);
          bringIntoView(found);
          return true;
        }
        default:
          return false;
      }
    })();
    if (handled) event.preventDefault();
  };
  const bringIntoView = (found: { readonly row: number; readonly serial: string }) => {
    const placed = layout.rows[found.row];
    const one = placed?.row.lanes.flat().find(({ serial }) => serial === found.serial);
    if (placed === undefined || one === undefined) return;
    setSpan(showing(span, (one.start + one.end) / 2, limits));
    const element = scroller.current;
    if (element === null) return;
    if (placed.top < element.scrollTop) element.scrollTop = placed.top;
    else if (placed.top + placed.height + axisHeight > element.scrollTop + element.clientHeight)
      element.scrollTop = placed.top + placed.height + axisHeight - element.clientHeight;
  };
  const chosen =
    selected === null ? undefined : layout.rows.flatMap((placed) => placed.row.lanes.flat()).find(({ serial }) => serial === selected);
  return (
    <div className={classes.scroller} ref={scroller} onScroll={() => draw()}>
      <div className={classes.ground} style={{ height: layout.height + axisHeight }}>
        <div className={classes.labels}>
          {layout.rows.map(({ row: one, top, height }, index) => (
            <div key={`${one.kind}/${one.id}`} className={classes.label} data-kind={one.kind} style={{ top: top + axisHeight, height }}>
              {labelOf(index)}
            </div>
          ))}
        </div>
        <div className={classes.corner} aria-hidden="true" />
        <div className={classes.window}>
          {/* The drawing is a control with keys of its own; the table beside it says the same. */}
          <div
            className={classes.canvas}
            // biome-ignore lint/a11y/noNoninteractiveTabindex: an application takes the keys
            tabIndex={0}
            role="application"
            aria-label={summary}
            aria-describedby="timeline-keys"
            {...fingers}
            onPointerLeave={() => setPointed(null)}
            onKeyDown={onKeyDown}
          >
            <canvas ref={canvas} className={classes.drawing} />
          </div>
          {pointed === null ? null : (
            <div className={classes.tip} style={{ left: Math.min(pointed.x + 12, size.width - 240), top: pointed.y + 16 }}>
              {describe(pointed.one)}
            </div>
          )}
        </div>
      </div>
      <p className="visually-hidden" id="timeline-keys">
        {t('screen.timeline.keys')}
      </p>
      <p className="visually-hidden" aria-live="polite">
        {chosen === undefined ? '' : describe(chosen)}
      </p>
    </div>
  );
}
