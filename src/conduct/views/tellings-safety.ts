/** How STOP and NO DUFF are told: in fixed terms, without a person's name. */
import type { safetyEvents } from '../events/safety.ts';
import type { Naming } from './naming.ts';
import type { TellingOf } from './telling-of.ts';

const siteOr = (site: string | null, naming: Naming): string => (site === null ? 'none' : naming.site(site));
const scoped = ({ party, serial }: { readonly party: string; readonly serial?: string | undefined }, naming: Naming) => ({
  party: naming.party(party),
  serial: serial === undefined ? 'none' : naming.serial(serial),
});

export const safetyTellings: { readonly [T in keyof typeof safetyEvents]: TellingOf<T> } = {
  StopCalled: { subject: 'safety', values: ({ site }, naming) => ({ site: naming.site(site) }), serial: ({ serials }) => serials[0] },
  StopLifted: { subject: 'safety', values: () => ({}) },
  NoDuffRaised: {
    subject: 'safety',
    values: ({ site, kind, drill, channel }, naming) => ({ site: siteOr(site, naming), kind, drill, channel }),
  },
  NoDuffExtended: { subject: 'safety', values: ({ everywhere }) => ({ everywhere }) },
  NoDuffCorrected: { subject: 'safety', values: ({ site, kind }, naming) => ({ site: siteOr(site, naming), kind }) },
  NoDuffWithdrawn: { subject: 'safety', values: () => ({}) },
  NoDuffDetailsRecorded: { subject: 'safety', values: ({ party }, naming) => ({ party: naming.party(party) }) },
  ResumeSigned: {
    subject: 'safety',
    values: ({ role, party }, naming) => ({ role, party: party === undefined ? 'none' : naming.party(party) }),
  },
  NoDuffResumed: { subject: 'safety', values: () => ({}) },
  PartyWithdrawn: { subject: 'safety', values: scoped },
  PartyReturned: { subject: 'safety', values: scoped },
};
