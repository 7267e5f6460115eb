// One event of the feed: when, what about, in words, and for whom it is where that is not everyone.
import { memo } from 'react';
import { type LoggedEvent, type Naming, tell } from '../../../src/conduct/index.ts';
import { localDay, minuteOfMicros, unreachable } from '../../../src/kernel/index.ts';
import { type Audience, audienceText, readClassKey } from '../../../src/release/index.ts';
import { sayShortDay, sayTime } from '../../../src/words/index.ts';
import { type Say, useWords } from '../words/words.tsx';
import classes from './feed.module.css';
import { rowHeight } from './window.ts';

type FeedRowProps = {
  readonly event: LoggedEvent;
  readonly naming: Naming;
  readonly place: number;
  readonly of: number;
  readonly isChosen: boolean;
};

/** What a row is called in the page, so that a list can say which one is chosen. */
export const rowId = ({ origin, stream, sequence }: LoggedEvent): string => `${origin}/${stream}/${sequence}`;

export const FeedRow = memo(function FeedRow({ event, naming, place, of, isChosen }: FeedRowProps) {
  const { t, language } = useWords();
  const { subject, key, values } = tell(event, naming);
  const minute = minuteOfMicros(event.time);
  const { zone } = naming.exercise;
  const sentence = t(key, values);
  const audience = audienceOf(event);
  const audienceName = nameOf(audience, naming, t);
  return (
    <article
      id={rowId(event)}
      className={classes.row}
      data-chosen={isChosen}
      data-place={place}
      data-subject={subject}
      data-audience={audienceText(audience)}
      style={{ top: place * rowHeight, height: rowHeight }}
      aria-posinset={place + 1}
      aria-setsize={of}
    >
      <div className={classes.head}>
        <time className={classes.time}>{sayTime(minute, zone)}</time>
        <span>{sayShortDay(localDay(minute, zone), language)}</span>
        <span className={classes.kind}>{t(`screen.subject.${subject}`)}</span>
        {audienceName === null ? null : <span className={classes.audience}>{audienceName}</span>}
      </div>
      <p className={classes.sentence}>{sentence}</p>
    </article>
  );
});

const audiences = new Map<string, Audience>();

function audienceOf({ stream }: LoggedEvent): Audience {
  const audience = audiences.get(stream) ?? readClassKey(stream).audience;
  audiences.set(stream, audience);
  return audience;
}

/** Null for everyone: what is for all needs no name. */
function nameOf(audience: Audience, naming: Naming, t: Say): string | null {
  switch (audience.kind) {
    case 'everyone':
      return null;
    case 'excon':
      return t('screen.reader.control');
    case 'public':
      return t('screen.reader.public');
    case 'party':
      return audience.id;
    case 'post':
      return naming.post(audience.id);
    default:
      return unreachable(audience);
  }
}
