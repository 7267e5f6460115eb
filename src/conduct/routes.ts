/** Where an event goes: the stream of each kind of thing, worked out once from the document and its release policy. */
import { classOf, type Exercise } from '../exercise/index.ts';
import { type ClassKey, classFor, classKey, type ReleasePolicy, type Trigger, standingReleases } from '../release/index.ts';

export type Routes = {
  /** Everyone in the exercise: clock, alerts, change notices. */
  readonly everyone: ClassKey;
  /** EXCON of all participating parties. */
  readonly excon: ClassKey;
  readonly medicalOf: (party: string) => ClassKey;
  readonly ofParty: (party: string) => ClassKey;
  readonly ofPost: (post: string) => ClassKey;
  readonly ofSerial: (serial: string) => ClassKey;
  readonly ofInject: (inject: string) => ClassKey;
  readonly ofContingent: (contingent: string) => ClassKey;
  /** The class of a new thing by its author post, as the policy says. */
  readonly ofThing: (thing: string, authorPost: string, recipientPost?: string) => ClassKey;
  readonly releasesOf: (thing: string, authorPost: string, trigger: Trigger) => readonly ClassKey[];
  readonly policy: ReleasePolicy;
};

/** Builds the routes; every stream is looked up many thousand times, so each answer is kept. */
export function routesOf(exercise: Exercise, policy: ReleasePolicy): Routes {
  const participating = policy.participating;
  const lowest = policy.silentClassification;
  const label = { classification: lowest, releasableTo: participating, caveats: [] };
  const everyone = classKey({ label, audience: { kind: 'everyone' } });
  const excon = classKey({ label, audience: { kind: 'excon' } });
  const ofParty = kept((party) => classKey({ label: { ...label, releasableTo: [party] }, audience: { kind: 'party', id: party } }));
  const medicalOf = kept((party) =>
    classKey({ label: { ...label, releasableTo: [party], caveats: ['MEDICAL'] }, audience: { kind: 'party', id: party } }),
  );
  const ofPost = kept((post) => {
    const party = exercise.posts.byId.get(post)?.party;
    return classKey({ label: { ...label, releasableTo: party === undefined ? participating : [party] }, audience: { kind: 'post', id: post } });
  });
  const authorOf = (post: string) => {
    const found = exercise.posts.byId.get(post);
    const isExcon = found !== undefined && found.cell !== 'trainingAudience' && found.cell !== 'support';
    return { isExcon, authors: found?.party === undefined ? participating.map((party) => ({ party, excon: true })) : [{ party: found.party, excon: isExcon }] };
  };
  const ofThing = kept((key) => {
    const [thing = '', author = '', recipient = ''] = key.split('\u0000');
    const { authors } = authorOf(author);
    return classKey(classFor({ kind: thing, authors, ...(recipient === '' ? {} : { recipient }) }, policy));
  });
  return {
    everyone,
    excon,
    medicalOf,
    ofParty,
    ofPost,
    ofSerial: kept((serial) => classOf(exercise, 'serials', serial) ?? everyone),
    ofInject: kept((inject) => classOf(exercise, 'injects', inject) ?? excon),
    ofContingent: kept((contingent) => classOf(exercise, 'contingents', contingent) ?? everyone),
    ofThing: (thing, author, recipient = '') => ofThing(`${thing}\u0000${author}\u0000${recipient}`),
    releasesOf: (thing, author, trigger) =>
      standingReleases({ kind: thing, authors: authorOf(author).authors }, trigger, policy).map((released) => classKey(released)),
    policy,
  };
}

function kept(make: (key: string) => ClassKey): (key: string) => ClassKey {
  const known = new Map<string, ClassKey>();
  return (key) => {
    const found = known.get(key);
    if (found !== undefined) return found;
    const made = make(key);
    known.set(key, made);
    return made;
  };
}
