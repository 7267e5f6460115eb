// THE SHELL: marking above and below, the header, what is being prepared, emergencies over everything, and the page of views that is chosen.
import { useEffect, useState } from 'react';
import { Clocks } from '../clock/clocks.tsx';
import { PlayControls } from '../clock/play-controls.tsx';
import { anyAuthor } from '../device/acting.ts';
import { useDeviceView } from '../device/device.tsx';
import { type PageName, pages, views } from '../views/registry.ts';
import { useWords } from '../words/words.tsx';
import { AlertBanner } from './alert-banner.tsx';
import { Header } from './header.tsx';
import { JobStrip } from './job-strip.tsx';
import { MarkingBar } from './marking-bar.tsx';
import { Panel } from './panel.tsx';
import classes from './shell.module.css';

export function Shell() {
  const device = useDeviceView();
  const { t, setZone } = useWords();
  const zone = device.exercise?.zone;
  useEffect(() => {
    if (zone !== undefined) setZone(zone);
  }, [zone, setZone]);

  const { reader, session, trouble } = device;
  useEffect(() => {
    // Who comes back to this address sees as the same reader.
    const address = new URL(location.href);
    if (reader === '' || address.searchParams.get('as') === reader) return;
    address.searchParams.set('as', reader);
    history.replaceState(null, '', address);
  }, [reader]);

  const offered = views.filter(({ isFor }) => isFor?.(device) ?? true);
  const shownPages = pages.filter((page) => offered.some((view) => view.page === page));
  const [chosen, choose] = useState<PageName>(pageInAddress);
  const page = shownPages.includes(chosen) ? chosen : (shownPages[0] ?? 'about');
  useEffect(() => {
    const onHash = () => choose(pageInAddress());
    addEventListener('hashchange', onHash);
    return () => removeEventListener('hashchange', onHash);
  }, []);

  return (
    <div className={classes.shell}>
      <a className={classes.skip} href="#views">
        {t('screen.skip')}
      </a>
      <MarkingBar edge="top" />
      <AlertBanner />
      <Header>
        <nav className={classes.tabs} aria-label={t('screen.pages')}>
          {shownPages.map((one) => (
            <a key={one} className={classes.tab} href={`#${one}`} aria-current={one === page ? 'page' : undefined}>
              {t(`screen.page.${one}`)}
            </a>
          ))}
        </nav>
      </Header>
      <div className={classes.timeBar}>
        <Clocks />
        <PlayControls />
      </div>
      <JobStrip />
      <main id="views" className={classes.views} data-page={page} tabIndex={-1}>
        {trouble === null ? null : (
          <p className={classes.trouble} role="status">
            {t(trouble.key, trouble.values)}
          </p>
        )}
        {session !== null && anyAuthor(session) === undefined ? (
          <p className={classes.trouble} role="status">
            {t('server.notAdmitted')} {t('server.maybeBeAdmitted')}
          </p>
        ) : null}
        {offered
          .filter((view) => view.page === page && (trouble === null || page === 'about'))
          .map(({ id, room, title, Component }) => (
            <Panel key={`${device.reader}/${id}`} id={id} room={room} title={t(title)}>
              <Component />
            </Panel>
          ))}
      </main>
      <MarkingBar edge="bottom" />
    </div>
  );
}

function pageInAddress(): PageName {
  const named = location.hash.slice(1);
  return pages.find((page) => page === named) ?? 'conduct';
}
