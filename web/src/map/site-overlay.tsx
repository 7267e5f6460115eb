// Sites and units over the map, whichever map it is: APP-6 symbols by party, the serial under way, and more when a site is opened.
import { CloseButton } from '@mantine/core';
import { useState } from 'react';
import type { Naming, Whereabouts } from '../../../src/conduct/index.ts';
import { useNaming } from '../device/device.tsx';
import { PartyChip, usePartyLooks } from '../parties/party-chip.tsx';
import { useSelection } from '../selection/selection.tsx';
import { useWords } from '../words/words.tsx';
import type { Project } from './base-map.tsx';
import classes from './map.module.css';
import type { Place, Way } from './places.ts';
import { siteSymbol, unitSymbol } from './symbols.ts';

const mostSymbols = 6;

type SiteOverlayProps = { readonly places: readonly Place[]; readonly ways: readonly Way[]; readonly project: Project };

export function SiteOverlay({ places, ways, project }: SiteOverlayProps) {
  const naming = useNaming();
  const { t } = useWords();
  const [open, setOpen] = useState<string | null>(null);
  if (naming === null) return null;
  return (
    <div className={classes.overlay}>
      {ways.map(({ from, to, minutes }) => {
        const { x, y } = project({ latitude: (from.latitude + to.latitude) / 2, longitude: (from.longitude + to.longitude) / 2 });
        return (
          <span
            key={`${from.latitude},${from.longitude},${to.latitude},${to.longitude}`}
            className={classes.minutes}
            style={{ transform: `translate(${x}px, ${y}px)` }}
          >
            {t('screen.minutes', { minutes })}
          </span>
        );
      })}
      {places.map((place) => {
        const { x, y } = project(place.position);
        return (
          <div key={place.site} className={classes.site} data-open={open === place.site} style={{ transform: `translate(${x}px, ${y}px)` }}>
            <SiteMark
              place={place}
              naming={naming}
              isOpen={open === place.site}
              onToggle={() => setOpen(open === place.site ? null : place.site)}
            />
            {open === place.site ? <SiteCard place={place} naming={naming} onClose={() => setOpen(null)} /> : null}
          </div>
        );
      })}
    </div>
  );
}

type SiteMarkProps = { readonly place: Place; readonly naming: Naming; readonly isOpen: boolean; readonly onToggle: () => void };

function SiteMark({ place, naming, isOpen, onToggle }: SiteMarkProps) {
  const { t } = useWords();
  const { serial: selected } = useSelection();
  const looks = usePartyLooks();
  const parties = [...new Set(place.units.map(({ party }) => party))].sort();
  const isSelected = place.serials.some(({ serial }) => serial === selected);
  const isStopped = place.serials.some(({ status }) => status === 'stopped');
  return (
    <button
      type="button"
      className={classes.mark}
      data-selected={isSelected}
      data-stopped={isStopped}
      aria-expanded={isOpen}
      aria-label={t('screen.map.site', {
        site: naming.site(place.site),
        units: place.units.length,
        serials: place.serials.map(({ serial }) => serial),
      })}
      onClick={onToggle}
    >
      <span className={classes.siteHead}>
        <img src={siteSymbol(16)} alt="" className={classes.siteSymbol} /> {naming.site(place.site)}
      </span>
      {parties.map((party) => (
        <span key={party} className={classes.partyRow} style={{ borderColor: looks.get(party)?.colour ?? 'var(--quiet)' }}>
          <PartyChip party={party} />
          {place.units
            .filter((unit) => unit.party === party)
            .slice(0, mostSymbols)
            .map(({ unit }) => (
              <img key={unit} src={unitSymbol(naming.exercise.units.byId.get(unit)?.symbol, 13)} alt="" className={classes.unitSymbol} />
            ))}
          <More count={place.units.filter((unit) => unit.party === party).length - mostSymbols} />
        </span>
      ))}
      {place.serials.length === 0 ? null : (
        <span className={classes.serials}>
          {place.serials.map(({ serial, status }) => (status === 'stopped' ? `■ ${serial}` : `▶ ${serial}`)).join('  ')}
        </span>
      )}
    </button>
  );
}

function More({ count }: { readonly count: number }) {
  return count > 0 ? <small>+{count}</small> : null;
}

function SiteCard({ place, naming, onClose }: { readonly place: Place; readonly naming: Naming; readonly onClose: () => void }) {
  const { t } = useWords();
  const { select } = useSelection();
  const site = naming.exercise.sites.byId.get(place.site);
  const bySerial = new Map<string | null, Whereabouts[]>();
  for (const one of place.units) bySerial.set(one.serial, [...(bySerial.get(one.serial) ?? []), one]);
  return (
    <div className={classes.card} role="dialog" aria-label={naming.site(place.site)}>
      <div className={classes.cardHead}>
        <strong>{naming.site(place.site)}</strong>
        <CloseButton size="sm" aria-label={t('screen.close')} onClick={onClose} />
      </div>
      {site?.telephone === undefined ? null : <p>{t('screen.map.telephone', { telephone: site.telephone })}</p>}
      {site?.medical?.evacuation === undefined ? null : <p>{t('screen.map.medical', { evacuation: site.medical.evacuation })}</p>}
      {[...bySerial].map(([serial, units]) => (
        <div key={serial ?? ''}>
          {serial === null ? (
            <p className={classes.cardPart}>{t('screen.map.atHome')}</p>
          ) : (
            <button type="button" className={classes.cardSerial} onClick={() => select(serial)}>
              {naming.serial(serial)}
            </button>
          )}
          <ul className={classes.cardUnits}>
            {units.map(({ unit, party }) => (
              <li key={unit}>
                <img src={unitSymbol(naming.exercise.units.byId.get(unit)?.symbol, 14)} alt="" /> {naming.unit(unit)}{' '}
                <PartyChip party={party} />
              </li>
            ))}
          </ul>
        </div>
      ))}
    </div>
  );
}
