// Readers as a product or an assessment wants them: named by what every party shares, joint where the product is, and within what is in hand.
import { fold, type LoggedEvent, noConduct } from '../conduct/index.ts';
import type { ClassFacts, Exercise } from '../exercise/index.ts';
import { isProblem, type Problem, problem } from '../kernel/index.ts';
import { asSeenBy, type Reader } from '../release/index.ts';
import { documentFrom, type SourceFile } from './document.ts';
import { readerOf } from './reader.ts';

/**
 * What everyone in the exercise reads of a document: by it readers are named, so that nothing in a party's or EXCON's folder changes whom a name means.
 * Undefined where `shared/` cannot be read. `known` are the class facts where the files state none.
 */
export function sharedReading(files: readonly SourceFile[], known?: ClassFacts): Exercise | undefined {
  const shared = files.filter(({ path }) => path.startsWith('shared/'));
  const participating = documentFrom(shared).exercise?.setting.participating ?? known?.participating ?? [];
  const everyone: Reader = { kind: 'joint', parties: participating.map((party) => ({ party, posts: [] })) };
  return documentFrom(shared, everyone, known).exercise;
}

/**
 * The reader that a text names. A person stands in a party's own folder and is looked for in the whole; with the log at hand, by the posts held at
 * its end.
 */
export function readerNamed(
  text: string,
  files: readonly SourceFile[],
  shared: Exercise | undefined,
  past?: Iterable<LoggedEvent>,
): Reader | Problem {
  if (!text.startsWith('person:')) return readerOf(text, { exercise: shared });
  const { exercise } = documentFrom(files);
  return readerOf(
    text,
    exercise === undefined || past === undefined ? { exercise } : { exercise, conduct: fold(noConduct(exercise), past) },
  );
}

/** For whom a joint product is computed: for every participating party alike; for anyone else what is both joint and the reader's. */
export function jointFor(reader: Reader, shared: Exercise | undefined): Reader | Problem {
  const joint = readerOf('joint', { exercise: shared });
  if (isProblem(joint) || reader.kind === 'all' || reader.kind === 'joint') return joint;
  const participates = reader.kind === 'party' && (shared?.setting.participating ?? []).some((party) => party === reader.party);
  return participates ? joint : asSeenBy(reader, joint);
}

/** Whether all that `reader` may read is there in what was exported for `own`. */
export function isWithin(reader: Reader, own: Reader, shared: Exercise | undefined): boolean {
  if (own.kind === 'all' || reader.kind === 'public') return true;
  const party = own.kind === 'party' ? own.party : undefined;
  const participates = (shared?.setting.participating ?? []).some((id) => id === party);
  switch (reader.kind) {
    case 'joint':
      return own.kind === 'joint' || participates;
    case 'party':
      return own.kind === 'party' && reader.party === own.party && (own.excon || !reader.excon);
    case 'person':
      return own.kind === 'person'
        ? own.id === reader.id
        : own.kind === 'party' && reader.party === own.party && (own.excon || !reader.excon);
    case 'both':
      return isWithin(reader.user, own, shared) || isWithin(reader.viewed, own, shared);
    default:
      return false;
  }
}

export function notWithin(reader: string, own: string): Problem {
  return problem('product.logOfAnother', { reader, own }, { key: 'product.maybeOwnReader', values: { own } });
}
