// How the parties coordinated: the agreed procedures, where the time of a request went, and what share of contacts was captured. The joint figures
// are the same for every party; beside them stand those from what this reader reads. Every figure says what it is computed from.
import { SegmentedControl } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import type { Assessment, Trend } from '../../../src/assess/index.ts';
import { type MicroInstant, minuteOfMicros } from '../../../src/kernel/index.ts';
import { useDeviceView, useNaming } from '../device/device.tsx';
import { readerName } from '../shell/reader-name.ts';
import { useWords } from '../words/words.tsx';
import classes from './coordination.module.css';
import { LatencyBars } from './latency-bars.tsx';
import { ShareBar } from './share-bar.tsx';

export function CoordinationView() {
  const { assessment, joint, reader } = useDeviceView();
  const { t } = useWords();
  const [which, setWhich] = useState<'joint' | 'own'>('joint');
  const hasBoth = joint !== null && reader !== 'joint';
  const shown = which === 'joint' && joint !== null ? joint : assessment;
  if (shown === null) return <p className={classes.empty}>{t('screen.link.catchingUp')}</p>;
  return (
    <div className={classes.coordination}>
      <div className={classes.top}>
        {hasBoth ? (
          <SegmentedControl
            size="xs"
            aria-label={t('screen.coordination.whose')}
            value={which}
            onChange={(value) => setWhich(value === 'own' ? 'own' : 'joint')}
            data={[
              { value: 'joint', label: t('screen.coordination.joint') },
              { value: 'own', label: t('screen.coordination.own', { reader: readerName(reader, t) }) },
            ]}
          />
        ) : null}
        <Basis assessment={shown} />
      </div>
      <Procedures assessment={shown} />
      <div className={classes.columns}>
        <LatencyBars requests={shown.coordination.requests} />
        <Others assessment={shown} />
      </div>
    </div>
  );
}

function Basis({ assessment: { basis, reader, simulated } }: { readonly assessment: Assessment }) {
  const { t } = useWords();
  const minute = (micros: number | null) => (micros === null ? '–' : minuteOfMicros(micros as MicroInstant));
  return (
    <p className={classes.basis}>
      {t('screen.basis', {
        events: basis.events,
        streams: basis.streams,
        reader: readerName(reader, t),
        from: minute(basis.from),
        to: minute(basis.to),
      })}
      {simulated ? ` ${t('screen.basis.simulated')}` : ''}
    </p>
  );
}

function Procedures({ assessment }: { readonly assessment: Assessment }) {
  const { t } = useWords();
  const naming = useNaming();
  const { procedures, trends } = assessment.coordination;
  if (naming === null) return null;
  if (procedures.length === 0) return <p className={classes.empty}>{t('screen.coordination.nothing')}</p>;
  return (
    <div className={classes.scroll}>
      <table className={classes.table}>
        <thead>
          <tr>
            <th scope="col">{t('product.column.procedure')}</th>
            <th scope="col">{t('screen.coordination.met')}</th>
            <th scope="col">{t('screen.coordination.median')}</th>
            <th scope="col">{t('screen.coordination.standard')}</th>
            <th scope="col">{t('screen.coordination.trend')}</th>
          </tr>
        </thead>
        <tbody>
          {procedures.map(({ procedure, met, latency, withinSeconds }) => (
            <tr key={procedure}>
              <th scope="row">{naming.procedure(procedure)}</th>
              <td>
                <ShareBar share={met} />
              </td>
              <td className={classes.number}>
                {latency.median === null ? '–' : t('screen.minutes', { minutes: tenth(latency.median / 60) })}
                <small>
                  {latency.q1 === null || latency.q3 === null
                    ? ''
                    : ` ${t('screen.coordination.middleHalf', { low: tenth(latency.q1 / 60), high: tenth(latency.q3 / 60) })}`}
                  {latency.censored === 0 ? '' : ` ${t('screen.coordination.open', { n: latency.censored })}`}
                </small>
              </td>
              <td className={classes.number}>
                {withinSeconds === null ? '–' : t('screen.coordination.within', { minutes: tenth(withinSeconds / 60) })}
              </td>
              <td>
                <TrendCell trend={trends.find((one) => one.procedure === procedure)} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function TrendCell({ trend }: { readonly trend: Trend | undefined }) {
  const { t } = useWords();
  const naming = useNaming();
  if (trend === undefined || naming === null || trend.betterBy === null) return <span className={classes.quiet}>–</span>;
  const { first, last } = trend;
  const direction = directionOf(trend);
  const share = ({ hits, of }: { readonly hits: number; readonly of: number }) => (of === 0 ? 0 : hits / of);
  return (
    <span className={classes.trend} data-direction={direction}>
      <b aria-hidden="true">{direction === 'up' ? '↗' : direction === 'down' ? '↘' : '≈'}</b>{' '}
      {t('screen.coordination.fromTo', { from: share(first.met), to: share(last.met) })} <i>{t(`screen.trend.${direction}`)}</i>
      <small>
        {first.phase === null || last.phase === null
          ? ''
          : `${naming.phase(first.phase)} (${first.met.of}) → ${naming.phase(last.phase)} (${last.met.of})`}
      </small>
    </span>
  );
}

/** A change is shown where the intervals of the two shares lie apart; a few cases more or less are none. */
function directionOf({ first: { met: before }, last: { met: after } }: Trend): 'up' | 'down' | 'unclear' {
  if (before.high !== null && after.low !== null && after.low > before.high) return 'up';
  return before.low !== null && after.high !== null && after.high < before.low ? 'down' : 'unclear';
}

function Others({ assessment }: { readonly assessment: Assessment }) {
  const { t } = useWords();
  const { requests, injectAnswers, contacts, pairs } = assessment.coordination;
  return (
    <div className={classes.figures}>
      <Figure name={t('screen.coordination.requestsOnTime')}>
        <ShareBar share={requests.onTime} />
      </Figure>
      <Figure name={t('screen.coordination.answersOnTime')}>
        <ShareBar share={injectAnswers.onTime} />
      </Figure>
      <Figure name={t('screen.coordination.captured')}>
        <ShareBar share={contacts.captured} />
      </Figure>
      <Figure name={t('screen.coordination.pairs')}>
        <span className={classes.number}>{t('screen.coordination.pairsOf', { ...pairs })}</span>
      </Figure>
    </div>
  );
}

function Figure({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <div className={classes.figure}>
      <span>{name}</span>
      {children}
    </div>
  );
}

const tenth = (value: number): number => Math.round(value * 10) / 10;
