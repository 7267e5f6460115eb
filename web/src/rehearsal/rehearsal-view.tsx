// The simulated dry run: where the plan slips, who waits for whom, and what one more of something saves. EXCON's.

import { Button } from '@mantine/core';
import { useState } from 'react';
import type { Naming } from '../../../src/conduct/index.ts';
import { minuteFromLocal } from '../../../src/kernel/index.ts';
import type { OverRuns, PlusOne, Rehearsal, ScarceLoad } from '../../../src/rehearse/index.ts';
import { useDeviceView, useNaming } from '../device/device.tsx';
import { type Say, useWords } from '../words/words.tsx';
import classes from './rehearsal.module.css';

const firstShown = 10;

export function RehearsalView() {
  const { rehearsal, jobs } = useDeviceView();
  const naming = useNaming();
  const { t } = useWords();
  if (naming === null) return null;
  if (rehearsal === null) {
    const job = jobs.find(({ id }) => id === 'rehearse');
    return (
      <p className={classes.empty}>
        {t(job?.state === 'failed' ? 'screen.rehearsal.failed' : 'screen.rehearsal.underWay', { share: job?.share ?? 0 })}
      </p>
    );
  }
  return (
    <div className={classes.rehearsal}>
      <p className={classes.basis}>
        <strong>{t('screen.rehearsal.simulated')}</strong>{' '}
        {t('screen.rehearsal.basis', { runs: rehearsal.runs, seed: rehearsal.seed, assumptions: rehearsal.assumptions.length })}
      </p>
      <Weaknesses rehearsal={rehearsal} />
      <div className={classes.columns}>
        <Helps rehearsal={rehearsal} naming={naming} />
        <Loads rehearsal={rehearsal} naming={naming} />
        <Slips rehearsal={rehearsal} naming={naming} />
      </div>
    </div>
  );
}

type PartProps = { readonly rehearsal: Rehearsal; readonly naming: Naming };

function Weaknesses({ rehearsal: { weaknesses } }: { readonly rehearsal: Rehearsal }) {
  const { t } = useWords();
  const [isWhole, setWhole] = useState(false);
  if (weaknesses.length === 0) return <p>{t('screen.rehearsal.noWeakness')}</p>;
  const shown = isWhole ? weaknesses : weaknesses.slice(0, firstShown);
  return (
    <section>
      <h3 className={classes.heading}>{t('screen.rehearsal.weaknesses')}</h3>
      <ol className={classes.weaknesses}>
        {shown.map(({ key, values }) => (
          <li key={`${key} ${JSON.stringify(values)}`}>{t(key, values)}</li>
        ))}
      </ol>
      {weaknesses.length > firstShown ? (
        <Button size="compact-xs" variant="subtle" onClick={() => setWhole(!isWhole)}>
          {isWhole ? t('screen.fewer') : t('screen.more', { n: weaknesses.length - firstShown })}
        </Button>
      ) : null}
    </section>
  );
}

/** A resource as the dry run names it: `pool:EVACUATION`, or a role with its party or pair of languages, `interpreter:ru-zh`. */
function resourceName(resource: string, naming: Naming, t: Say): string {
  const [first = '', of = ''] = resource.split(':');
  if (first === 'pool') return naming.pool(of);
  const role = t('product.role', { role: first });
  return of === '' ? role : `${role} (${of})`;
}

function Helps({ rehearsal: { plusOne }, naming }: PartProps) {
  const { t } = useWords();
  const ranked = plusOne.toSorted((a, b) => a.rank - b.rank);
  const most = Math.max(1, ...ranked.map(({ savedMinutes }) => savedMinutes.high));
  return (
    <section>
      <h3 className={classes.heading}>{t('screen.rehearsal.helps')}</h3>
      <p className={classes.note}>{t('screen.rehearsal.helpsHow', { runs: ranked[0]?.pairedRuns ?? 0 })}</p>
      <ul className={classes.bars}>
        {ranked.map((one) => (
          <li key={one.resource}>
            <span>
              +1 {resourceName(one.resource, naming, t)}
              {isShown(one) ? '' : ` – ${t('screen.rehearsal.noEffect')}`}
            </span>
            <Interval value={one.savedMinutes} most={most} />
            <b>{t('screen.minutes', { minutes: Math.round(one.savedMinutes.mean) })}</b>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** An interval that holds zero shows no effect. */
const isShown = ({ savedMinutes: { low } }: PlusOne): boolean => low > 0;

function Interval({ value: { mean, low, high }, most }: { readonly value: OverRuns; readonly most: number }) {
  const place = (amount: number) => `${(Math.max(0, amount) / most) * 100}%`;
  return (
    <span className={classes.track} aria-hidden="true">
      <span className={classes.fill} style={{ width: place(mean) }} />
      <span className={classes.interval} style={{ left: place(low), width: `${(Math.max(0, high - Math.max(0, low)) / most) * 100}%` }} />
    </span>
  );
}

function Loads({ rehearsal: { loads }, naming }: PartProps) {
  const { t } = useWords();
  const heaviest = loads.toSorted((a, b) => b.waitMinutes.mean - a.waitMinutes.mean).slice(0, firstShown);
  const most = Math.max(1, ...heaviest.map(({ waitMinutes }) => waitMinutes.mean));
  return (
    <section>
      <h3 className={classes.heading}>{t('screen.rehearsal.loads')}</h3>
      <p className={classes.note}>{t('screen.rehearsal.loadsHow')}</p>
      <ul className={classes.bars}>
        {heaviest.map((load) => (
          <li key={load.resource}>
            <span>
              {resourceName(load.resource, naming, t)} <small>{t('screen.rehearsal.busy', { share: load.utilisation.mean })}</small>
              <Worst load={load} naming={naming} />
            </span>
            <span className={classes.track} aria-hidden="true">
              <span className={classes.fill} style={{ width: `${(load.waitMinutes.mean / most) * 100}%` }} />
            </span>
            <b>{t('screen.minutes', { minutes: Math.round(load.waitMinutes.mean) })}</b>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Worst({ load: { worst }, naming }: { readonly load: ScarceLoad; readonly naming: Naming }) {
  const { t } = useWords();
  if (worst === null) return null;
  const at = minuteFromLocal(worst.day, worst.hour * 60, naming.exercise.zone);
  return <small className={classes.worst}>{t('screen.rehearsal.worst', { at })}</small>;
}

function Slips({ rehearsal: { serials }, naming }: PartProps) {
  const { t } = useWords();
  const late = serials
    .filter(({ overruns }) => overruns > 0)
    .toSorted((a, b) => b.overruns * b.lateMinutes.mean - a.overruns * a.lateMinutes.mean)
    .slice(0, firstShown);
  return (
    <section>
      <h3 className={classes.heading}>{t('screen.rehearsal.slips')}</h3>
      <p className={classes.note}>{t('screen.rehearsal.slipsHow')}</p>
      <ul className={classes.bars}>
        {late.map(({ serial, overruns, lateMinutes }) => (
          <li key={serial}>
            <span>{naming.serial(serial)}</span>
            <span className={classes.track} aria-hidden="true">
              <span className={classes.fill} style={{ width: `${overruns * 100}%` }} />
            </span>
            <b>
              {t('screen.share', { share: overruns })} <small>{t('screen.minutes', { minutes: Math.round(lateMinutes.mean) })}</small>
            </b>
          </li>
        ))}
      </ul>
    </section>
  );
}
