/** How adoption of document and plan is told. */
import type { adoptionEvents } from '../events/adoption.ts';
import { orNone, type TellingOf } from './telling-of.ts';

export const adoptionTellings: { readonly [T in keyof typeof adoptionEvents]: TellingOf<T> } = {
  DocumentAdopted: { subject: 'plan', routine: true, values: ({ file }) => ({ file }) },
  PortionEdited: { subject: 'plan', values: ({ file, id }) => ({ file, id }) },
  PlanAdopted: { subject: 'plan', values: () => ({}) },
  BookingAdopted: {
    subject: 'plan',
    routine: true,
    values: ({ serial, site, start, held }, { serial: named, site: siteNamed }) => ({
      serial: named(serial),
      held,
      at: start ?? '–',
      site: site === null ? '–' : siteNamed(site),
    }),
  },
  BookingChanged: {
    subject: 'plan',
    values: ({ booking, reason }, { serial }) => ({ serial: serial(booking.serial), at: booking.start ?? '–', reason }),
    serial: ({ booking }) => booking.serial,
  },
  ChangeNoticeIssued: {
    subject: 'plan',
    values: ({ number, serial, what, text }, { serial: named }) => ({ number, serial: named(serial), what, text: orNone(text) }),
  },
};
