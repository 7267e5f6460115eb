// The search for a plan while it is under way: the best so far and how it came to be; and, where there is no plan, why.
import type { PlanningMessage } from '../../../src/protocol/index.ts';
import { useDeviceView } from '../device/device.tsx';
import { useWords } from '../words/words.tsx';
import classes from './plan.module.css';
import { SearchCurve } from './search-curve.tsx';

export function PlanningView({ planning }: { readonly planning: PlanningMessage }) {
  const { exercise } = useDeviceView();
  const { t } = useWords();
  const { state, points, reasons } = planning;
  const last = points.at(-1);
  return (
    <section aria-live="polite">
      <h3 className={classes.heading}>{t(`screen.planning.${state}`)}</h3>
      {last === undefined || state === 'impossible' ? null : (
        <p className={classes.note}>
          {t('screen.planning.best', {
            tries: last.tries,
            held: last.held,
            of: exercise?.serials.list.length ?? last.held,
            broken: last.broken,
          })}
        </p>
      )}
      {state === 'impossible' ? <p className={classes.note}>{t('screen.planning.impossibleHow')}</p> : null}
      {reasons.length === 0 ? null : (
        <ol className={classes.reasons}>
          {reasons.map(({ headline, statements, isMinimal, maybe }) => (
            <li key={`${headline.key} ${JSON.stringify([headline.values, statements.length])}`}>
              <b>{t(headline.key, headline.values)}</b>{' '}
              {maybe === undefined ? null : <span className={classes.maybe}>{t(maybe.key, maybe.values)}</span>}
              {statements.length === 0 ? null : (
                <ul className={classes.statements}>
                  {statements.map(({ key, values }) => (
                    <li key={`${key} ${JSON.stringify(values)}`}>{t(key, values)}</li>
                  ))}
                </ul>
              )}
              {statements.length === 0 ? null : (
                <p className={classes.note}>{t(isMinimal ? 'screen.planning.minimal' : 'screen.planning.notMinimal')}</p>
              )}
            </li>
          ))}
        </ol>
      )}
      {last === undefined || state === 'impossible' ? null : (
        <div className={classes.objectives}>
          {last.values.map(({ id, value, bound }) => (
            <div key={id} className={classes.objective}>
              <div className={classes.name}>{t(`plan.objective.${id}`)}</div>
              <div className={classes.value}>
                <b>{t('plan.amount', { objective: id, amount: Math.round(value * 100) / 100 })}</b>
                {bound === null ? null : (
                  <small>
                    {t('screen.plan.bound', { bound: t('plan.amount', { objective: id, amount: Math.round(bound * 100) / 100 }) })}
                  </small>
                )}
              </div>
              <SearchCurve objective={id} points={points} />
            </div>
          ))}
        </div>
      )}
    </section>
  );
}
