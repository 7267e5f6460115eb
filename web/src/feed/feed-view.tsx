// The live feed: every event this reader reads, told as a sentence, the latest on top. Only the rows in sight are drawn.
import { Switch } from '@mantine/core';
import { useEffect, useMemo, useRef, useState } from 'react';
import { type FeedSubject, feedSubjects, type LoggedEvent, subjectOf } from '../../../src/conduct/index.ts';
import { useDeviceView, useNaming } from '../device/device.tsx';
import { useWords } from '../words/words.tsx';
import classes from './feed.module.css';
import { FeedRow } from './feed-row.tsx';
import { rowHeight, windowOf } from './window.ts';

export function FeedView() {
  const { events, eventCount, exercise, link } = useDeviceView();
  const naming = useNaming();
  const { t } = useWords();
  const [hidden, setHidden] = useState<ReadonlySet<FeedSubject>>(new Set());
  const [withRoutine, setWithRoutine] = useState(false);
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
        onScroll={({ currentTarget }) => setScroll({ top: currentTarget.scrollTop, height: currentTarget.clientHeight })}
      >
        {count === 0 ? <p className={classes.empty}>{t(link === 'live' ? 'screen.feed.nothing' : 'screen.link.catchingUp')}</p> : null}
        <div style={{ height: count * rowHeight, position: 'relative' }}>
          {shown.slice(first, last).map((event, index) => (
            <FeedRow
              key={`${event.origin}/${event.stream}/${event.sequence}`}
              event={event}
              naming={naming}
              place={first + index}
              of={count}
            />
          ))}
        </div>
      </div>
    </div>
  );
}
