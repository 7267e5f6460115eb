// What is being prepared while the page already fills: planning, dry run, play.
import { Progress } from '@mantine/core';
import type { Job, PlanningMessage } from '../../../src/protocol/index.ts';
import { useDeviceView } from '../device/device.tsx';
import { useWords } from '../words/words.tsx';
import classes from './job-strip.module.css';

/** What a job does, also where its message says that it failed. */
const doing = { plan: 'app.planning', rehearse: 'app.rehearsing', play: 'app.playing' } as const satisfies Record<Job['id'], string>;

/** Whether this reader can read why there is no plan. */
const isUnplanned = (planning: PlanningMessage | null): boolean => planning?.state === 'incomplete' || planning?.state === 'impossible';

export function JobStrip() {
  const { jobs, planning } = useDeviceView();
  const { t } = useWords();
  if (jobs.every(({ state }) => state === 'done')) return null;
  return (
    <ul className={classes.strip} aria-label={t('screen.jobs')}>
      {jobs.map(({ id, message, share, state }) => (
        <li key={id} className={classes.job} data-state={state}>
          <span className={classes.name}>{state === 'failed' ? t(doing[id]) : t(message.key, message.values)}</span>
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
          {state === 'failed' ? (
            <span>{id === 'plan' && isUnplanned(planning) ? t('screen.timeline.noPlan') : t(message.key, message.values)}</span>
          ) : null}
        </li>
      ))}
    </ul>
  );
}
