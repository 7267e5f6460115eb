/** What stands still and why: every STOP not lifted and every NO DUFF not resumed, in fixed, non-personal terms. */
import type { Exercise } from '../../exercise/index.ts';
import type { MicroInstant } from '../../kernel/index.ts';
import type { ReadonlyConduct } from '../conduct.ts';
import type { AlertFacts } from '../state/safety.ts';

export type StandingAlert = {
  readonly id: string;
  readonly kind: 'noDuff' | 'stop';
  readonly since: MicroInstant;
  readonly site: string | null;
  readonly serials: readonly string[];
  /** Of a NO DUFF only. */
  readonly what: AlertFacts['kind'];
  readonly isDrill: boolean;
  readonly isEverywhere: boolean;
  readonly isWithdrawn: boolean;
  /** Radio and telephone stay primary. */
  readonly channel: string | null;
  readonly telephone: string | null;
};

/** The number to call about a place: its own, else the exercise's. */
export function emergencyTelephone({ sites, setting }: Exercise, site: string | null): string | null {
  return (site === null ? undefined : sites.byId.get(site)?.telephone) ?? setting.emergency?.telephone ?? null;
}

/** Emergencies before stops, drills after real ones, the latest first. */
export function alertsView({ exercise, slices }: ReadonlyConduct): readonly StandingAlert[] {
  const { emergency } = exercise.setting;
  const telephoneAt = (site: string | null) => emergencyTelephone(exercise, site);
  const standing: StandingAlert[] = [];
  for (const { safety } of slices.values()) {
    for (const id of safety.standingAlerts) {
      const facts = safety.alerts.get(id);
      if (facts === undefined) continue;
      standing.push({
        id,
        kind: 'noDuff',
        since: facts.raisedAt,
        site: facts.site,
        serials: [...facts.serials],
        what: facts.kind,
        isDrill: facts.raised?.drill ?? false,
        isEverywhere: facts.everywhere,
        isWithdrawn: facts.withdrawnAt !== null,
        channel: facts.raised?.channel ?? emergency?.channel ?? null,
        telephone: telephoneAt(facts.site),
      });
    }
    for (const id of safety.standingStops) {
      const facts = safety.stops.get(id);
      if (facts === undefined) continue;
      const site = facts.called?.site ?? null;
      standing.push({
        id,
        kind: 'stop',
        since: facts.calledAt,
        site,
        serials: facts.called?.serials ?? [],
        what: null,
        isDrill: false,
        isEverywhere: false,
        isWithdrawn: false,
        channel: emergency?.channel ?? null,
        telephone: telephoneAt(site),
      });
    }
  }
  const weight = ({ kind, isDrill }: StandingAlert) => (kind === 'stop' ? 1 : isDrill ? 2 : 0);
  return standing.sort((a, b) => weight(a) - weight(b) || b.since - a.since);
}
