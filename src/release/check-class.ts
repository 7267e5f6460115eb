// Faults of a class that somebody wrote by hand: unknown names, and labels that contradict themselves or that nobody can read.
import { nearest, type Problem, problem } from '../kernel/index.ts';
import type { Class } from './class.ts';
import type { Scale } from './label.ts';

/** The names that a class may use. */
export type KnownNames = {
  readonly scale: Scale;
  readonly parties: readonly string[];
  readonly posts: readonly string[];
  readonly caveats: readonly string[];
};

/** All that is wrong with a class, without its place. */
export function checkClass({ label, audience }: Class, known: KnownNames): readonly Problem[] {
  const { classification, releasableTo, caveats } = label;
  const parties = releasableTo === 'PUBLIC' ? [] : releasableTo;
  const problems: Problem[] = [
    ...unknownNames('release.unknownClassification', [classification], known.scale),
    ...unknownNames('release.unknownParty', audience.kind === 'party' ? [...parties, audience.id] : parties, known.parties),
    ...unknownNames('release.unknownCaveat', caveats, known.caveats),
    ...unknownNames('release.unknownPost', audience.kind === 'post' ? [audience.id] : [], known.posts),
  ];
  if (releasableTo === 'PUBLIC') {
    const lowest = known.scale[0] ?? '';
    const isKnown = known.scale.includes(classification);
    if (isKnown && classification !== lowest) {
      problems.push(problem('release.publicYetClassified', { classification }, { key: 'release.classifyPublicAs', values: { lowest } }));
    }
    if (caveats.length > 0) problems.push(problem('release.publicYetCaveats', { caveats }));
  } else if (releasableTo.length === 0) {
    problems.push(problem('release.releasableToNobody'));
  } else if (audience.kind === 'public') {
    problems.push(problem('release.publicAudienceOfParties', { parties: releasableTo }));
  } else if (audience.kind === 'party' && !releasableTo.includes(audience.id)) {
    problems.push(problem('release.audienceNotAdmitted', { party: audience.id, parties: releasableTo }));
  }
  return problems;
}

function unknownNames(key: string, names: readonly string[], known: readonly string[]): readonly Problem[] {
  return [...new Set(names)]
    .filter((name) => !known.includes(name))
    .map((name) => {
      const meant = nearest(name, known);
      const allowed = { key: 'release.namesAre', values: { names: known } };
      if (meant === undefined) return problem(key, { name }, known.length > 0 ? allowed : undefined);
      return problem(key, { name }, { key: 'kernel.meant', values: { name: meant } });
    });
}
