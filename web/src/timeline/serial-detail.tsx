// One serial closely: when and where, who, who supports, its go/no-go list, its injects as far as this reader reads them.
import { CloseButton } from '@mantine/core';
import type { ReactNode } from 'react';
import { type GoNoGoLine, type ScheduledSerial, serialView } from '../../../src/conduct/index.ts';
import { minuteOfMicros } from '../../../src/kernel/index.ts';
import { saySerialTime, sayTime } from '../../../src/words/index.ts';
import { useDeviceView, useNaming } from '../device/device.tsx';
import { PartyChip } from '../parties/party-chip.tsx';
import { useSelection } from '../selection/selection.tsx';
import { useWords } from '../words/words.tsx';
import classes from './timeline.module.css';

export function SerialDetail({ scheduled }: { readonly scheduled: ScheduledSerial }) {
  const { conduct } = useDeviceView();
  const naming = useNaming();
  const { t, language } = useWords();
  const { select } = useSelection();
  if (conduct === null || naming === null) return null;
  const { exercise } = conduct;
  const view = serialView(conduct, scheduled);
  const { startedAt, endedAt, lead, team, attending, site } = scheduled;
  const time = (micros: NonNullable<typeof startedAt>) => sayTime(minuteOfMicros(micros), exercise.zone);
  return (
    <div className={classes.detail} data-testid="serial-detail">
      <div className={classes.detailHead}>
        <h3 className={classes.detailName}>{naming.serial(scheduled.serial)}</h3>
        {scheduled.parties.map((party) => (
          <PartyChip key={party} party={party} leads={party === scheduled.leadParty} />
        ))}
        <span className={classes.space ?? ''} />
        <CloseButton aria-label={t('screen.close')} onClick={() => select(null)} />
      </div>
      <Part title={t('screen.detail.whenWhere')}>
        <li>{saySerialTime(scheduled.start, scheduled.end, exercise.zone, language)}</li>
        <li>{site === null ? '–' : naming.site(site)}</li>
        <li>
          {t('product.serialKind', { kind: scheduled.kind })} · {t('product.serialStatus', { status: scheduled.status })}
        </li>
        {startedAt === null ? null : (
          <li>
            {endedAt === null
              ? t('screen.detail.began', { from: time(startedAt) })
              : t('screen.detail.lasted', { from: time(startedAt), to: time(endedAt) })}
          </li>
        )}
      </Part>
      {team.length + attending.length + view.tasks.length === 0 ? null : (
        <Part title={t('screen.detail.team')}>
          {team.map((unit) => (
            <li key={unit}>
              {unit === lead ? '★ ' : ''}
              {naming.unit(unit)}
            </li>
          ))}
          {attending.length === 0 ? null : <li>{t('screen.detail.attending', { n: attending.length })}</li>}
          {view.tasks.length === 0 ? null : <li className={classes.open}>{view.tasks.map(naming.task).join(' · ')}</li>}
        </Part>
      )}
      {view.goNoGo.length === 0 ? null : (
        <Part title={t('screen.detail.goNoGo')}>
          {view.goNoGo.map((line) => (
            <GoNoGo key={`${line.item}/${line.party ?? ''}`} line={line} />
          ))}
        </Part>
      )}
      {view.supportBy.length === 0 ? null : (
        <Part title={t('screen.detail.support')}>
          {view.supportBy.map(({ post }) => (
            <li key={post}>{naming.post(post)}</li>
          ))}
        </Part>
      )}
      {view.injects.length === 0 ? null : (
        <Part title={t('screen.detail.injects')}>
          {view.injects.map(({ inject, status }) => (
            <li key={inject}>
              {naming.inject(inject)} – {t('product.injectStatus', { status })}
            </li>
          ))}
        </Part>
      )}
    </div>
  );
}

function Part({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <div className={classes.detailPart}>
      <h4>{title}</h4>
      <ul>{children}</ul>
    </div>
  );
}

function GoNoGo({ line: { item, party, go } }: { readonly line: GoNoGoLine }) {
  const { t } = useWords();
  const name = item === 'party' && party !== null ? party : t('product.goNoGoItem', { item });
  return (
    <li className={go === null ? classes.open : go ? classes.go : classes.noGo}>
      {go === null ? '○' : go ? '✓' : '✕'} {name} {go === null ? '' : t(go ? 'screen.detail.go' : 'screen.detail.noGo')}
    </li>
  );
}
