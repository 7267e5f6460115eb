// Steering of simulated play: pause, speed, one step, and jumps. Moving a serial is never a side effect of it.
import { ActionIcon, Button, Menu, Tooltip } from '@mantine/core';
import { useState } from 'react';
import { localDay, microsOfMinute, minuteFromLocal, minuteOfMicros } from '../../../src/kernel/index.ts';
import type { PlayMessage } from '../../../src/protocol/index.ts';
import { useDevice, useDeviceView, useSchedule } from '../device/device.tsx';
import { Icon } from '../shell/icon.tsx';
import { useWords } from '../words/words.tsx';
import classes from './play-controls.module.css';
import { useSpeed, useViewClock } from './use-clock.tsx';

const speeds = [1, 60, 600] as const;
/** Local hour at which the exercise's day begins, for jumping to the next one. */
const morningMinute = 6 * 60;

export function PlayControls() {
  const device = useDevice();
  const { session, exercise, conduct, jobs } = useDeviceView();
  const { t } = useWords();
  const clock = useViewClock();
  const speed = useSpeed();
  const scheduled = useSchedule();
  const [refusal, setRefusal] = useState<string | null>(null);
  const [isBusy, setBusy] = useState(false);
  const play = jobs.find(({ id }) => id === 'play');
  if (session?.director !== true || play === undefined || exercise === null || conduct === null) return null;
  const isReady = play.state === 'done' && !device.clock.hasEnded();

  const steer = async (steering: PlayMessage): Promise<void> => {
    setBusy(true);
    const problem = await device.steer(steering);
    setBusy(false);
    setRefusal(problem === null ? null : t(problem.key, problem.values));
    clock.hold(null);
  };
  const now = clock.now();
  const minute = now === null ? null : minuteOfMicros(now);
  const next = minute === null ? undefined : scheduled.find(({ start }) => start > minute);
  const nextDay = minute === null ? null : minuteFromLocal(localDay(minute, exercise.zone) + 1, morningMinute, exercise.zone);
  return (
    <fieldset className={classes.controls} aria-label={t('screen.play.steer')}>
      <Tooltip label={t('screen.play.pause')}>
        <ActionIcon
          variant={speed === 0 ? 'filled' : 'default'}
          size="lg"
          disabled={!isReady}
          aria-label={t('screen.play.pause')}
          aria-pressed={speed === 0}
          onClick={() => void steer({ speed: 0 })}
        >
          <Icon name="pause" />
        </ActionIcon>
      </Tooltip>
      {speeds.map((one) => (
        <Button
          key={one}
          size="compact-md"
          variant={speed === one ? 'filled' : 'default'}
          disabled={!isReady}
          aria-pressed={speed === one}
          onClick={() => void steer({ speed: one })}
        >
          {one}×
        </Button>
      ))}
      <Tooltip label={t('screen.play.step')}>
        <ActionIcon
          variant="default"
          size="lg"
          disabled={!isReady}
          aria-label={t('screen.play.step')}
          loading={isBusy}
          onClick={() => void steer({ step: true })}
        >
          <Icon name="step" />
        </ActionIcon>
      </Tooltip>
      <Menu position="bottom-end" withinPortal>
        <Menu.Target>
          <Button size="compact-md" variant="default" disabled={!isReady} rightSection={<Icon name="down" size={12} />}>
            {t('screen.play.jump')}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item disabled={next === undefined} onClick={() => next !== undefined && void steer({ jumpTo: microsOfMinute(next.start) })}>
            {next === undefined ? t('screen.play.noNextSerial') : t('screen.play.nextSerial', { serial: next.serial, at: next.start })}
          </Menu.Item>
          <Menu.Item disabled={nextDay === null} onClick={() => nextDay !== null && void steer({ jumpTo: microsOfMinute(nextDay) })}>
            {t('screen.play.nextDay', { at: nextDay ?? '–' })}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      <span className={classes.refusal} role="status">
        {refusal}
      </span>
    </fieldset>
  );
}
