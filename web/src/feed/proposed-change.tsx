// What consent is asked on, itself: what would be put where in the document, what a serial's booking would be, or the texts.
import type { LoggedEvent, Naming } from '../../../src/conduct/index.ts';
import { minuteInstant } from '../../../src/kernel/index.ts';
import { saySerialTime } from '../../../src/words/index.ts';
import { useWords } from '../words/words.tsx';
import classes from './feed.module.css';

type Asked = NonNullable<Extract<LoggedEvent['event'], { readonly type: 'ConsentAsked' }>['payload']>;

export function ProposedChange({ asked, naming }: { readonly asked: Asked; readonly naming: Naming }) {
  const { t, language } = useWords();
  const { edit, booking, texts } = asked;
  if (texts !== undefined) {
    return (
      <ul className={classes.change}>
        {texts.map(({ language: of, digest, title, text }) => (
          <li key={digest}>
            {t('product.language', { language: of })} · {title === undefined ? null : <strong lang={of}>{title}</strong>}{' '}
            {text === undefined ? null : <q lang={of}>{text}</q>} <code title={digest}>{digest.slice(0, 12)}</code>
          </li>
        ))}
      </ul>
    );
  }
  if (edit !== undefined) {
    return (
      <ul className={classes.change}>
        {edit.edits.map(({ path, value }) => (
          <li key={path.join('/')}>
            <code>{[edit.collection, edit.id, ...path].join(' › ')}</code>{' '}
            {value === null ? <em>{t('screen.change.removed')}</em> : <q>{typeof value === 'string' ? value : JSON.stringify(value)}</q>}
          </li>
        ))}
      </ul>
    );
  }
  if (booking === undefined) return null;
  if (!booking.held || booking.start === null || booking.end === null)
    return <p className={classes.change}>{t('screen.change.notHeld')}</p>;
  const when = saySerialTime(minuteInstant(booking.start), minuteInstant(booking.end), naming.exercise.zone, language);
  return (
    <ul className={classes.change}>
      <li>{[when, booking.site === null ? '' : naming.site(booking.site)].filter((part) => part !== '').join(' · ')}</li>
      <li>{booking.team.map((unit) => `${naming.unit(unit)}${unit === booking.lead ? ' ★' : ''}`).join(', ')}</li>
    </ul>
  );
}
