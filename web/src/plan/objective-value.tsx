// What an objective reached, in its unit, and how far that is from what no plan can pass.
import { type ObjectiveResult, percentOff } from '../../../src/plan/index.ts';
import { useWords } from '../words/words.tsx';
import classes from './plan.module.css';

type Reached = Pick<ObjectiveResult, 'value' | 'bound' | 'proved'> & {
  readonly id: string;
  /** Of a search under way: bounds come with a complete plan. */
  readonly isDraft?: boolean;
};

export function ObjectiveValue({ id, value, bound, proved, isDraft = false }: Reached) {
  const { t } = useWords();
  const said = (amount: number) => t('plan.amount', { objective: id, amount: Math.round(amount * 100) / 100 });
  const percent = proved ? null : percentOff({ value, bound });
  return (
    <div className={classes.value}>
      <b>{said(value)}</b>
      {bound === null && isDraft ? null : (
        <small>{bound === null ? t('screen.plan.noBound') : t('screen.plan.bound', { bound: said(bound) })}</small>
      )}
      {percent === null ? null : <small> · {t('screen.plan.within', { percent })}</small>}
    </div>
  );
}
