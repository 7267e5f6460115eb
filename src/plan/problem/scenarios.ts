// (h) Alternates as scenarios: what moves together when one is used, and where it may then stand.
import type { Exercise } from '../../exercise/index.ts';
import type { Basis } from '../problem.ts';
import type { PoolFacts } from './places.ts';
import { type SerialFacts, startsWithin } from './serials.ts';
import type { StatementFacts } from './statements.ts';

export type ReserveFacts = {
  readonly serial: number;
  readonly decideBy: number;
  /** -1: it stays where it is booked. */
  readonly site: number;
  /** Whether it stays at its own time. */
  readonly isAtItsTime: boolean;
  /** The starts it may have, by site. */
  readonly starts: ReadonlyMap<number, Int32Array>;
};

export type ScenarioFacts = { readonly id: string; readonly reserves: readonly ReserveFacts[] };

type Alternate = Exercise['alternates']['list'][number];

/** One scenario for each hard alternate; two that move the same serials the same way are one. */
export function scenariosOf(
  basis: Basis,
  serials: readonly SerialFacts[],
  statements: StatementFacts,
  pools: readonly PoolFacts[],
): readonly ScenarioFacts[] {
  const { list } = basis.exercise.alternates;
  const found = new Map<string, ScenarioFacts>();
  for (const alternate of list.filter(({ price }) => price === undefined)) {
    const sharing = list.filter(
      (other) => other !== alternate && other.trigger === alternate.trigger && other.decideBy.at === alternate.decideBy.at,
    );
    const moved = new Map<string, Alternate>();
    for (const one of [alternate, ...sharing]) for (const serial of one.serials) if (!moved.has(serial)) moved.set(serial, one);
    const key = [...moved]
      .map(([serial, one]) => `${serial} ${one.id}`)
      .sort()
      .join();
    if (found.has(key)) continue;
    found.set(key, {
      id: alternate.id,
      reserves: [...moved].flatMap(([id, one]) => {
        const serial = basis.serialIndex.get(id);
        const facts = serial === undefined ? undefined : serials[serial];
        return serial === undefined || facts === undefined ? [] : [reserveOf(basis, serial, facts, one, statements, pools)];
      }),
    });
  }
  return [...found.values()];
}

function reserveOf(
  basis: Basis,
  serial: number,
  facts: SerialFacts,
  { decideBy, window, start, site }: Alternate,
  statements: StatementFacts,
  pools: readonly PoolFacts[],
): ReserveFacts {
  const at = site === undefined ? -1 : (basis.siteIndex.get(site) ?? -1);
  const places = at >= 0 ? [at] : facts.needsSite ? facts.sites : [-1];
  const stated = start === undefined ? undefined : start.at - facts.toRun;
  const isAtItsTime = stated === undefined && window === undefined;
  const from = Math.max(basis.whole[0], stated ?? window?.from.at ?? basis.whole[0]);
  const to = Math.min(basis.whole[1], stated === undefined ? (window?.to.at ?? basis.whole[1]) : stated + facts.total);
  const onGrid: Basis = { ...basis, origin: stated ?? (isAtItsTime ? facts.fixed : null) ?? basis.origin };
  return {
    serial,
    decideBy: decideBy.at,
    site: at,
    isAtItsTime,
    starts: new Map(places.map((place) => [place, startsWithin(onGrid, facts, place, [from, to], statements, pools)])),
  };
}
