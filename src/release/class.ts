// A class is a label and an audience. Every portion of the document and every stream of the log has exactly one,
// and its canonical text (`class-key.ts`) is the stream's key.
import { canonicalLabel, type Label } from './label.ts';

/** Whom something is meant for; who of them may read it, the label says. */
export type Audience =
  | { readonly kind: 'excon' }
  | { readonly kind: 'party'; readonly id: string }
  | { readonly kind: 'post'; readonly id: string }
  /** Everyone in the exercise, which is not the public. */
  | { readonly kind: 'everyone' }
  | { readonly kind: 'public' };

/** A label and an audience: read by those whom the label admits and who are in the audience. */
export type Class = { readonly label: Label; readonly audience: Audience };

/** The same class with its label's sets sorted and each named once. */
export function canonicalClass(ofClass: Class): Class {
  const { kind } = ofClass.audience;
  return {
    label: canonicalLabel(ofClass.label),
    audience: kind === 'party' || kind === 'post' ? { kind, id: ofClass.audience.id } : { kind },
  };
}
