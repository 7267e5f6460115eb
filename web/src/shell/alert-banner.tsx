// STOP and NO DUFF: fixed text over everything else, with the place, the channel and the number to call. Radio and telephone stay primary.
import { Button } from '@mantine/core';
import { alertsView, type ReadonlyConduct, resumeStillNeeds, type StandingAlert, systemAuthor } from '../../../src/conduct/index.ts';
import type { Exercise } from '../../../src/exercise/index.ts';
import { minuteOfMicros } from '../../../src/kernel/index.ts';
import { sayTime } from '../../../src/words/index.ts';
import { anyAuthor, mayActAs } from '../device/acting.ts';
import { useDevice, useDeviceView, useNaming } from '../device/device.tsx';
import { useWords } from '../words/words.tsx';
import classes from './alert-banner.module.css';

export function AlertBanner() {
  const { conduct, alertsAhead } = useDeviceView();
  if (conduct === null) return null;
  const alerts = alertsAhead ?? alertsView(conduct);
  if (alerts.length === 0) return null;
  const isEmergency = alerts.some(({ kind, isDrill }) => kind === 'noDuff' && !isDrill);
  return (
    <>
      {isEmergency ? <div className={classes.veil} aria-hidden="true" /> : null}
      <div className={classes.banner} data-testid="alerts">
        {alerts.map((alert) => (
          <Alert key={alert.id} alert={alert} conduct={conduct} />
        ))}
      </div>
    </>
  );
}

function Alert({ alert, conduct }: { readonly alert: StandingAlert; readonly conduct: ReadonlyConduct }) {
  const { session } = useDeviceView();
  const { t } = useWords();
  const naming = useNaming();
  if (naming === null) return null;
  const { exercise } = conduct;
  const look = alert.kind === 'stop' ? 'stop' : alert.isDrill ? 'drill' : 'noDuff';
  const place = alert.site === null ? t('screen.alert.noPlace') : naming.site(alert.site);
  const since = sayTime(minuteOfMicros(alert.since), exercise.zone);
  return (
    <section className={classes.alert} data-look={look} role="alert">
      <strong className={classes.sign}>{t(`screen.alert.${look}`)}</strong>
      <div className={classes.text}>
        <span className={classes.place}>{place}</span>
        <span>
          {alert.what === null ? t('screen.alert.stopText') : t('screen.alert.noDuffText', { kind: alert.what })}
          {alert.isEverywhere ? ` ${t('screen.alert.everywhere')}` : ''} {t('screen.alert.since', { time: since })}
          {alert.isWithdrawn ? ` ${t('screen.alert.withdrawn')}` : ''}
        </span>
        <span className={classes.reach}>
          {t('screen.alert.reach')} {alert.channel === null ? null : <b>{t('screen.alert.channel', { channel: alert.channel })}</b>}{' '}
          {alert.telephone === null ? null : <b>{t('screen.alert.telephone', { telephone: alert.telephone })}</b>}
        </span>
        {alert.serials.length === 0 ? null : <span>{t('screen.alert.serials', { serials: [...alert.serials] })}</span>}
      </div>
      {anyAuthor(session) !== undefined ? <Resuming alert={alert} conduct={conduct} exercise={exercise} /> : null}
    </section>
  );
}

/** The roles whose posts lift a STOP. */
const lifting: ReadonlySet<string> = new Set(['coDirector', 'chiefController', 'safetyOfficer']);

type ResumingProps = { readonly alert: StandingAlert; readonly conduct: ReadonlyConduct; readonly exercise: Exercise };

/** What whoever sits here may do about it: lifting a STOP, and the signatures that a NO DUFF still needs. */
function Resuming({ alert, conduct, exercise }: ResumingProps) {
  const device = useDevice();
  const { session } = useDeviceView();
  const { t } = useWords();
  if (alert.kind === 'stop') {
    const by =
      session?.director === true
        ? systemAuthor
        : exercise.posts.list.find(({ id, role }) => lifting.has(role) && mayActAs(session, id))?.id;
    if (by === undefined) return null;
    return (
      <Button variant="white" color="dark" onClick={() => void device.order({ type: 'LiftStop', by, order: { stop: alert.id } })}>
        {t('screen.alert.lift')}
      </Button>
    );
  }
  return (
    <div className={classes.resuming}>
      <span>{t('screen.alert.stillNeeded')}</span>
      {resumeStillNeeds(conduct, alert.id).map((needed) => {
        const [role = '', party] = needed.split(':');
        const signs = (post: Exercise['posts']['list'][number]) =>
          post.role === role &&
          (party === undefined || post.party === party) &&
          (role !== 'safetyOfficer' || alert.site === null || post.sites.length === 0 || post.sites.some((site) => site === alert.site));
        const signer = exercise.posts.list.find((post) => signs(post) && mayActAs(session, post.id));
        const name = `${t('product.role', { role })}${party === undefined ? '' : ` ${party}`}`;
        return (
          <Button
            key={needed}
            size="compact-sm"
            variant="white"
            color="dark"
            disabled={signer === undefined}
            onClick={() =>
              signer !== undefined && void device.order({ type: 'SignResume', by: signer.id, order: { alert: alert.id, role } })
            }
          >
            {t('screen.alert.signFor', { name })}
          </Button>
        );
      })}
    </div>
  );
}
