/** Where an event goes: the stream of each kind of thing, worked out once from the document and its release policy. */
import { classOf, type Exercise, isExconPost, type Post, portionsOf } from '../exercise/index.ts';
import { derivedId, stableJson } from '../kernel/index.ts';
import {
  type Audience,
  type Author,
  type Class,
  type ClassKey,
  classFor,
  classKey,
  type Label,
  mayRead,
  type ReleasePolicy,
  readClassKey,
  readersWithin,
  standingReleases,
  type Trigger,
} from '../release/index.ts';
import { partiesOfPost, policyOf } from './policy.ts';

/** Streams by what they hold, and who reads them. Everything is remembered, for it is asked with every command. */
export type Routes = {
  readonly policy: ReleasePolicy;
  /** Everyone in the exercise, in the class of `shared/`: clock, alerts, notices. */
  readonly everyone: ClassKey;
  /** EXCON of all participating parties, in the class of `excon/`. */
  readonly excon: ClassKey;
  readonly ofParty: (party: string) => ClassKey;
  /** A party's medical-in-confidence. */
  readonly medicalOf: (party: string) => ClassKey;
  readonly ofPost: (post: string) => ClassKey;
  readonly ofSerial: (serial: string) => ClassKey;
  readonly ofInject: (inject: string) => ClassKey;
  readonly ofContingent: (contingent: string) => ClassKey;
  readonly ofUnit: (unit: string) => ClassKey;
  readonly ofProcedure: (procedure: string) => ClassKey;
  /** Where a post's own messages stand: as the policy says of messages, else in the post's own stream. */
  readonly ofMessagesFrom: (post: string) => ClassKey;
  /** Where a request stands until it is released: with the asker's party. */
  readonly ofRequestsFrom: (post: string) => ClassKey;
  /** The class of a new thing by its author's post, as the policy says; where it is silent, the author's party alone. */
  readonly ofThing: (thing: string, authorPost: string) => ClassKey;
  readonly ofPartysThing: (thing: string, party: string) => ClassKey;
  /** The further streams to which a thing is released at a trigger. */
  readonly releasesOf: (thing: string, authorPost: string, trigger: Trigger) => readonly ClassKey[];
  readonly releasesOfParty: (thing: string, party: string, trigger: Trigger) => readonly ClassKey[];
  /** The class that a stream's key writes down. */
  readonly classAt: (stream: ClassKey) => Class;
  /** Whether everyone who reads the first stream may read what the second holds. */
  readonly covers: (stream: ClassKey, other: ClassKey) => boolean;
  /** Whether a stream's events may name an item of the document: there is one, and all their readers may read of it. */
  readonly mayName: (stream: ClassKey, collection: 'serials' | 'procedures' | 'tasks' | 'units', id: string | undefined) => id is string;
  /** Whether everyone who may hold a post may read a stream. */
  readonly reads: (post: string, stream: ClassKey) => boolean;
  /** Whether the readers of a stream all know the exercise's posts: not the public, nor observers. */
  readonly knowsPosts: (stream: ClassKey) => boolean;
  /** Whether a post may be named as the author of events in a stream: it reads the stream, whose readers all know the posts. */
  readonly signsIn: (post: string, stream: ClassKey) => boolean;
  /** The same of one post, for who asks for one stream after the other. */
  readonly signer: (post: string) => (stream: ClassKey) => boolean;
  readonly isExcon: (post: string) => boolean;
  /**
   * The identifier of what a post receives of an inject. It follows from the inject's whole content, so that a recipient cannot find the
   * inject's identifier by trying.
   */
  readonly deliveryOf: (inject: string, post: string) => string;
};

/** Builds the routes of an exercise. */
export function routesOf(exercise: Exercise, policy: ReleasePolicy = policyOf(exercise)): Routes {
  const { participating, scale } = policy;
  const { shared, excon: exconFolder, parties } = exercise.policy.folders;
  // One string a stream, so that looking one up compares no texts.
  const same = kept((stream) => stream as ClassKey);
  const key = (classification: string, releasableTo: Label['releasableTo'], audience: Audience, caveats: readonly string[] = []) =>
    same(classKey({ label: { classification, releasableTo, caveats }, audience }));
  const everyone = key(shared, participating, { kind: 'everyone' });
  const excon = key(exconFolder, participating, { kind: 'excon' });
  const post = (id: string) => exercise.posts.byId.get(id);
  const medicalCaveat = exercise.policy.caveats.find((caveat) => /medical/i.test(caveat)) ?? 'MEDICAL';
  const ofParty = kept((party) => key(parties, [party], { kind: 'party', id: party }));
  const ofPost = kept((id) => {
    const found = post(id);
    return key(parties, found === undefined ? participating : partiesOfPost(exercise, found), { kind: 'post', id });
  });
  const item = (collection: Parameters<typeof classOf>[1], otherwise: ClassKey) =>
    kept((id) => same(classOf(exercise, collection, id) ?? otherwise));
  const authors = (id: string): readonly Author[] => {
    const found = post(id);
    if (found === undefined) return participating.map((party) => ({ party, excon: true }));
    return partiesOfPost(exercise, found).map((party) => ({ party, excon: isExconPost(found) }));
  };
  const ofThing = keptPairs((thing, author) => same(classKey(classFor({ kind: thing, authors: authors(author) }, policy))));
  const ofPartysThing = keptPairs((thing, party) => same(classKey(classFor({ kind: thing, authors: [{ party }] }, policy))));
  const releasesAt = (trigger: Trigger) =>
    keptPairs((thing, author) =>
      standingReleases({ kind: thing, authors: authors(author) }, trigger, policy).map((released) => same(classKey(released))),
    );
  const releases = {
    whenMade: releasesAt('whenMade'),
    whenPlayed: releasesAt('whenPlayed'),
    whenSerialDone: releasesAt('whenSerialDone'),
    atStartex: releasesAt('atStartex'),
    atEndex: releasesAt('atEndex'),
  } satisfies Record<Trigger, unknown>;
  const sealOf = kept((inject) => {
    const hashes = portionsOf(exercise, 'injects', inject).map(({ hash }) => hash);
    return hashes.length > 0 ? hashes.join() : stableJson(exercise.injects.byId.get(inject) ?? inject);
  });
  const classAt = kept((stream) => readClassKey(stream as ClassKey));
  const covers = keptPairs(
    (stream, other) => stream === other || readersWithin(classAt(stream as ClassKey), classAt(other as ClassKey), scale),
  );
  const reads = keptPairs((id, stream) => {
    const found = post(id);
    if (found === undefined) return false;
    const ofClass = classAt(stream as ClassKey);
    return holdersOf(exercise, found).every((holder) => mayRead(holder, ofClass, scale));
  });
  const knowsPosts = kept((stream) => {
    const { label, audience } = classAt(stream as ClassKey);
    return (
      audience.kind !== 'public' &&
      label.releasableTo !== 'PUBLIC' &&
      label.releasableTo.every((party) => participating.some((one) => one === party))
    );
  });
  const signer = kept((id) => kept((stream) => knowsPosts(stream) && reads(id, stream)));
  const naming = (collection: 'serials' | 'procedures' | 'tasks' | 'units') =>
    keptPairs((stream, id) => {
      const found = classOf(exercise, collection, id);
      return found !== undefined && covers(stream, found);
    });
  const named = { serials: naming('serials'), procedures: naming('procedures'), tasks: naming('tasks'), units: naming('units') };
  return {
    policy,
    everyone,
    excon,
    ofParty,
    medicalOf: kept((party) => key(parties, [party], { kind: 'party', id: party }, [medicalCaveat])),
    ofPost,
    ofSerial: item('serials', everyone),
    ofInject: item('injects', excon),
    ofContingent: item('contingents', everyone),
    ofUnit: item('units', everyone),
    ofProcedure: item('procedures', everyone),
    ofMessagesFrom: kept((id) => (policy.defaults.some(({ thing }) => thing === 'message') ? ofThing('message', id) : ofPost(id))),
    ofRequestsFrom: kept((id) => {
      const party = post(id)?.party;
      return party === undefined ? ofPost(id) : ofParty(party);
    }),
    ofThing,
    ofPartysThing,
    releasesOf: (thing, author, trigger) => releases[trigger](thing, author),
    releasesOfParty: (thing, party, trigger) =>
      standingReleases({ kind: thing, authors: [{ party }] }, trigger, policy).map((released) => classKey(released)),
    classAt,
    covers,
    mayName: (stream, collection, id): id is string => id !== undefined && named[collection](stream, id),
    reads,
    knowsPosts,
    signsIn: (id, stream) => signer(id)(stream),
    signer,
    isExcon: kept((id) => {
      const found = post(id);
      return found !== undefined && isExconPost(found);
    }),
    deliveryOf: keptPairs((inject, recipient) => derivedId(`${exercise.setting.code}/${sealOf(inject)}`, recipient)),
  };
}

/** Who may hold a post: the persons known to, else one of each party whose post it is, with the clearance that reading `shared/` takes. */
function holdersOf(exercise: Exercise, post: Post) {
  const common = { kind: 'person' as const, posts: [post.id], excon: isExconPost(post) };
  const known = exercise.persons.list.filter((person) => person.holds.some((hold) => hold.post === post.id));
  const clearance = exercise.policy.folders.shared;
  if (known.length === 0) {
    const highest = exercise.policy.scale.at(-1) ?? clearance;
    return partiesOfPost(exercise, post).map((party) => ({ ...common, id: post.id, party, clearance: highest, caveats: [] }));
  }
  return known.map((person) => ({
    ...common,
    id: person.id,
    party: person.party as string,
    clearance: person.clearance ?? clearance,
    caveats: person.caveats,
  }));
}

function kept<T>(make: (key: string) => T): (key: string) => T {
  const known = new Map<string, T>();
  // Deciding on one order asks for the same thing several times in a row.
  let lastKey: string | undefined;
  let last: T | undefined;
  return (key) => {
    if (key === lastKey && last !== undefined) return last;
    let found = known.get(key);
    if (found === undefined) {
      found = make(key);
      known.set(key, found);
    }
    lastKey = key;
    last = found;
    return found;
  };
}

function keptPairs<T>(make: (first: string, second: string) => T): (first: string, second: string) => T {
  const rowOf = kept(() => new Map<string, T>());
  return (first, second) => {
    const row = rowOf(first);
    const found = row.get(second);
    if (found !== undefined) return found;
    const made = make(first, second);
    row.set(second, made);
    return made;
  };
}
