// The plan's certificate: what was reached for each objective, what nobody can pass, and the facts a person can add up to see it; what is unmet; and
// the whole schedule as a table.
import { Badge } from '@mantine/core';
import { type ObjectiveResult, proofOf } from '../../../src/plan/index.ts';
import type { PlanningPoint } from '../../../src/protocol/index.ts';
import { useDeviceView, useNaming, useSchedule } from '../device/device.tsx';
import { SerialTable } from '../timeline/serial-table.tsx';
import { useWords } from '../words/words.tsx';
import { ObjectiveValue } from './objective-value.tsx';
import classes from './plan.module.css';
import { PlanningView } from './planning-view.tsx';
import { SearchCurve } from './search-curve.tsx';

export function PlanView() {
  const { plan, planning } = useDeviceView();
  const scheduled = useSchedule();
  const naming = useNaming();
  const { t } = useWords();
  if (naming === null) return null;
  if (plan === null)
    return planning === null ? null : (
      <div className={classes.plan}>
        <PlanningView planning={planning} />
        {scheduled.length === 0 ? null : <SerialTable scheduled={scheduled} />}
      </div>
    );
  const left = plan.bookings.filter(({ held }) => !held);
  return (
    <div className={classes.plan}>
      {plan.objectives.length === 0 ? null : (
        <section>
          <h3 className={classes.heading}>{t('screen.plan.certificate')}</h3>
          <p className={classes.note}>{t('screen.plan.certificateHow')}</p>
          <div className={classes.objectives}>
            {plan.objectives.map((objective) => (
              <Objective key={objective.id} objective={objective} points={planning?.points ?? []} />
            ))}
          </div>
        </section>
      )}
      {plan.objectives.length > 0 && plan.unmet.length === 0 ? <p className={classes.good}>✓ {t('screen.plan.allMet')}</p> : null}
      {plan.unmet.length === 0 ? null : (
        <ul className={classes.unmet}>
          {plan.unmet.map(({ requirement, party, times, got }) => (
            <li key={requirement}>{t('screen.plan.unmet', { requirement, party: naming.party(party), times, got })}</li>
          ))}
        </ul>
      )}
      <section>
        <h3 className={classes.heading}>{t('screen.plan.serials', { n: scheduled.length })}</h3>
        {left.length === 0 ? null : (
          <p className={classes.note}>{t('screen.plan.notHeld', { serials: left.map(({ serial }) => naming.serial(serial)) })}</p>
        )}
        <SerialTable scheduled={scheduled} />
      </section>
    </div>
  );
}

type ObjectiveProps = { readonly objective: ObjectiveResult; readonly points: readonly PlanningPoint[] };

function Objective({ objective, points }: ObjectiveProps) {
  const { id, value, bound, proved, witness, searched } = objective;
  const proof = proofOf(objective);
  const { t } = useWords();
  const said = (amount: number) => t('plan.amount', { objective: id, amount: Math.round(amount * 100) / 100 });
  return (
    <div className={classes.objective}>
      <div className={classes.name}>
        <span>{t(`plan.objective.${id}`)}</span>
        {proof === 'none' ? null : (
          <Badge size="sm" maw="100%" style={{ flexShrink: 0 }} color={proof === 'counted' ? 'green' : 'gray'} variant="light">
            {t(proof === 'counted' ? 'screen.plan.proved' : 'screen.plan.provedBySearch')}
          </Badge>
        )}
      </div>
      <ObjectiveValue id={id} value={value} bound={bound} proved={proved} />
      <SearchCurve objective={id} points={points} />
      {searched === undefined ? null : <p className={classes.note}>{t(searched.key, searched.values)}</p>}
      {witness.length === 0 ? null : (
        <details>
          <summary>{t('screen.plan.why', { n: witness.length })}</summary>
          <ul className={classes.witness}>
            {witness.map(({ key, values, amount }) => (
              <li key={`${key} ${JSON.stringify(values)}`}>
                <span>{t(key, values)}</span> <b>{said(amount)}</b>
              </li>
            ))}
          </ul>
        </details>
      )}
    </div>
  );
}
