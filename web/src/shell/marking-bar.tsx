// The exercise marking and the label of what is on the screen: the join of everything this reader was sent.
import { useMemo } from 'react';
import { type ClassKey, compareClassifications, isBlocked, join, type Label, marking, readClassKey } from '../../../src/release/index.ts';
import { useDeviceView } from '../device/device.tsx';
import { useWords } from '../words/words.tsx';
import classes from './marking-bar.module.css';

export function MarkingBar({ edge }: { readonly edge: 'top' | 'bottom' }) {
  const { exercise, conduct } = useDeviceView();
  const { t, language } = useWords();
  const streams = conduct?.slices.size ?? 0;
  // Slices are only ever added, so that their number tells when.
  const text = useMemo(() => {
    const sign = t('exercise.marking');
    if (exercise === null) return sign;
    const keys = new Set<ClassKey>([...exercise.portions.map(({ classKey }) => classKey), ...(conduct?.slices.keys() ?? [])]);
    const labels = [...keys].map((key): Label => readClassKey(key).label);
    const { scale, equivalents } = exercise.policy;
    const joined = join(labels, scale);
    if (isBlocked(joined)) {
      const highest = labels.map(({ classification }) => classification).sort((a, b) => compareClassifications(b, a, scale))[0] ?? '';
      const parted = t('screen.marking.parted', { classification: highest });
      return edge === 'top' ? `${sign} — ${parted}` : `${parted} — ${sign}`;
    }
    const { opening, closing } = marking(joined, scale, equivalents, language, sign);
    return edge === 'top' ? opening : closing;
  }, [exercise, conduct, streams, language, edge, t]);
  return (
    <div className={classes.bar} data-edge={edge} data-testid={`marking-${edge}`}>
      {text}
    </div>
  );
}
