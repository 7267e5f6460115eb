// One event whole: its sentence uncut, both times, who made it as far as this reader may know, and the mark of its label.
import { Button, CloseButton } from '@mantine/core';
import { type LoggedEvent, type Naming, tell } from '../../../src/conduct/index.ts';
import { dateTimeGroup, minuteOfMicros } from '../../../src/kernel/index.ts';
import { marking, readClassKey } from '../../../src/release/index.ts';
import { useSelection } from '../selection/selection.tsx';
import { useWords } from '../words/words.tsx';
import { ActOn } from './act-on.tsx';
import classes from './feed.module.css';
import { ProposedChange } from './proposed-change.tsx';

type FeedDetailProps = { readonly event: LoggedEvent; readonly naming: Naming; readonly onClose: () => void };

export function FeedDetail({ event, naming, onClose }: FeedDetailProps) {
  const { t, language } = useWords();
  const { select } = useSelection();
  const { key, values, serial } = tell(event, naming);
  const { zone, policy } = naming.exercise;
  const asked = event.event.type === 'ConsentAsked' ? event.event.payload : null;
  const mark = marking(readClassKey(event.stream).label, policy.scale, policy.equivalents, language, '').portion;
  return (
    <aside className={classes.detail} aria-live="polite" aria-label={t('screen.feed.detail')}>
      <div className={classes.detailHead}>
        <span className={classes.mark}>{mark}</span>
        <CloseButton size="sm" aria-label={t('screen.close')} onClick={onClose} />
      </div>
      <p>{t(key, values)}</p>
      {asked === null ? null : <ProposedChange asked={asked} naming={naming} />}
      <ActOn event={event} naming={naming} />
      <p className={classes.facts}>
        {t('screen.clock.real')} {dateTimeGroup(minuteOfMicros(event.time), zone)}
        {event.exerciseTime === null ? '' : ` · ${t('screen.clock.exercise')} ${dateTimeGroup(minuteOfMicros(event.exerciseTime), zone)}`}
        {event.author === null ? '' : ` · ${naming.post(event.author)}`}
      </p>
      {serial === null ? null : (
        <Button size="compact-xs" variant="light" onClick={() => select(serial)}>
          {t('screen.feed.showSerial', { serial })}
        </Button>
      )}
    </aside>
  );
}
