// The two clocks, the phase and the day: real time with its zone letter and date-time group, exercise time beside it.
import { clockView } from '../../../src/conduct/index.ts';
import { dateTimeGroup, localDay, type MicroInstant, minuteOfMicros, offsetAt, type Zone } from '../../../src/kernel/index.ts';
import { sayShortDay } from '../../../src/words/index.ts';
import { useDeviceView, useNaming } from '../device/device.tsx';
import { useWords } from '../words/words.tsx';
import classes from './clocks.module.css';
import { useNowSecond } from './use-clock.tsx';

export function Clocks() {
  const { conduct, exercise } = useDeviceView();
  const { t, language } = useWords();
  const naming = useNaming();
  const second = useNowSecond();
  if (conduct === null || exercise === null || naming === null || second === null) return <div className={classes.clocks} />;
  const view = clockView(conduct, (second * 1_000_000) as MicroInstant);
  const { zone } = exercise;
  const day = view.day === null ? null : `D${view.day < 0 ? '−' : '+'}${Math.abs(view.day)}`;
  return (
    <div className={classes.clocks} data-testid="clocks">
      <Clock
        name={t('screen.clock.real')}
        micros={view.real}
        zone={zone}
        note={sayShortDay(localDay(minuteOfMicros(view.real), zone), language)}
      />
      <Clock
        name={t('screen.clock.exercise')}
        micros={view.exercise}
        zone={zone}
        note={t(`screen.clock.state.${view.state}`)}
        isQuiet={view.state !== 'running'}
      />
      <div className={classes.phase}>
        <span className={classes.day}>{day ?? ''}</span>
        <span className={classes.phaseName}>
          {view.phases.length > 0
            ? view.phases.map(naming.phase).join(' · ')
            : exercise.phases.list.length > 0
              ? t('screen.clock.noPhase')
              : ''}
        </span>
      </div>
    </div>
  );
}

type ClockProps = {
  readonly name: string;
  readonly micros: MicroInstant | null;
  readonly zone: Zone;
  readonly note: string;
  readonly isQuiet?: boolean;
};

function Clock({ name, micros, zone, note, isQuiet = false }: ClockProps) {
  const minute = micros === null ? null : minuteOfMicros(micros);
  return (
    <div className={classes.clock} data-quiet={isQuiet}>
      <span className={classes.name}>{name}</span>
      <span className={classes.time}>{micros === null ? '––:––:––' : timeText(micros, zone)}</span>
      <span className={classes.group}>{minute === null ? note : `${dateTimeGroup(minute, zone)} · ${note}`}</span>
    </div>
  );
}

function timeText(micros: MicroInstant, zone: Zone): string {
  const seconds = Math.floor(micros / 1_000_000) + offsetAt(zone, minuteOfMicros(micros)) * 60;
  const ofDay = ((seconds % 86_400) + 86_400) % 86_400;
  return [ofDay / 3600, (ofDay / 60) % 60, ofDay % 60].map((part) => String(Math.floor(part)).padStart(2, '0')).join(':');
}
