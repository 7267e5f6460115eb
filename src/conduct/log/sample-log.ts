// A small log for tests: three streams of two origins, made change by change with salts that are the same every time.
import { type MicroInstant, sha256Hex } from '../../kernel/index.ts';
import type { ClassKey } from '../../release/index.ts';
import { type Head, type Sealing, type Signer, Tails } from './chain.ts';
import type { Addressed } from './change.ts';
import type { EventShape, Sealed, StreamKey } from './envelope.ts';
import { plainHashText } from './hash-text.ts';
import { eventLine } from './log-file.ts';
import { type Manifest, manifestLine, manifestOf } from './manifest.ts';
import { merged } from './order.ts';

export const exconStream = 'RESTRICTED/BLR,CHN//excon:' as ClassKey;
export const everyoneStream = 'UNCLASSIFIED/BLR,CHN//everyone:' as ClassKey;
export const postStream = 'RESTRICTED/CHN//post:HQ' as ClassKey;

/** Salts that follow from a seed, as in a dry run. */
export function seededSealing(seed = 'sample', signer?: Signer): Sealing {
  let count = 0;
  const salt = () => sha256Hex(`${seed}-${count++}`).slice(0, 32);
  return signer === undefined ? { hash: plainHashText, salt } : { hash: plainHashText, salt, signer };
}

export function aMessage(stream: StreamKey, text: string): Addressed<EventShape> {
  return { stream, event: { type: 'MessageSent', version: 1, payload: { from: 'HQ', text } } };
}

/** The events of one origin: `count` changes, the first at `from`, a second apart. */
export function sampleEvents(options: { origin?: string; count?: number; from?: number; signer?: Signer; seed?: string } = {}): {
  sealed: Sealed[];
  heads: Head[];
} {
  const { origin = 'brest', count = 12, from = 1_720_425_600_000_000, seed = origin } = options;
  const sealing = seededSealing(seed, options.signer);
  const tails = new Tails(origin);
  const sealed: Sealed[] = [];
  for (let index = 0; index < count; index++) {
    const change = [aMessage(exconStream, `Released ${index} “${origin}” — 已下达`)];
    if (index % 2 === 0) change.push(aMessage(postStream, `Received ${index}`));
    if (index % 3 === 0) change.push(aMessage(everyoneStream, `Announced ${index}`));
    const time = (from + index * 1_000_000) as MicroInstant;
    sealed.push(
      ...tails.seal(
        { change, time, exerciseTime: index === 0 ? null : time, authorIn: (stream) => (stream === exconStream ? 'controller-1' : null) },
        sealing,
      ),
    );
  }
  return { sealed, heads: tails.heads() };
}

/** A whole log file as lines: manifest, then two origins merged. */
export function sampleLines(options: { count?: number; signer?: Signer } = {}): string[] {
  const brest = sampleEvents({ ...options, origin: 'brest' });
  const baranovichi = sampleEvents({ ...options, origin: 'baranovichi', from: 1_720_425_600_500_000 });
  const manifest = sampleManifest([...brest.heads, ...baranovichi.heads]);
  return [manifestLine(manifest, plainHashText), ...[...merged([brest.sealed, baranovichi.sealed])].map(eventLine)];
}

export function sampleManifest(heads: readonly Head[]): Manifest {
  return manifestOf({ exercise: 'two-teams', reader: 'all', documentHash: sha256Hex('document') }, heads);
}
