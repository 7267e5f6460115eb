// Why there is no plan: what cannot be, the statements that it rests on with the places where they stand, and what would mend it.
import type { ReactNode } from 'react';
import type { PlanningMessage, PlanningReason } from '../../../src/protocol/index.ts';
import { useWords } from '../words/words.tsx';
import classes from './planning-reasons.module.css';

export function PlanningReasons({ planning: { state, reasons, isLooking, isWhole } }: { readonly planning: PlanningMessage }) {
  const { t } = useWords();
  const isImpossible = state === 'impossible';
  return (
    <>
      {isImpossible && isWhole ? <p className={classes.note}>{t('screen.planning.impossibleHow')}</p> : null}
      {(isImpossible || state === 'incomplete') && !isWhole ? <p className={classes.note}>{t('screen.planning.ofWhatIsRead')}</p> : null}
      {isLooking ? <p className={classes.note}>{t('screen.planning.looking')}</p> : null}
      {isImpossible && !isLooking && reasons.length === 0 ? <p>{t('screen.planning.nothingOfWhatIsRead')}</p> : null}
      {reasons.length === 0 ? null : (
        <ol className={classes.reasons}>
          {reasons.map((reason) => (
            <li key={`${reason.headline.key} ${JSON.stringify([reason.headline.values, reason.statements])}`}>
              <Reason reason={reason} isWhole={isWhole} isOneOfSeveral={reasons.length > 1} />
            </li>
          ))}
        </ol>
      )}
    </>
  );
}

type ReasonProps = { readonly reason: PlanningReason; readonly isWhole: boolean; readonly isOneOfSeveral: boolean };

function Reason({ reason: { headline, statements, count: n, isMinimal, ways, maybe }, isWhole, isOneOfSeveral }: ReasonProps) {
  const { t } = useWords();
  return (
    <>
      <b>{t(headline.key, headline.values)}</b>{' '}
      {maybe === undefined ? null : <span className={classes.note}>{t(maybe.key, maybe.values)}</span>}
      {n === 0 ? null : (
        <>
          <p className={classes.note}>{t(isMinimal ? 'plan.why.together' : 'plan.why.togetherNotMinimal', { n })}</p>
          <ul className={classes.statements}>
            {statements.map(({ sentence, at }) => (
              <Statement key={`${sentence.key} ${JSON.stringify(sentence.values)}`} sentence={sentence} at={at} />
            ))}
          </ul>
          {ways.length === 0 ? (
            <p className={classes.note}>{t('plan.way.none')}</p>
          ) : isWhole ? (
            <>
              <Ways heading={isOneOfSeveral ? 'plan.way.withPlanAndOthers' : 'plan.way.withPlan'} ways={ways.filter(isFound)} />
              <Ways heading="plan.way.withoutConflict" ways={ways.filter((way) => !isFound(way))} />
            </>
          ) : (
            <Ways heading="screen.planning.ways" ways={ways} />
          )}
        </>
      )}
    </>
  );
}

const isFound = ({ isPlanFound }: PlanningReason['ways'][number]): boolean => isPlanFound;

function Ways({ heading, ways }: { readonly heading: string; readonly ways: PlanningReason['ways'] }) {
  const { t } = useWords();
  if (ways.length === 0) return null;
  return (
    <>
      <p className={classes.way}>{t(heading, { n: ways.length })}</p>
      <ol className={classes.statements}>
        {ways.map(({ sentence, at, cost }) => (
          <Statement key={`${sentence.key} ${JSON.stringify(sentence.values)}`} sentence={sentence} at={at}>
            {' '}
            <span className={classes.cost}>{t('plan.way.cost', { cost })}</span>
          </Statement>
        ))}
      </ol>
    </>
  );
}

type StatementProps = Pick<PlanningReason['statements'][number], 'sentence' | 'at'> & { readonly children?: ReactNode };

function Statement({ sentence, at, children }: StatementProps) {
  const { t } = useWords();
  return (
    <li>
      {t(sentence.key, sentence.values)}
      {children} {at === null ? null : <code className={classes.place}>{`${at.file}:${at.line}`}</code>}
    </li>
  );
}
