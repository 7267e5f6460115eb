// How one objective improved over the tries of the search, beside the bound that no plan passes: a line of steps and a dashed line.
import type { PlanningPoint } from '../../../src/protocol/index.ts';
import { useWords } from '../words/words.tsx';
import classes from './plan.module.css';

const width = 220;
const height = 44;
const margin = 3;

export function SearchCurve({ objective, points }: { readonly objective: string; readonly points: readonly PlanningPoint[] }) {
  const { t } = useWords();
  const reached = points.flatMap(({ tries, values }) => {
    const found = values.find(({ id }) => id === objective);
    return found === undefined ? [] : [{ tries, value: found.value }];
  });
  const [first, last] = [reached[0], reached.at(-1)];
  if (first === undefined || last === undefined || reached.length < 2) return null;
  const bound = points.at(-1)?.values.find(({ id }) => id === objective)?.bound ?? null;
  const heights = [...reached.map(({ value }) => value), ...(bound === null ? [] : [bound])];
  const [low, high] = [Math.min(...heights), Math.max(...heights)];
  const x = (tries: number) => margin + ((tries - first.tries) / Math.max(1, last.tries - first.tries)) * (width - 2 * margin);
  const y = (value: number) => height - margin - ((value - low) / Math.max(1e-9, high - low)) * (height - 2 * margin);
  const line = reached.map(({ tries, value }, index) => (index === 0 ? `M${x(tries)} ${y(value)}` : `H${x(tries)}V${y(value)}`)).join('');
  return (
    <svg
      className={classes.curve}
      viewBox={`0 0 ${width} ${height}`}
      preserveAspectRatio="xMinYMid meet"
      role="img"
      aria-label={t('screen.planning.curve', { from: rounded(first.value), to: rounded(last.value), tries: last.tries })}
    >
      {bound === null ? null : <line x1={margin} x2={width - margin} y1={y(bound)} y2={y(bound)} data-line="bound" />}
      <path d={line} data-line="value" />
      <circle cx={x(last.tries)} cy={y(last.value)} r={2.5} />
    </svg>
  );
}

const rounded = (value: number): number => Math.round(value * 100) / 100;
