// A share with how many of how many and its interval: never a per cent alone.
import type { Share } from '../../../src/assess/index.ts';
import { useWords } from '../words/words.tsx';
import classes from './coordination.module.css';

export function ShareBar({ share: { hits, of, low, high } }: { readonly share: Share }) {
  const { t } = useWords();
  if (of === 0) return <span className={classes.quiet}>{t('screen.coordination.none')}</span>;
  const share = hits / of;
  return (
    <div className={classes.share}>
      <div className={classes.track} aria-hidden="true">
        <span className={classes.fill} style={{ width: `${share * 100}%` }} />
        {low === null || high === null ? null : (
          <span className={classes.interval} style={{ left: `${low * 100}%`, width: `${(high - low) * 100}%` }} />
        )}
      </div>
      <span className={classes.number}>
        {t('screen.share', { share })} <small>{t('screen.coordination.ofN', { hits, of })}</small>
      </span>
    </div>
  );
}
