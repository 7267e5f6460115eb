// What planners state, by index: exclusions, lags and days, qualifications, support, milestones, requirements, parity and pairs.
import type { Exercise } from '../../exercise/index.ts';
import type { Basis } from '../problem.ts';
import { type PlaceClosure, placeClosuresOf } from './closures.ts';
import { postIsIn, unitIsIn } from './people.ts';
import { type ScopeFacts, scopeOf } from './scopes.ts';
import type { BareSerial } from './serials.ts';

type ItemOf<N extends 'lags' | 'supportDemands' | 'requirements' | 'parities'> = Exercise[N]['list'][number];

export type LagFacts = {
  readonly first: ScopeFacts;
  readonly second: ScopeFacts;
  readonly relation: ItemOf<'lags'>['relation'];
  readonly least: number;
  readonly most: number;
  readonly fromEnd: boolean;
  readonly toStart: boolean;
  readonly sameUnitsOnly: boolean;
  readonly price: number | null;
};

export type SupportFacts = {
  readonly id: string;
  readonly scope: ScopeFacts;
  readonly eligible: readonly number[];
  readonly eachParty: boolean;
  readonly mixedOnly: boolean;
  readonly light: ItemOf<'supportDemands'>['light'];
  readonly count: number;
  readonly onlyRun: boolean;
  readonly price: number | null;
};

export type QualificationFacts = {
  readonly before: ScopeFacts;
  readonly needs: ScopeFacts;
  readonly each: 'unit' | 'exercise';
  /** By body: who needs it. */
  readonly bodies: Uint8Array;
  readonly speaksOfPosts: boolean;
  readonly price: number | null;
};

export type RequirementFacts = {
  readonly id: string;
  readonly party: number;
  readonly task: string;
  readonly times: number;
  readonly light: ItemOf<'requirements'>['light'];
  readonly phase: string | undefined;
  readonly mixed: boolean;
  readonly price: number | null;
};

export type StatementFacts = {
  readonly closures: readonly PlaceClosure[];
  readonly exclusions: readonly { readonly between: ScopeFacts; readonly and: ScopeFacts; readonly price: number | null }[];
  readonly lags: readonly LagFacts[];
  readonly qualifications: readonly QualificationFacts[];
  readonly supports: readonly SupportFacts[];
  readonly milestones: readonly { readonly from: number; readonly gates: ScopeFacts | null; readonly price: number | null }[];
  readonly requirements: readonly RequirementFacts[];
  readonly parities: readonly {
    readonly scope: ScopeFacts;
    readonly by: ItemOf<'parities'>['by'];
    readonly within: number;
    readonly parties: readonly number[];
    readonly price: number | null;
  }[];
  readonly pairDemands: readonly {
    readonly pairs: readonly (readonly [number, number])[];
    readonly times: number;
    readonly price: number | null;
  }[];
};

export function statementsOf(basis: Basis, serials: readonly BareSerial[]): StatementFacts {
  const { exercise, bodies, parties } = basis;
  const scope = (stated: Parameters<typeof scopeOf>[2]) => scopeOf(basis, serials, stated);
  return {
    closures: placeClosuresOf(basis, serials),
    exclusions: exercise.exclusions.list.map(({ between, and, price }) => ({
      between: scope(between),
      and: scope(and),
      price: price ?? null,
    })),
    lags: exercise.lags.list.map((lag) => ({
      first: scope(lag.first),
      second: scope(lag.second),
      relation: lag.relation,
      least: lag.least?.minutes ?? 0,
      most: lag.most?.minutes ?? Number.POSITIVE_INFINITY,
      fromEnd: lag.measured.startsWith('end'),
      toStart: lag.measured.endsWith('Start'),
      sameUnitsOnly: lag.sameUnitsOnly,
      price: lag.price ?? null,
    })),
    qualifications: exercise.qualifications.list.map((stated) => ({
      before: scope(stated.before),
      needs: scope(stated.needs),
      each: stated.each,
      bodies: Uint8Array.from(bodies, (body) => {
        const party = parties[body.party] ?? '';
        if (body.isUnit) return unitIsIn(exercise, stated.scope, body.id, party) ? 1 : 0;
        return postIsIn(stated.scope, body.id, body.role, body.party < 0 ? undefined : party) ? 1 : 0;
      }),
      speaksOfPosts: stated.scope.posts !== undefined || stated.scope.roles !== undefined,
      price: stated.price ?? null,
    })),
    supports: exercise.supportDemands.list.map((demand) => ({
      id: demand.id,
      scope: scope(demand.scope),
      eligible: bodies.flatMap((body, index) =>
        body.role === demand.role && demand.languages.every((language) => body.languages.includes(language)) ? [index] : [],
      ),
      eachParty: demand.eachParty,
      mixedOnly: demand.mixedOnly,
      light: demand.light,
      count: demand.count,
      onlyRun: demand.during === 'run',
      price: demand.price ?? null,
    })),
    milestones: exercise.milestones.list.map(({ due, lead, gates, price }) => ({
      from: due.at + (lead?.minutes ?? 0),
      gates: gates === undefined ? null : scope(gates),
      price: price ?? null,
    })),
    requirements: exercise.requirements.list.map((requirement) => ({
      id: requirement.id,
      party: parties.indexOf(requirement.party),
      task: requirement.task,
      times: requirement.times,
      light: requirement.light,
      phase: requirement.phase,
      mixed: requirement.mixed,
      price: requirement.hard ? null : (requirement.price ?? 1),
    })),
    parities: exercise.parities.list.map(({ scope: { parties: only, ...rest }, by, within, price }) => ({
      scope: scope(rest),
      by,
      within,
      parties: exercise.setting.participating.filter((party) => only?.includes(party) ?? true).map((party) => parties.indexOf(party)),
      price: price ?? null,
    })),
    pairDemands: exercise.pairDemands.list.map(({ first, second, times, price }) => ({
      pairs: basis.leaves(first).flatMap((one) =>
        basis
          .leaves(second)
          .filter((other) => other !== one)
          .map((other) => [one, other] as const),
      ),
      times,
      price: price ?? null,
    })),
  };
}
