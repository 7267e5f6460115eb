// The plan as a timeline, by site or by unit, with what became of each serial; the same as a table for who reads or listens.
import { ActionIcon, Button, SegmentedControl, Tooltip } from '@mantine/core';
import { useCallback, useMemo, useState } from 'react';
import { rowsBySite, rowsByUnit, type ScheduledSerial } from '../../../src/conduct/index.ts';
import { lightPeriodsAtSite } from '../../../src/exercise/index.ts';
import { minuteInstant, minuteOfMicros } from '../../../src/kernel/index.ts';
import { saySerialTime } from '../../../src/words/index.ts';
import { useCoarseNow, useHeld, useViewClock } from '../clock/use-clock.tsx';
import { useDeviceView, useNaming, useSchedule } from '../device/device.tsx';
import { PartyChip } from '../parties/party-chip.tsx';
import { useSelection } from '../selection/selection.tsx';
import { Icon } from '../shell/icon.tsx';
import { useWords } from '../words/words.tsx';
import { layoutOf, slimBars, tallBars } from './layout.ts';
import { panned, type Span, zoomed } from './scale.ts';
import { SerialDetail } from './serial-detail.tsx';
import { SerialTable } from './serial-table.tsx';
import classes from './timeline.module.css';
import { TimelineCanvas } from './timeline-canvas.tsx';

const firstSpanMinutes = 30 * 60;
/** The window that follows the clock moves on by this much. */
const followMinutes = 15;

export function TimelineView() {
  const { exercise, plan, planning, jobs, link } = useDeviceView();
  const scheduled = useSchedule();
  const naming = useNaming();
  const { t, language } = useWords();
  const clock = useViewClock();
  const held = useHeld();
  useCoarseNow(followMinutes);
  const { serial: selected } = useSelection();
  const [by, setBy] = useState<'site' | 'unit'>('site');
  const [form, setForm] = useState<'chart' | 'table'>('chart');
  const [moved, setSpan] = useState<Span | null>(null);

  const limits = useMemo((): Span => {
    if (exercise === null) return { from: 0, to: 1440 };
    const from = Math.min(exercise.setting.from.at, ...scheduled.map(({ start }) => start));
    const to = Math.max(exercise.setting.to.at, ...scheduled.map(({ end }) => end));
    return { from: from - 180, to: to + 180 };
  }, [exercise, scheduled]);
  const layout = useMemo(
    () =>
      exercise === null || by === 'site'
        ? layoutOf(exercise === null ? [] : rowsBySite(exercise, scheduled), tallBars)
        : layoutOf(rowsByUnit(exercise, scheduled), slimBars),
    [exercise, scheduled, by],
  );
  const night = useMemo(() => {
    // Night is where most of it happens; the sites of one exercise see the same sun but for minutes.
    const site = exercise?.sites.list.find(({ light }) => light === undefined);
    return exercise === null || site === undefined
      ? []
      : lightPeriodsAtSite(exercise, site, minuteInstant(limits.from), minuteInstant(limits.to));
  }, [exercise, limits.from, limits.to]);
  const nameOf = useCallback((one: ScheduledSerial) => naming?.serial(one.serial) ?? one.serial, [naming]);
  if (exercise === null || naming === null) return null;
  if (scheduled.length === 0) {
    const isPlanning = jobs.some(({ id, state }) => id === 'plan' && state !== 'done' && state !== 'failed');
    return (
      <p className={classes.empty}>
        {t(
          isPlanning || link !== 'live'
            ? 'screen.timeline.planning'
            : planning === null || plan !== null
              ? 'screen.timeline.nothing'
              : 'screen.timeline.noPlan',
        )}
      </p>
    );
  }

  const follows = (): Span => {
    const now = clock.now();
    const middle = now === null ? (scheduled[0]?.start ?? limits.from) : minuteOfMicros(now);
    return panned({ from: middle - firstSpanMinutes * 0.4, to: middle + firstSpanMinutes * 0.6 }, 0, limits);
  };
  // A draft has no now: it is looked at as a whole.
  const span = moved ?? (plan === null ? limits : follows());
  const middle = (span.from + span.to) / 2;
  const describe = (one: ScheduledSerial) =>
    [
      naming.serial(one.serial),
      saySerialTime(one.start, one.end, exercise.zone, language),
      one.site === null ? '' : naming.site(one.site),
      t('product.serialStatus', { status: one.status }),
      one.lead === null ? '' : t('screen.timeline.ledBy', { unit: naming.unit(one.lead) }),
    ]
      .filter((part) => part !== '')
      .join(' · ');
  const labelOf = (index: number) => {
    const row = layout.rows[index]?.row;
    if (row === undefined) return '';
    if (row.kind === 'site') return naming.site(row.id);
    if (row.kind === 'unit') return naming.unit(row.id);
    return row.kind === 'group' ? naming.party(row.id) : t('screen.timeline.nowhere');
  };
  const chosen = scheduled.find(({ serial }) => serial === selected);
  return (
    <>
      <div className={classes.toolbar}>
        <SegmentedControl
          size="xs"
          aria-label={t('screen.timeline.rows')}
          value={by}
          onChange={(value) => setBy(value === 'unit' ? 'unit' : 'site')}
          data={[
            { value: 'site', label: t('screen.timeline.bySite') },
            { value: 'unit', label: t('screen.timeline.byUnit') },
          ]}
        />
        <SegmentedControl
          size="xs"
          aria-label={t('screen.form')}
          value={form}
          onChange={(value) => setForm(value === 'table' ? 'table' : 'chart')}
          data={[
            { value: 'chart', label: t('screen.form.chart') },
            { value: 'table', label: t('screen.form.table') },
          ]}
        />
        <span className={classes.space} />
        {held === null ? null : (
          <Button size="compact-xs" variant="light" color="violet" onClick={() => clock.hold(null)}>
            {t('screen.timeline.heldAt', { at: minuteOfMicros(held) })}
          </Button>
        )}
        <fieldset className={classes.buttons} aria-label={t('screen.timeline.window')}>
          <Tool label={t('screen.timeline.zoomIn')} icon="plus" onClick={() => setSpan(zoomed(span, 0.6, middle, limits))} />
          <Tool label={t('screen.timeline.zoomOut')} icon="minus" onClick={() => setSpan(zoomed(span, 1.7, middle, limits))} />
          <Tool label={t('screen.timeline.all')} icon="fit" onClick={() => setSpan(limits)} />
          <Tool label={t('screen.timeline.toNow')} icon="now" isOn={moved === null} onClick={() => setSpan(null)} />
        </fieldset>
      </div>
      {plan === null && planning !== null ? <p className={classes.draft}>{t('screen.planning.draft')}</p> : null}
      {form === 'chart' ? (
        <TimelineCanvas
          layout={layout}
          span={span}
          setSpan={setSpan}
          limits={limits}
          zone={exercise.zone}
          night={night}
          labelOf={labelOf}
          nameOf={nameOf}
          describe={describe}
          summary={t('screen.timeline.summary', { serials: scheduled.length, rows: layout.rows.length })}
        />
      ) : (
        <SerialTable scheduled={scheduled} />
      )}
      {chosen === undefined ? null : <SerialDetail scheduled={chosen} />}
      <div className={classes.legend}>
        {exercise.parties.list.map(({ id }) => (
          <span key={id}>
            <PartyChip party={id} /> {naming.party(id)}
          </span>
        ))}
        <span>◆ {t('screen.timeline.fixed')}</span>
        <span>▶ {t('product.serialStatus', { status: 'running' })}</span>
        <span>✓ {t('product.serialStatus', { status: 'done' })}</span>
        <span>■ {t('product.serialStatus', { status: 'stopped' })}</span>
        <span>{t('screen.timeline.nightIsShaded')}</span>
      </div>
    </>
  );
}

type ToolProps = {
  readonly label: string;
  readonly icon: 'plus' | 'minus' | 'fit' | 'now';
  readonly isOn?: boolean;
  readonly onClick: () => void;
};

function Tool({ label, icon, isOn = false, onClick }: ToolProps) {
  return (
    <Tooltip label={label}>
      <ActionIcon variant={isOn ? 'light' : 'default'} aria-label={label} aria-pressed={isOn} onClick={onClick}>
        <Icon name={icon} size={16} />
      </ActionIcon>
    </Tooltip>
  );
}
