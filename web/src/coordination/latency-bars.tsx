// Where the time of a request across parties goes: decide, translate, release review, deliver – medians side by side.
import type { LatencySplit, Spread } from '../../../src/assess/index.ts';
import { useWords } from '../words/words.tsx';
import classes from './coordination.module.css';

const parts = ['translate', 'review', 'deliver', 'decide'] as const;

export function LatencyBars({ requests }: { readonly requests: LatencySplit }) {
  const { t } = useWords();
  const longest = Math.max(1, ...parts.map((part) => requests[part].q3 ?? requests[part].median ?? 0));
  const total = parts.reduce((sum, part) => sum + (requests[part].median ?? 0), 0);
  if (requests.whole.n + requests.whole.censored === 0) {
    return (
      <div className={classes.latency}>
        <h3>{t('screen.coordination.whereTime')}</h3>
        <p className={classes.quiet}>{t('screen.coordination.noRequests')}</p>
      </div>
    );
  }
  return (
    <div className={classes.latency}>
      <h3>{t('screen.coordination.whereTime')}</h3>
      <div className={classes.stack} aria-hidden="true">
        {parts.map((part) => (
          <span key={part} data-part={part} style={{ flexGrow: total === 0 ? 1 : (requests[part].median ?? 0) / total }} />
        ))}
      </div>
      <table className={classes.table}>
        <tbody>
          {parts.map((part) => (
            <tr key={part}>
              <th scope="row">
                <span className={classes.key} data-part={part} aria-hidden="true" /> {t(`screen.latency.${part}`)}
              </th>
              <td>
                <SpreadBar spread={requests[part]} longest={longest} />
              </td>
              <td className={classes.number}>{minutesOf(requests[part], t)}</td>
            </tr>
          ))}
          <tr className={classes.whole}>
            <th scope="row">{t('screen.latency.whole')}</th>
            <td className={classes.quiet}>{t('screen.coordination.nOpen', { n: requests.whole.n, open: requests.whole.censored })}</td>
            <td className={classes.number}>{minutesOf(requests.whole, t)}</td>
          </tr>
        </tbody>
      </table>
    </div>
  );
}

function minutesOf({ median }: Spread, t: ReturnType<typeof useWords>['t']): string {
  return median === null ? '–' : t('screen.minutes', { minutes: Math.round(median / 6) / 10 });
}

/** The middle half as a bar, the median as a mark. */
function SpreadBar({ spread: { q1, median, q3 }, longest }: { readonly spread: Spread; readonly longest: number }) {
  if (median === null) return null;
  const [low, high] = [q1 ?? median, q3 ?? median];
  return (
    <div className={classes.spread} aria-hidden="true">
      <span className={classes.half} style={{ left: `${(low / longest) * 100}%`, width: `${((high - low) / longest) * 100}%` }} />
      <span className={classes.median} style={{ left: `${(median / longest) * 100}%` }} />
    </div>
  );
}
