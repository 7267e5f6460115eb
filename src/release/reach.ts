// Compares classes by who may read them: whether a change of class widens or narrows, and what may be referred to from where.
import { unreachable } from '../kernel/index.ts';
import type { Class } from './class.ts';
import { atMost, type Label, partiesWithin, type Scale } from './label.ts';

/**
 * Whether everybody who may read `some` may read `others`, whoever holds which post. A portion of class `some` may refer to what is of
 * class `others` only then, for else it would tell its readers of something that they may not see.
 */
export function readersWithin(some: Class, others: Class, scale: Scale): boolean {
  const inner = reachOf(some, scale);
  const outer = reachOf(others, scale);
  if (inner.label.releasableTo.length === 0) return true;
  return ringWithin(inner.ring, outer.ring) && atMost(outer.label, inner.label, scale);
}

/** Whether the change lets somebody read who could not before; this needs the consent of all who made it. */
export function widens(from: Class, to: Class, scale: Scale): boolean {
  return !readersWithin(to, from, scale);
}

/** Whether the change takes it away from somebody who could read it before. A change may widen and narrow at once. */
export function narrows(from: Class, to: Class, scale: Scale): boolean {
  return !readersWithin(from, to, scale);
}

type Ring = { readonly kind: 'excon' | 'everyone' | 'public' } | { readonly kind: 'post'; readonly id: string };

/** A class with its party audience written into the label, and "for the public" kept only where the public may read. */
function reachOf({ label, audience }: Class, scale: Scale): { readonly label: Label; readonly ring: Ring } {
  switch (audience.kind) {
    case 'party': {
      const isAdmitted = partiesWithin([audience.id], label.releasableTo);
      return { label: { ...label, releasableTo: isAdmitted ? [audience.id] : [] }, ring: { kind: 'everyone' } };
    }
    case 'public': {
      const isOpen = label.releasableTo === 'PUBLIC' && label.caveats.length === 0 && label.classification === scale[0];
      return { label, ring: { kind: isOpen ? 'public' : 'everyone' } };
    }
    case 'excon':
    case 'everyone':
    case 'post':
      return { label, ring: audience };
    default:
      return unreachable(audience);
  }
}

function ringWithin(inner: Ring, outer: Ring): boolean {
  if (outer.kind === 'public') return true;
  if (outer.kind === 'everyone') return inner.kind !== 'public';
  if (outer.kind === 'post') return inner.kind === 'post' && inner.id === outer.id;
  return inner.kind === 'excon';
}
