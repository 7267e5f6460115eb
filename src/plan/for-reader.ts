// What a reader sees of a plan: the bookings of the serials the reader reads, and in them who and what the reader reads. Values, certificate
// and what is unmet are EXCON's.
import { classOf, type Exercise, itemsReadableBy } from '../exercise/index.ts';
import { type Class, type ClassKey, classKey, gateFor, type Reader } from '../release/index.ts';
import type { Booking, Plan } from './plan.ts';

/** The class of a booking: its serial's, which is that of the serial's widest portion; undefined where nothing stands of the serial. */
export function classOfBooking(exercise: Exercise, booking: Booking): ClassKey | undefined {
  return classOf(exercise, 'serials', booking.serial);
}

/** The class of values, certificate and unmet requirements: EXCON's, at the classification of its folder. */
function classOfCertificate({ policy, setting }: Exercise): ClassKey {
  const ofExcon: Class = {
    label: { classification: policy.folders.excon, releasableTo: setting.participating, caveats: [] },
    audience: { kind: 'excon' },
  };
  return classKey(ofExcon);
}

/** Whether a reader reads values, certificate and what is unmet, and how a search for a plan goes. */
export function readsCertificate(exercise: Exercise, reader: Reader): boolean {
  return gateFor(reader, exercise.policy.scale)(classOfCertificate(exercise));
}

/**
 * The plan as a reader may read it. `exercise` may be the whole document or the reader's own, with the same result: a serial, unit, post,
 * site, demand or requirement of which the reader reads no portion is left out either way. Seed and budget say nothing of anybody and stay.
 */
export function planForReader(exercise: Exercise, plan: Plan, reader: Reader): Plan {
  if (reader.kind === 'all') return plan;
  const [serials, units, posts, sites, demands, requirements] = (
    ['serials', 'units', 'posts', 'sites', 'supportDemands', 'requirements'] as const
  ).map((collection) => new Set(itemsReadableBy(exercise, reader, collection)));
  const reads = (items: ReadonlySet<string> | undefined, id: string | null): id is string => id !== null && (items?.has(id) ?? false);
  const isCertified = readsCertificate(exercise, reader);
  return {
    ...plan,
    objectives: isCertified ? plan.objectives : [],
    bookings: plan.bookings
      .filter((booking) => reads(serials, booking.serial))
      .map((booking) => ({
        ...booking,
        site: reads(sites, booking.site) ? booking.site : null,
        team: booking.team.filter((unit) => reads(units, unit)),
        lead: reads(units, booking.lead) ? booking.lead : null,
        support: booking.support.filter(({ demand, by }) => reads(posts, by) && reads(demands, demand.split('/')[0] ?? '')),
      })),
    unmet: isCertified ? plan.unmet.filter(({ requirement }) => reads(requirements, requirement)) : [],
  };
}
