// Sites and units over the map, whichever map it is: APP-6 symbols by party, the serial under way, and more when a site is opened.
import { CloseButton } from '@mantine/core';
import { useLayoutEffect, useRef, useState } from 'react';
import type { Naming, Whereabouts } from '../../../src/conduct/index.ts';
import { useNaming } from '../device/device.tsx';
import { PartyChip, usePartyLooks } from '../parties/party-chip.tsx';
import { useSelection } from '../selection/selection.tsx';
import { useWords } from '../words/words.tsx';
import { apart } from './apart.ts';
import type { Project } from './base-map.tsx';
import classes from './map.module.css';
import type { Place, Way } from './places.ts';
import { siteSymbol, unitSymbol } from './symbols.ts';

const mostSymbols = 6;
/** One size for all: a symbol takes long to make, and the style sheet makes it larger or smaller. */
const symbolSize = 14;

type SiteOverlayProps = { readonly places: readonly Place[]; readonly ways: readonly Way[]; readonly project: Project };

export function SiteOverlay({ places, ways, project }: SiteOverlayProps) {
  const naming = useNaming();
  const { t } = useWords();
  const [open, setOpen] = useState<string | null>(null);
  const overlay = useRef<HTMLDivElement>(null);
  const [sizes, setSizes] = useState<readonly Size[]>([]);
  useLayoutEffect(() => {
    // What is written on a mark decides how large it is; so it is measured as it stands.
    const element = overlay.current;
    if (element === null) return;
    const marks = [...element.querySelectorAll<HTMLElement>(`.${classes.mark}`)];
    const measured = [element, ...marks].map(({ offsetWidth: width, offsetHeight: height }) => ({ width, height }));
    const isSame =
      measured.length === sizes.length &&
      measured.every(({ width, height }, at) => sizes[at]?.width === width && sizes[at]?.height === height);
    if (!isSame) setSizes(measured);
  });
  if (naming === null) return null;
  const [frame = { width: 0, height: 0 }, ...marks] = sizes;
  const anchors = places.map(({ position }) => project(position));
  const middles = apart(
    anchors.map(({ x, y }, index) => ({ x, y, ...(marks[index] ?? { width: 120, height: 40 }) })),
    frame,
  );
  return (
    <div className={classes.overlay} ref={overlay}>
      <svg className={classes.leaders} aria-hidden="true">
        {anchors.map(({ x, y }, index) => (
          <g key={places[index]?.site}>
            <line x1={x} y1={y} x2={middles[index]?.x ?? x} y2={middles[index]?.y ?? y} />
            <circle cx={x} cy={y} r="4" />
          </g>
        ))}
      </svg>
      {ways.map(({ from, to, minutes }) => {
        const { x, y } = project({ latitude: (from.latitude + to.latitude) / 2, longitude: (from.longitude + to.longitude) / 2 });
        const key = `${from.latitude},${from.longitude},${to.latitude},${to.longitude}`;
        return (
          <span key={key} className={classes.minutes} style={{ transform: `translate(${x}px, ${y}px)` }}>
            {t('screen.minutes', { minutes })}
          </span>
        );
      })}
      {places.map((place, index) => {
        const { x, y } = middles[index] ?? { x: 0, y: 0 };
        const isOpen = open === place.site;
        return (
          <div key={place.site} className={classes.site} data-open={isOpen} style={{ transform: `translate(${x}px, ${y}px)` }}>
            <SiteMark place={place} naming={naming} isOpen={isOpen} onToggle={() => setOpen(isOpen ? null : place.site)} />
          </div>
        );
      })}
      {places
        .filter(({ site }) => site === open)
        .map((place) => (
          <SiteCard key={place.site} place={place} naming={naming} onClose={() => setOpen(null)} />
        ))}
    </div>
  );
}

type Size = { readonly width: number; readonly height: number };

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
              <img
                key={unit}
                src={unitSymbol(naming.exercise.units.byId.get(unit)?.symbol, symbolSize)}
                alt=""
                className={classes.unitSymbol}
              />
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
                <img src={unitSymbol(naming.exercise.units.byId.get(unit)?.symbol, symbolSize)} alt="" /> {naming.unit(unit)}{' '}
                <PartyChip party={party} />
              </li>
            ))}
          </ul>
        </div>
      ))}
    </div>
  );
}
