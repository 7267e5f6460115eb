/** All products by name: from what their reader may read to content, in a language. */
import { localDay, type Problem, problem, unreachable } from '../kernel/index.ts';
import type { Reader } from '../release/index.ts';
import type { Language } from '../words/index.ts';
import { communiqueDocument } from './communique.ts';
import type { Calendar, Document } from './content.ts';
import { eegDocument } from './eeg.ts';
import type { Matter } from './matter.ts';
import { mselDocument } from './msel/msel.ts';
import { penFor } from './pen.ts';
import { scheduleCalendar } from './plan/calendar.ts';
import { dayDocument } from './plan/day.ts';
import { daysOf, heldBookings } from './plan/programme.ts';
import { scheduleDocument } from './plan/schedule.ts';
import { aarDocument } from './report/aar.ts';
import { annexDocument } from './report/annex.ts';
import { firDocument } from './report/fir.ts';

export type ProductKind = 'aar' | 'annex' | 'fir' | 'schedule' | 'day' | 'msel' | 'eeg' | 'communique';

/** Whether a product is the same for every participating party: then it is made from what each of them may read. */
export function isJoint(kind: ProductKind): boolean {
  return kind === 'aar' || kind === 'fir';
}

/** Makes a product. `day` counts local days since 1970-01-01; without it the programme is that of the first day on which something is held. */
export function productOf(
  kind: ProductKind,
  matter: Matter,
  language: Language,
  options: { readonly day?: number } = {},
): Document | Problem {
  const pen = penFor(matter, language);
  switch (kind) {
    case 'schedule':
      return scheduleDocument(pen);
    case 'day':
      return dayDocument(pen, options.day ?? firstDay(matter));
    case 'msel':
      return mselDocument(pen);
    case 'eeg':
      return eegDocument(pen);
    case 'communique':
      return communiqueDocument(pen);
    case 'aar':
    case 'fir':
    case 'annex': {
      const assessment = matter.log?.assessment;
      if (assessment === undefined) return problem('product.needsLog', { product: kind }, { key: 'product.maybeGiveLog', values: {} });
      if (kind === 'aar') return aarDocument(pen, assessment);
      if (kind === 'fir') return firDocument(pen, assessment);
      const party = partyOf(matter.reader);
      if (party === undefined)
        return problem(
          'product.annexOfParty',
          {},
          { key: 'product.maybeReader', values: { readers: matter.exercise.setting.participating } },
        );
      return annexDocument(pen, assessment, party);
    }
    default:
      return unreachable(kind);
  }
}

/** Schedule or day programme as a calendar. */
export function calendarOf(
  kind: 'schedule' | 'day',
  matter: Matter,
  language: Language,
  options: { readonly day?: number } = {},
): Calendar | Problem {
  const day = kind === 'day' ? (options.day ?? firstDay(matter)) : undefined;
  return scheduleCalendar(penFor(matter, language), day);
}

/** The first local day on which something is held; that of the exercise's beginning where nothing is. */
function firstDay(matter: Matter): number {
  const { exercise } = matter;
  const [first] = daysOf(heldBookings(matter), exercise);
  return first ?? localDay(exercise.setting.from.at, exercise.zone);
}

function partyOf(reader: Reader): string | undefined {
  if (reader.kind === 'party' || reader.kind === 'person') return reader.party;
  return reader.kind === 'both' ? partyOf(reader.viewed) : undefined;
}
