// What is being prepared while the page already fills: planning, dry run, play.
import { Progress } from '@mantine/core';
import { useDeviceView } from '../device/device.tsx';
import { useWords } from '../words/words.tsx';
import classes from './job-strip.module.css';

export function JobStrip() {
  const { jobs } = useDeviceView();
  const { t } = useWords();
  if (jobs.every(({ state }) => state === 'done')) return null;
  return (
    <ul className={classes.strip} aria-label={t('screen.jobs')}>
      {jobs.map(({ id, message, share, state }) => (
        <li key={id} className={classes.job} data-state={state}>
          <span className={classes.name}>{t(message.key, message.values)}</span>
          {state === 'running' ? (
            <Progress
              className={classes.progress}
              value={share === null ? 100 : share * 100}
              animated={share === null}
              size="sm"
              aria-label={t(message.key, message.values)}
            />
          ) : null}
          <span className={classes.state}>
            {state === 'running' && share !== null ? t('screen.share', { share }) : t(`screen.job.${state}`)}
          </span>
        </li>
      ))}
    </ul>
  );
}
