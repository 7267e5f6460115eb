// Breaches between every two held serials of two scopes: of exclusions, lags and days.
import type { Scope } from '../../exercise/index.ts';
import type { Ground, Held } from './ground.ts';
import type { Breach } from './rule.ts';
import { heldIn, lookedAtIn } from './scope.ts';

/**
 * What is wrong between held serials of one scope and others of the second; mirrored where both lie in both, so that each pair comes twice.
 * A pair of which neither has moved has been told of before. Where only those who share a unit can break something, only they are looked at.
 */
export function breachesOfPairs(
  first: Scope,
  second: Scope,
  ground: Ground,
  breachOf: (one: Held, other: Held, isMirrored: boolean) => Breach | undefined,
  sameUnitsOnly = false,
): readonly Breach[] {
  const [lookedFirst, lookedSecond] = [lookedAtIn(first, ground), lookedAtIn(second, ground)];
  if (lookedFirst.size + lookedSecond.size === 0) return [];
  const [inFirst, inSecond] = [heldIn(first, ground), heldIn(second, ground)];
  const found: Breach[] = [];
  for (const one of lookedSecond.size > 0 ? inFirst : lookedFirst) {
    const alsoSecond = inSecond.has(one);
    const others = lookedFirst.has(one) ? inSecond : lookedSecond;
    const breachesWith = (some: ReadonlySet<Held>): readonly Breach[] => {
      const breaches: Breach[] = [];
      for (const other of some) {
        if (other === one || !others.has(other)) continue;
        const breach = breachOf(one, other, alsoSecond && inFirst.has(other));
        if (breach !== undefined) breaches.push(breach);
      }
      return breaches;
    };
    const mates = sameUnitsOnly && ground.before === undefined ? sharingUnits(one, ground) : others;
    const breaches = breachesWith(mates);
    // Several are told in the order of the others.
    found.push(...(breaches.length > 1 && mates !== others ? breachesWith(others) : breaches));
  }
  return found;
}

/** Those in whose team a unit of a serial's team is. */
function sharingUnits({ team }: Held, ground: Ground): ReadonlySet<Held> {
  const byUnit = heldByUnit.get(ground) ?? new Map<string, Held[]>();
  if (!heldByUnit.has(ground)) {
    heldByUnit.set(ground, byUnit);
    for (const held of ground.held) {
      for (const { id } of held.team) {
        const list = byUnit.get(id);
        if (list === undefined) byUnit.set(id, [held]);
        else list.push(held);
      }
    }
  }
  const found = new Set<Held>();
  for (const { id } of team) for (const held of byUnit.get(id) ?? []) found.add(held);
  return found;
}

const heldByUnit = new WeakMap<Ground, Map<string, Held[]>>();
