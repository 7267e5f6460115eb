// The release policy that the parties agreed once: which class a new thing gets, and what is released without asking again.
// Where it is silent a thing is for its originator only; what was made together is widened only when all who made it consent.
import { Bug, isProblem, type Problem } from '../kernel/index.ts';
import type { Audience, Class } from './class.ts';
import { readAudience } from './class-key.ts';
import { canonicalLabel, type Label, type Scale } from './label.ts';
import { readersWithin, widens } from './reach.ts';

/** When a standing release takes effect. */
export type Trigger = 'whenMade' | 'whenPlayed' | 'whenSerialDone' | 'atStartex' | 'atEndex';

/** An audience, or the one that follows from the thing: its author's party, or the post that it goes to. */
export type AudiencePattern = Audience | { readonly kind: 'author' } | { readonly kind: 'recipient' };

/** A class with blanks: `participating` are all parties but observers, `author` are the parties of those who made the thing. */
export type ClassPattern = {
  readonly classification: string;
  readonly releasableTo: Label['releasableTo'] | 'participating' | 'author';
  readonly caveats: readonly string[];
  readonly audience: AudiencePattern;
};

/** For a kind of thing, and, where stated, for one author alone: a party, or `excon`. */
export type ReleaseRule = { readonly thing: string; readonly author?: string; readonly to: ClassPattern };

/** What is agreed. `silentClassification` is that of a thing which no rule names. */
export type ReleasePolicy = {
  readonly scale: Scale;
  readonly participating: readonly string[];
  readonly silentClassification: string;
  readonly defaults: readonly ReleaseRule[];
  readonly standing: readonly (ReleaseRule & { readonly trigger: Trigger })[];
};

/** A thing to be classed: its kind, all who made it, and the post that it goes to, if it does. */
export type Thing = { readonly kind: string; readonly authors: readonly Author[]; readonly recipient?: string };

/** One of those who made a thing: the party, and whether as a member of EXCON. */
export type Author = { readonly party: string; readonly excon?: boolean };

/** The class of a new thing: by the first rule for its kind and author, else by the first for its kind; else its originators' only. */
export function classFor(thing: Thing, policy: ReleasePolicy): Class {
  const fitting = policy.defaults.filter((rule) => fits(rule, thing));
  const rule = fitting.find(({ author }) => author !== undefined) ?? fitting[0];
  return filledIn(rule?.to ?? originatorsOnly(policy), thing, policy);
}

/** The further classes that a thing is released to at a trigger, without those whose readers have it by its own class. */
export function standingReleases(thing: Thing, trigger: Trigger, policy: ReleasePolicy): readonly Class[] {
  const own = classFor(thing, policy);
  return policy.standing
    .filter((rule) => rule.trigger === trigger && fits(rule, thing))
    .map((rule) => filledIn(rule.to, thing, policy))
    .filter((released) => !readersWithin(released, own, policy.scale));
}

/** The parties whose consent a change of class still lacks: none, unless it widens; then all of those who made the thing. */
export function consentsMissing(
  change: { readonly from: Class; readonly to: Class; readonly originators: readonly string[]; readonly consented: readonly string[] },
  scale: Scale,
): readonly string[] {
  if (!widens(change.from, change.to, scale)) return [];
  if (change.originators.length === 0) throw new Bug('a thing without an originator cannot be widened');
  return change.originators.filter((party) => !change.consented.includes(party));
}

/** Reads an audience as the policy writes it: also `author:` and `recipient:`. */
export function readAudiencePattern(text: string): AudiencePattern | Problem {
  const found = readAudience(text);
  if (!isProblem(found)) return found;
  if (text === 'author:' || text === 'author') return { kind: 'author' };
  if (text === 'recipient:' || text === 'recipient') return { kind: 'recipient' };
  return found;
}

function originatorsOnly(policy: ReleasePolicy): ClassPattern {
  return { classification: policy.silentClassification, releasableTo: 'author', caveats: [], audience: { kind: 'author' } };
}

function fits(rule: ReleaseRule, thing: Thing): boolean {
  if (rule.thing !== thing.kind) return false;
  if (rule.author === undefined) return true;
  return thing.authors.every((author) => (rule.author === 'excon' ? author.excon === true : author.party === rule.author));
}

function filledIn(pattern: ClassPattern, thing: Thing, policy: ReleasePolicy): Class {
  const makers = [...new Set(thing.authors.map(({ party }) => party))];
  const [first, ...more] = makers;
  if (first === undefined) throw new Bug(`a thing without an author: ${thing.kind}`);
  const label = { classification: pattern.classification, releasableTo: partiesOf(pattern, makers, policy), caveats: pattern.caveats };
  const { audience } = pattern;
  if (audience.kind === 'recipient' && thing.recipient !== undefined) {
    return { label: canonicalLabel(label), audience: { kind: 'post', id: thing.recipient } };
  }
  if (audience.kind !== 'author' && audience.kind !== 'recipient') return { label: canonicalLabel(label), audience };
  if (more.length === 0) return { label: canonicalLabel(label), audience: { kind: 'party', id: first } };
  // Several makers have no audience of their own: everyone in the exercise, of their parties alone.
  const { releasableTo } = label;
  const shared = releasableTo === 'PUBLIC' ? makers : makers.filter((party) => releasableTo.includes(party));
  return { label: canonicalLabel({ ...label, releasableTo: shared }), audience: { kind: 'everyone' } };
}

function partiesOf({ releasableTo }: ClassPattern, makers: readonly string[], policy: ReleasePolicy): Label['releasableTo'] {
  if (releasableTo === 'participating') return policy.participating;
  if (releasableTo === 'author') return makers;
  return releasableTo;
}
