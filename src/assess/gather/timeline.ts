/**
 * What a person would tell of the exercise, in order: clock, plan, serials, contingents, safety, injects, findings, consent, releases. Messages,
 * contacts, signatures, observations and positions are counted elsewhere and not told one by one.
 */

import type { LoggedEvent } from '../../conduct/index.ts';
import type { Exercise } from '../../exercise/index.ts';
import type { TimelineEntry } from '../assessment.ts';
import type { EventMarks } from '../event-marks.ts';
import type { Takers } from '../taking.ts';

export const timelineKinds = ['clock', 'plan', 'serial', 'contingent', 'safety', 'inject', 'finding', 'consent', 'release'] as const;
export type TimelineKind = (typeof timelineKinds)[number];

export type GatheredTimeline = {
  readonly takers: Takers;
  /** The entries; what a recipient got is left out where the reader also reads its release. */
  readonly entries: (injectOf: ReadonlyMap<string, string>) => readonly TimelineEntry[];
};

type Values = TimelineEntry['values'];

const nothing: Values = {};
const microsPerMinute = 60_000_000;

export function gatherTimeline(exercise: Exercise, marks: EventMarks): GatheredTimeline {
  const entries: TimelineEntry[] = [];
  const received = new Map<TimelineEntry, string>();
  const titles = new Map<string, string>();
  const asked = new Map<string, { readonly on: string; readonly subject: string }>();
  const sites = new Map<string, string>();
  const tell = (kind: TimelineKind, what: string, logged: LoggedEvent, values: Values = nothing) => {
    const entry = {
      at: logged.time,
      exerciseAt: logged.exerciseTime,
      kind,
      key: `assess.timeline.${what}`,
      values,
      event: marks.idOf(marks.of(logged)),
    };
    entries.push(entry);
    return entry;
  };
  const titleOf = (finding: string): string => titles.get(finding) ?? finding;
  const numberOf = (inject: string): string => exercise.injects.byId.get(inject)?.number ?? inject;
  return {
    entries: (injectOf) => (received.size === 0 ? entries : entries.filter((entry) => !injectOf.has(received.get(entry) ?? ''))),
    takers: {
      StartexDeclared: (_, logged) => void tell('clock', 'startex', logged),
      EndexDeclared: (_, logged) => void tell('clock', 'endex', logged),
      ClockPaused: ({ reason }, logged) => void tell('clock', 'paused', logged, { reason }),
      ClockResumed: (_, logged) => void tell('clock', 'resumed', logged),
      ClockJumped: ({ to, reason }, logged) => void tell('clock', 'jumped', logged, { to: Math.floor(to / microsPerMinute), reason }),
      ClockSpeedSet: ({ speed }, logged) => void tell('clock', 'speedSet', logged, { speed }),
      AnchorSet: ({ anchor, at, reason }, logged) => void tell('clock', 'anchorSet', logged, { anchor, at, reason }),

      PlanAdopted: (_, logged) => void tell('plan', 'planAdopted', logged),
      BookingChanged: ({ booking, reason }, logged) => void tell('plan', 'bookingChanged', logged, { serial: booking.serial, reason }),

      SerialStarted: ({ serial }, logged) => void tell('serial', 'serialStarted', logged, { serial }),
      SerialStopped: ({ serial }, logged) => void tell('serial', 'serialStopped', logged, { serial }),
      SerialResumed: ({ serial }, logged) => void tell('serial', 'serialResumed', logged, { serial }),
      SerialDone: ({ serial }, logged) => void tell('serial', 'serialDone', logged, { serial }),
      SerialCurtailed: ({ serial, reason }, logged) => void tell('serial', 'serialCurtailed', logged, { serial, reason }),
      SerialCancelled: ({ serial, reason }, logged) => void tell('serial', 'serialCancelled', logged, { serial, reason }),

      ContingentArrived: ({ contingent, strength }, logged) =>
        void tell('contingent', 'contingentArrived', logged, { contingent, strength }),
      ContingentReady: ({ contingent }, logged) => void tell('contingent', 'contingentReady', logged, { contingent }),
      ContingentDeparted: ({ contingent }, logged) => void tell('contingent', 'contingentDeparted', logged, { contingent }),

      StopCalled: ({ stop, site }, logged) => {
        sites.set(stop, site);
        tell('safety', 'stopCalled', logged, { site });
      },
      StopLifted: ({ stop }, logged) => void tell('safety', 'stopLifted', logged, { site: sites.get(stop) ?? stop }),
      NoDuffRaised: ({ site, kind, drill }, logged) =>
        void tell('safety', drill ? 'noDuffDrill' : 'noDuffRaised', logged, {
          kind,
          site: site ?? '',
          place: site === null ? 'none' : 'site',
        }),
      NoDuffExtended: (_, logged) => void tell('safety', 'noDuffExtended', logged),
      NoDuffCorrected: ({ site, kind }, logged) =>
        void tell('safety', 'noDuffCorrected', logged, { kind, site: site ?? '', place: site === null ? 'none' : 'site' }),
      NoDuffWithdrawn: (_, logged) => void tell('safety', 'noDuffWithdrawn', logged),
      NoDuffResumed: (_, logged) => void tell('safety', 'noDuffResumed', logged),
      PartyWithdrawn: ({ party, serial }, logged) => void tell('safety', 'partyWithdrawn', logged, scoped(party, serial)),
      PartyReturned: ({ party, serial }, logged) => void tell('safety', 'partyReturned', logged, scoped(party, serial)),

      InjectReleased: ({ inject }, logged) => void tell('inject', 'injectReleased', logged, { inject: numberOf(inject) }),
      InjectReceived: ({ delivery, number, to }, logged) => {
        received.set(tell('inject', 'injectReceived', logged, { number, post: to }), delivery);
      },
      ExpectedActionSeen: ({ inject, outcome }, logged) =>
        void tell('inject', 'expectedActionSeen', logged, { inject: numberOf(inject), outcome }),

      FindingProposed: ({ finding, title }, logged) => {
        titles.set(finding, title);
        tell('finding', 'findingProposed', logged, { title });
      },
      FindingAgreed: ({ finding }, logged) => void tell('finding', 'findingAgreed', logged, { title: titleOf(finding) }),
      FindingKeptNational: ({ finding, party }, logged) =>
        void tell('finding', 'findingKeptNational', logged, { title: titleOf(finding), party }),
      FindingSuperseded: ({ finding, by }, logged) =>
        void tell('finding', 'findingSuperseded', logged, { title: titleOf(finding), by: titleOf(by) }),

      ConsentAsked: ({ case: consent, on, subject }) => {
        asked.set(consent, { on, subject });
      },
      ConsentSettled: ({ case: consent, outcome }, logged) => {
        const { on, subject } = asked.get(consent) ?? { on: 'unknown', subject: consent };
        tell('consent', 'consentSettled', logged, { on, subject, outcome });
      },

      TextReleased: ({ title }, logged) => void tell('release', 'textReleased', logged, { title }),
      Withdrawn: ({ reason }, logged) => void tell('release', 'textWithdrawn', logged, { reason }),
    },
  };
}

const scoped = (party: string, serial: string | undefined): Values => ({
  party,
  serial: serial ?? '',
  scope: serial === undefined ? 'all' : 'serial',
});
