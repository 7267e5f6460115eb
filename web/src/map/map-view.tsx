// Where it happens: sites, and units at the site of the serial they are in at the instant the page looks at.
import { useComputedColorScheme } from '@mantine/core';
import { useEffect, useMemo, useState } from 'react';
import { useShownMinute } from '../clock/use-clock.tsx';
import { useDeviceView, useNaming, useSchedule } from '../device/device.tsx';
import { useWords } from '../words/words.tsx';
import BaseMap, { type Project } from './base-map.tsx';
import { type Land, loadLand } from './land.ts';
import classes from './map.module.css';
import { mapColours } from './map-colours.ts';
import { boundsOf, placesAt, waysOf } from './places.ts';
import { SimpleMap } from './simple-map.tsx';
import { SiteOverlay } from './site-overlay.tsx';

function canDrawMaps(): boolean {
  return document.createElement('canvas').getContext('webgl2') !== null;
}

const noLand: Land = { polygons: [], borders: [] };

export default function MapView() {
  const { exercise } = useDeviceView();
  const scheduled = useSchedule();
  const naming = useNaming();
  const minute = useShownMinute();
  const { t, language } = useWords();
  const scheme = useComputedColorScheme('light');
  const [land, setLand] = useState<Land | null>(null);
  const [isSimple, setSimple] = useState(() => !canDrawMaps());
  const [project, setProject] = useState<Project | null>(null);
  useEffect(() => {
    let isHere = true;
    loadLand().then(
      (loaded) => isHere && setLand(loaded),
      () => isHere && setLand(noLand),
    );
    return () => {
      isHere = false;
    };
  }, []);
  // The style sheet's values change with the scheme.
  const colours = useMemo(mapColours, [scheme]);
  const ways = useMemo(() => (exercise === null ? [] : waysOf(exercise)), [exercise]);
  const bounds = useMemo(() => (exercise === null ? null : boundsOf(exercise)), [exercise]);
  const places = useMemo(
    () => (exercise === null || minute === null ? [] : placesAt(exercise, scheduled, minute)),
    [exercise, scheduled, minute],
  );
  if (naming === null || bounds === null) return null;
  return (
    <div className={classes.frame} data-simple={isSimple}>
      {isSimple || land === null ? (
        <SimpleMap land={land} ways={ways} bounds={bounds} title={t('screen.map.title')} onMoved={(moved) => setProject(() => moved)} />
      ) : (
        <BaseMap
          key={language}
          land={land}
          ways={ways}
          bounds={bounds}
          colours={colours}
          names={{ title: t('screen.map.title'), zoomIn: t('screen.timeline.zoomIn'), zoomOut: t('screen.timeline.zoomOut') }}
          onMoved={(moved) => (moved === null ? setSimple(true) : setProject(() => moved))}
        />
      )}
      {project === null ? null : <SiteOverlay places={places} ways={ways} project={project} />}
      <p className={classes.note}>{t('screen.map.note')}</p>
    </div>
  );
}
