// A party's letters on its colour and pattern.
import { useMemo } from 'react';
import { useDeviceView } from '../device/device.tsx';
import { useWords } from '../words/words.tsx';
import classes from './party-chip.module.css';
import { type PartyLook, partyLooks } from './party-look.ts';

const noLooks: ReadonlyMap<string, PartyLook> = new Map();

export function usePartyLooks(): ReadonlyMap<string, PartyLook> {
  const { exercise } = useDeviceView();
  const { language } = useWords();
  return useMemo(() => (exercise === null ? noLooks : partyLooks(exercise, language)), [exercise, language]);
}

export function PartyChip({ party, leads = false }: { readonly party: string; readonly leads?: boolean }) {
  const look = usePartyLooks().get(party);
  const { t } = useWords();
  return (
    <span className={classes.chip} data-pattern={look?.pattern ?? 'plain'} style={{ backgroundColor: look?.colour ?? 'var(--quiet)' }}>
      {look?.letters ?? party}
      {leads ? (
        <span role="img" aria-label={t('screen.timeline.leads')}>
          {' ★'}
        </span>
      ) : null}
    </span>
  );
}
