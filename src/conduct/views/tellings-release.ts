/** How releases, erasures, and posts taken and left are told. */
import type { releaseEvents } from '../events/release.ts';
import type { TellingOf } from './telling-of.ts';

export const releaseTellings: { readonly [T in keyof typeof releaseEvents]: TellingOf<T> } = {
  TextReleased: { subject: 'release', values: ({ title, text }) => ({ title, text }) },
  ReleaseRecorded: { subject: 'release', values: ({ thing, to }) => ({ thing, to }) },
  Withdrawn: { subject: 'release', values: ({ reason }) => ({ reason }) },
  PayloadErased: { subject: 'release', values: ({ reason }) => ({ reason }) },
  ErasureAsked: { subject: 'release', values: ({ by, reason }, { post }) => ({ by: post(by), reason }) },
  PostTaken: { subject: 'contingent', routine: true, values: ({ post }, naming) => ({ post: naming.post(post) }) },
  PostLeft: { subject: 'contingent', routine: true, values: ({ post }, naming) => ({ post: naming.post(post) }) },
  CommandRefused: { subject: 'release', routine: true, values: ({ type }) => ({ type }) },
  ClockAdvanceLimited: {
    subject: 'clock',
    values: ({ origin, asked, given }) => ({ origin, seconds: Math.round((asked - given) / 1_000_000) }),
  },
};
