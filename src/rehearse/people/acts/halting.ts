/** STOP now and then, a NO DUFF drill, and calls on the medical assets that no serial planned. Who must sign for going on signs, then controllers resume. */
import type { SerialPart } from '../../stage/serial-parts.ts';
import { type Company, micros, type Reactions } from '../company.ts';
import type { Serials } from './serials.ts';

/** Real calls on a medical asset in a day, and how long one takes: assumed. */
const callsADay = 0.25;
const callMinutes = { median: 70, sigma: 0.4 } as const;
const lengthOfStopMinutes = { least: 5, mode: 12, most: 35 } as const;
/** Of the stops a document assumes, so many turn into a NO DUFF drill instead. */
const drillShare = 0.34;

export function haltingAct(company: Company, serials: Serials): Reactions {
  const { stage, agenda, world } = company;
  const { everyone } = stage.routes;
  const stopped = new Set<string>();
  const standingFor = new Map<string, () => void>();

  const medical = stage.exercise.pools.list.filter(({ kind }) => kind === 'medical');
  for (const pool of medical) {
    const random = company.chance(`calls/${pool.id}`);
    const dayMicros = micros(24 * 60);
    for (
      let at = stage.startex + random.exponential(dayMicros / callsADay);
      at < stage.endex;
      at += random.exponential(dayMicros / callsADay)
    ) {
      const takes = micros(random.lognormal(callMinutes.median, callMinutes.sigma));
      agenda.at(Math.round(at), () => callOut(pool.id, takes));
    }
  }

  // A real call takes a free unit; where a serial holds the only one, its site stops until the unit is back.
  const callOut = (pool: string, takes: number): void => {
    const holder = world.hasFree(pool) ? undefined : world.holderOf(pool);
    const site = holder?.booking.site ?? null;
    if (holder === undefined || site === null || holder.safety < 0) {
      world.errand(pool, takes, () => {});
      return;
    }
    const stop = `${pool}.${Math.round(agenda.now / micros(1))}`;
    standingFor.set(stop, () => company.order(holder.safety, 'LiftStop', { stop }));
    company.order(holder.safety, 'CallStop', { stop, site });
    company.record.serialWaited(holder.id, `pool:${pool}`, takes);
    company.record.wait(stage.resources.find(({ id }) => id === `pool:${pool}`)?.index ?? 0, agenda.now, takes);
    agenda.at(agenda.now + takes, () => standingFor.get(stop)?.());
  };

  const callStop = (part: SerialPart): void => {
    const { site } = part.booking;
    if (site === null || part.safety < 0) return;
    const stop = `${part.id}.stop`;
    const random = company.chance(stop, 'length');
    standingFor.set(stop, () => {
      const { least, mode, most } = lengthOfStopMinutes;
      company.work(part.safety, random.triangular(least, mode, most), () => company.order(part.safety, 'LiftStop', { stop }), part.index);
    });
    company.order(part.safety, 'CallStop', { stop, site });
    standingFor.get(stop)?.();
  };

  const raiseDrill = (part: SerialPart): void => {
    if (part.booking.site === null || part.safety < 0) return;
    company.order(part.safety, 'RaiseNoDuff', { alert: `${part.id}.drill`, site: part.booking.site, kind: 'casualty', drill: true });
  };

  const isRunning = (post: number, serial: string) =>
    company.knows(post, stage.routes.ofSerial(serial))?.running.serials.get(serial)?.status === 'running';

  const resumeStopped = (): void => {
    for (const serial of [...stopped]) {
      const part = stage.serialOf.get(serial);
      if (part === undefined) continue;
      company.work(
        part.controller,
        2,
        () => {
          if (stopped.has(serial)) company.order(part.controller, 'ResumeSerial', { serial });
        },
        part.index,
      );
    }
  };

  return {
    SerialStarted: ({ serial }, { stream }) => {
      const part = stage.serialOf.get(serial);
      if (part === undefined || part.booking.site === null || !company.hears(part.safety, stream)) return;
      if (company.draw('stop', stage.posts[part.safety], serial, part.kinds) !== 1) return;
      const random = company.chance(serial, 'stopAt');
      const at = agenda.now + Math.round((part.end - part.start) * random.between(0.3, 0.85));
      const isDrill = random.uniform() < drillShare;
      agenda.at(at, () => {
        if (!isRunning(part.safety, serial)) return;
        if (isDrill) raiseDrill(part);
        else callStop(part);
      });
    },
    SerialStopped: ({ serial }) => {
      stopped.add(serial);
    },
    SerialResumed: ({ serial }) => {
      stopped.delete(serial);
    },
    SerialCurtailed: ({ serial }) => {
      stopped.delete(serial);
    },
    StopLifted: resumeStopped,
    NoDuffResumed: resumeStopped,
    NoDuffRaised: ({ alert, site, serials: halted }) => {
      const there = new Set(halted.flatMap((serial) => stage.serialOf.get(serial)?.parties ?? []));
      for (const post of stage.posts) {
        const role = post.role;
        const isSafety =
          role === 'safetyOfficer' &&
          (post.index === stage.serialOf.get(halted[0] ?? '')?.safety ||
            (halted.length === 0 && post.post.sites.some((one) => one === site)));
        const isNation = role === 'seniorNationalRepresentative' && post.party !== undefined && there.has(post.party);
        if (!(isSafety || isNation || role === 'coDirector') || !company.hears(post.index, everyone)) continue;
        const minutes = company.draw('decideMinutes', post, `${alert}/${post.id}`, stage.lookups.kindsOf('resume'));
        company.work(post.index, minutes, () => company.order(post.index, 'SignResume', { alert, role: role as 'coDirector' }));
      }
      for (const post of stage.posts) {
        if (post.role !== 'medicalCoordinator' || post.party === undefined || !there.has(post.party)) continue;
        const { party } = post;
        company.work(post.index, 5, () => company.order(post.index, 'RecordNoDuffDetails', { alert, party, text: 'DRILL' }));
      }
    },
    ClockResumed: () => {
      for (const { id } of stage.serials) serials.retry(id);
    },
  };
}
