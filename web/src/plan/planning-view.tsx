// The search for a plan while it is under way: the best so far and how it came to be; and, where there is no plan, why.
import type { PlanningMessage } from '../../../src/protocol/index.ts';
import { useDeviceView } from '../device/device.tsx';
import { useWords } from '../words/words.tsx';
import { ObjectiveValue } from './objective-value.tsx';
import classes from './plan.module.css';
import { PlanningReasons } from './planning-reasons.tsx';
import { SearchCurve } from './search-curve.tsx';

export function PlanningView({ planning }: { readonly planning: PlanningMessage }) {
  const { exercise } = useDeviceView();
  const { t } = useWords();
  const { state, points, best } = planning;
  const last = points.at(-1);
  return (
    <section aria-live="polite">
      <h3 className={classes.heading}>{t(`screen.planning.${state}`)}</h3>
      {last === undefined || best === null || state === 'impossible' ? null : (
        <p className={classes.note}>
          {t(best.broken === null ? 'screen.planning.bestHolds' : 'screen.planning.best', {
            tries: last.tries,
            held: best.held,
            of: exercise?.serials.list.length ?? best.held,
            ...(best.broken === null ? {} : { broken: best.broken }),
          })}
        </p>
      )}
      <PlanningReasons planning={planning} />
      {last === undefined || state === 'impossible' ? null : (
        <div className={classes.objectives}>
          {last.values.map(({ id, value, bound, proved }) => (
            <div key={id} className={classes.objective}>
              <div className={classes.name}>{t(`plan.objective.${id}`)}</div>
              <ObjectiveValue id={id} value={value} bound={bound} proved={proved} isDraft />
              <SearchCurve objective={id} points={points} />
            </div>
          ))}
        </div>
      )}
    </section>
  );
}
