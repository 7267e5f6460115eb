// The live feed: every event this reader reads, told as a sentence, the latest on top. Only the rows in sight are drawn.
import { Switch } from '@mantine/core';
import { type KeyboardEvent, type MouseEvent, useEffect, useMemo, useRef, useState } from 'react';
import { type FeedSubject, feedSubjects, type LoggedEvent, subjectOf } from '../../../src/conduct/index.ts';
import { useDeviceView, useNaming } from '../device/device.tsx';
import { useWords } from '../words/words.tsx';
import classes from './feed.module.css';
import { FeedDetail } from './feed-detail.tsx';
import { FeedRow, rowId } from './feed-row.tsx';
import { rowHeight, windowOf } from './window.ts';

export function FeedView() {
  const { events, eventCount, exercise, link } = useDeviceView();
  const naming = useNaming();
  const { t } = useWords();
  const [hidden, setHidden] = useState<ReadonlySet<FeedSubject>>(new Set());
  const [withRoutine, setWithRoutine] = useState(false);
  const [chosen, choose] = useState<LoggedEvent | null>(null);
  const list = useRef<HTMLDivElement>(null);
  const [scroll, setScroll] = useState({ top: 0, height: 600 });

  // The list of events grows in place, and its count tells when.
  const { shown, counts } = useMemo(() => {
    const found: LoggedEvent[] = [];
    const bySubject = new Map<FeedSubject, number>();
    if (exercise === null) return { shown: found, counts: bySubject };
    for (let index = eventCount - 1; index >= 0; index--) {
      const event = events[index];
      if (event === undefined) continue;
      const { subject, isRoutine } = subjectOf(event, exercise);
      if (isRoutine && !withRoutine) continue;
      bySubject.set(subject, (bySubject.get(subject) ?? 0) + 1);
      if (!hidden.has(subject)) found.push(event);
    }
    return { shown: found, counts: bySubject };
  }, [events, eventCount, exercise, hidden, withRoutine]);

  const count = shown.length;
  const before = useRef(count);
  useEffect(() => {
    // Who reads further down keeps the row under the eye when new ones come on top.
    const element = list.current;
    const more = count - before.current;
    before.current = count;
    if (element !== null && more > 0 && element.scrollTop > rowHeight) element.scrollTop += more * rowHeight;
  }, [count]);
  useEffect(() => {
    const element = list.current;
    if (element === null) return;
    const observer = new ResizeObserver(() => setScroll((now) => ({ ...now, height: element.clientHeight })));
    observer.observe(element);
    return () => observer.disconnect();
  }, []);

  if (exercise === null || naming === null) return null;
  const { first, last } = windowOf(scroll.top, scroll.height, count);
  const toggle = (subject: FeedSubject) => {
    const next = new Set(hidden);
    if (!next.delete(subject)) next.add(subject);
    setHidden(next);
  };
  const go = (by: number) => {
    const at = chosen === null ? -1 : shown.indexOf(chosen);
    const place = Math.min(count - 1, Math.max(0, at === -1 ? first : at + by));
    choose(shown[place] ?? null);
    const element = list.current;
    if (element === null) return;
    if (place * rowHeight < element.scrollTop) element.scrollTop = place * rowHeight;
    else if ((place + 1) * rowHeight > element.scrollTop + element.clientHeight)
      element.scrollTop = (place + 1) * rowHeight - element.clientHeight;
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'ArrowDown') go(1);
    else if (event.key === 'ArrowUp') go(-1);
    else if (event.key === 'Escape') choose(null);
    else return;
    event.preventDefault();
  };
  const onClick = (event: MouseEvent) => {
    const row = (event.target as Element).closest('[data-place]');
    if (row !== null) choose(shown[Number(row.getAttribute('data-place'))] ?? null);
  };
  return (
    <div className={classes.feed}>
      <div className={classes.tools}>
        <fieldset className={classes.subjects} aria-label={t('screen.feed.filter')}>
          {feedSubjects
            .filter((subject) => counts.has(subject))
            .map((subject) => (
              <button
                key={subject}
                type="button"
                className={classes.subject}
                aria-pressed={!hidden.has(subject)}
                onClick={() => toggle(subject)}
              >
                {t(`screen.subject.${subject}`)} <small>{counts.get(subject)}</small>
              </button>
            ))}
        </fieldset>
        <Switch
          size="xs"
          label={t('screen.feed.routine')}
          checked={withRoutine}
          onChange={({ currentTarget }) => setWithRoutine(currentTarget.checked)}
        />
      </div>
      <div
        ref={list}
        className={classes.list}
        role="feed"
        aria-busy={link === 'catchingUp'}
        aria-label={t('screen.feed.title')}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reached by key
        tabIndex={0}
        onKeyDown={onKeyDown}
        onClick={onClick}
        onScroll={({ currentTarget }) => setScroll({ top: currentTarget.scrollTop, height: currentTarget.clientHeight })}
      >
        {count === 0 ? <p className={classes.empty}>{t(link === 'live' ? 'screen.feed.nothing' : 'screen.link.catchingUp')}</p> : null}
        <div style={{ height: count * rowHeight, position: 'relative' }}>
          {shown.slice(first, last).map((event, index) => (
            <FeedRow key={rowId(event)} event={event} naming={naming} place={first + index} of={count} isChosen={event === chosen} />
          ))}
        </div>
      </div>
      {chosen === null ? null : <FeedDetail event={chosen} naming={naming} onClose={() => choose(null)} />}
    </div>
  );
}
