// Party × task: how often each must be exercised, is planned and has been achieved, filling up as serials are done.
import { useMemo } from 'react';
import type { CoverageCell } from '../../../src/assess/index.ts';
import { useDeviceView, useNaming } from '../device/device.tsx';
import { PartyChip } from '../parties/party-chip.tsx';
import { useWords } from '../words/words.tsx';
import classes from './coverage.module.css';

export function CoverageView() {
  const { assessment, exercise, plan } = useDeviceView();
  const naming = useNaming();
  const { t } = useWords();
  const matrix = assessment?.coverage.matrix;
  const tasks = useMemo(() => [...new Set(matrix?.map(({ task }) => task) ?? [])], [matrix]);
  if (exercise === null || naming === null || matrix === undefined) return <p className={classes.empty}>{t('screen.link.catchingUp')}</p>;
  if (matrix.length === 0) return <p className={classes.empty}>{t('screen.coverage.nothing')}</p>;
  const parties = [...new Set(matrix.map(({ party }) => party))];
  const needed = matrix.filter((cell) => cell.needed > 0);
  const met = needed.filter((cell) => cell.achieved >= cell.needed).length;
  return (
    <div className={classes.coverage}>
      <p className={classes.head}>{t('screen.coverage.met', { met, of: needed.length })}</p>
      <div className={classes.scroll}>
        <table className={classes.table}>
          <thead>
            <tr>
              <th scope="col">{t('product.column.task')}</th>
              {parties.map((party) => (
                <th key={party} scope="col">
                  <PartyChip party={party} />
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {tasks.map((task) => (
              <tr key={task}>
                <th scope="row">{naming.task(task)}</th>
                {parties.map((party) => {
                  const cell = matrix.find((one) => one.task === task && one.party === party);
                  return <td key={party}>{cell === undefined ? '–' : <Cell cell={cell} isPlanned={plan !== null} />}</td>;
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p className={classes.legend}>{t('screen.coverage.legend')}</p>
    </div>
  );
}

/** Nothing is short as long as there is no plan to be short of it. */
function Cell({ cell: { needed, planned, achieved }, isPlanned }: { readonly cell: CoverageCell; readonly isPlanned: boolean }) {
  const { t } = useWords();
  const most = Math.max(needed, planned, achieved, 1);
  const state = achieved >= needed ? 'met' : planned >= needed || !isPlanned ? 'coming' : 'short';
  return (
    <div className={classes.cell} data-state={state}>
      <div className={classes.bar} aria-hidden="true">
        <span className={classes.planned} style={{ width: `${(planned / most) * 100}%` }} />
        <span className={classes.achieved} style={{ width: `${(achieved / most) * 100}%` }} />
        {needed === 0 ? null : <span className={classes.needed} style={{ left: `${(needed / most) * 100}%` }} />}
      </div>
      <span className={classes.numbers} title={t('screen.coverage.cell', { achieved, planned, needed })}>
        <span className="visually-hidden">{t('screen.coverage.cell', { achieved, planned, needed })}</span>
        <span aria-hidden="true">
          {state === 'met' ? '✓ ' : state === 'short' ? '! ' : ''}
          <b>{achieved}</b>/{needed}
        </span>
      </span>
    </div>
  );
}
