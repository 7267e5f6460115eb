// What the exercise is, in the words that were released: all that the public sees, and what everyone else begins with.
import { type Translated, textFor } from '../../../src/exercise/index.ts';
import { sayDate } from '../../../src/words/index.ts';
import { useDeviceView, useNaming } from '../device/device.tsx';
import { useWords } from '../words/words.tsx';
import classes from './about.module.css';

export function AboutView() {
  const { exercise, conduct } = useDeviceView();
  const naming = useNaming();
  const { t, language, zone } = useWords();
  if (exercise === null || naming === null || conduct === null) return null;
  const { setting } = exercise;
  const released = [...conduct.slices.values()].flatMap(({ release }) =>
    [...release.texts.entries()].flatMap(([id, { released: text, withdrawn }]) =>
      text === null || withdrawn !== null ? [] : [{ id, ...text }],
    ),
  );
  return (
    <div className={classes.about}>
      <p className={classes.when}>
        {setting.code} · {sayDate(setting.from.at, zone, language)} – {sayDate(setting.to.at, zone, language)}
      </p>
      <p className={classes.parties}>{setting.participating.map(naming.party).join(' · ')}</p>
      {setting.summary === undefined ? null : <Text text={setting.summary} className={classes.summary} />}
      {setting.legalBasis === undefined ? null : (
        <>
          <h3>{t('screen.about.basis')}</h3>
          <Text text={setting.legalBasis} />
        </>
      )}
      {setting.aims.length === 0 ? null : (
        <>
          <h3>{t('screen.about.aims')}</h3>
          <ul>
            {setting.aims.map((aim) => (
              <li key={naming.text(aim)}>{naming.text(aim)}</li>
            ))}
          </ul>
        </>
      )}
      {exercise.communiques.list.map(({ id, title, body, authentic }) => (
        <article key={id} className={classes.communique}>
          <h3>{naming.text(title)}</h3>
          {body.map((paragraph) => (
            <Text key={naming.text(paragraph)} text={paragraph} />
          ))}
          <p className={classes.authentic}>{t('screen.about.authentic', { languages: [...authentic] })}</p>
        </article>
      ))}
      {released.map(({ id, title, text, language: written }) => (
        <article key={id} className={classes.communique} lang={written}>
          <h3>{title}</h3>
          <p>{text}</p>
        </article>
      ))}
    </div>
  );
}

function Text({ text, className }: { readonly text: Translated; readonly className?: string | undefined }) {
  const { language } = useWords();
  const shown = textFor(text, [language, 'en']);
  if (shown === undefined) return null;
  return (
    <p className={className} lang={shown.language}>
      {shown.text}
    </p>
  );
}
