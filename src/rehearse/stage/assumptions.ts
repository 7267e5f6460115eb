/** What the dry run assumes about people: how long things take and how often they happen, from the document; where it is silent, a built-in value marked "assumed". */
import type { Assumption, assumptionKinds, Exercise } from '../../exercise/index.ts';
import type { Light, Random } from '../../kernel/index.ts';

export type AssumptionKind = (typeof assumptionKinds)[number];

/** For whom and when: the most specific assumption that fits is taken. `kinds` are kinds of serial, phases, kinds of procedure, or means. */
export type AssumptionContext = {
  readonly role?: string;
  readonly party?: string | undefined;
  readonly languages?: readonly string[];
  readonly light?: Light;
  readonly kinds?: readonly string[];
};

/** A number for a stream of chance: minutes, 0 or 1 for a chance, the place of the drawn word for weights. `overrun` and `travelDelay` are factors on what was planned. */
export type Draw = (random: Random) => number;

export type Assumptions = {
  readonly drawOf: (kind: AssumptionKind, context: AssumptionContext) => Draw;
  /** The words of a `weights` distribution, in the document's order. */
  readonly wordsOf: (kind: AssumptionKind, context: AssumptionContext) => readonly string[];
  /** Those the document states, then the built-in ones of the kinds on which it is silent. */
  readonly stated: readonly { readonly id: string; readonly source: string }[];
};

type Distribution = Assumption['distribution'];
type Rule = Pick<Assumption, 'distribution' | 'roles' | 'languages' | 'light' | 'kinds' | 'parties'>;

const plain = (distribution: Distribution, more: Partial<Rule> = {}): Rule => ({
  distribution,
  roles: [],
  languages: [],
  light: undefined,
  kinds: [],
  parties: [],
  ...more,
});
const lognormal = (median: number, sigma: number): Distribution => ({ shape: 'lognormal', median, sigma });
const triangular = (least: number, mode: number, most: number): Distribution => ({ shape: 'triangular', least, mode, most });
const chance = (probability: number): Distribution => ({ shape: 'chance', probability });

/** Deliberately unspectacular: what an orderly staff exercise shows. Each is reported as "assumed". */
const builtIn: { readonly [K in AssumptionKind]: readonly Rule[] } = {
  readMinutes: [plain(lognormal(3, 0.5))],
  decideMinutes: [plain(lognormal(9, 0.6))],
  translateMinutes: [plain(lognormal(7, 0.5)), plain(lognormal(10, 0.5), { light: 'night' })],
  releaseReviewMinutes: [plain(lognormal(12, 0.6))],
  deliverMinutes: [plain(triangular(1, 2, 6))],
  overrun: [plain(lognormal(1.04, 0.09))],
  travelDelay: [plain(triangular(0.95, 1.05, 1.5))],
  goNoGoMinutes: [plain(triangular(2, 5, 15))],
  answerProbability: [plain(chance(0.94))],
  noShow: [plain(chance(0.01))],
  observationProbability: [plain(chance(0.9))],
  rating: [],
  weatherCancel: [plain(chance(0.04))],
  captureProbability: [plain(chance(0.7))],
  stop: [plain(chance(0.04))],
};

/** Shares of the places of a rating scale, best first, when the document states none: mostly the upper two. */
const ratingShares = [0.38, 0.4, 0.17, 0.05];

/** The assumptions of an exercise. The stage remembers what it asked: a thousand runs ask for the same few. */
export function assumptionsOf(exercise: Exercise): Assumptions {
  const { list } = exercise.assumptions;
  const scale = exercise.setting.ratingScale;
  const rating = plain({ shape: 'weights', weights: Object.fromEntries(scale.map((word, place) => [word, ratingShares[place] ?? 0.02])) });
  // Where every rule of a kind has a filter, some may fit none: there the built-in one speaks.
  const silent = (kind: AssumptionKind) => !list.some((one) => one.kind === kind && fit(one, {}) === 0);
  const fitting = (kind: AssumptionKind, context: AssumptionContext): Rule => {
    const fallback = kind === 'rating' ? [rating] : builtIn[kind];
    const own = list.filter((one) => one.kind === kind);
    return mostSpecific(own, context) ?? mostSpecific(fallback, context) ?? plain({ shape: 'fixed', value: 0 });
  };
  const kinds = Object.keys(builtIn) as AssumptionKind[];
  return {
    drawOf: (kind, context) => drawFrom(fitting(kind, context).distribution),
    wordsOf: (kind, context) => {
      const { distribution } = fitting(kind, context);
      return distribution.shape === 'weights' ? Object.keys(distribution.weights) : [];
    },
    stated: [
      ...list.map(({ id, source }) => ({ id, source })),
      ...kinds.filter(silent).map((kind) => ({ id: `built-in/${kind}`, source: 'assumed' })),
    ],
  };
}

function mostSpecific(rules: readonly Rule[], context: AssumptionContext): Rule | undefined {
  let best: Rule | undefined;
  let bestScore = -1;
  for (const rule of rules) {
    const score = fit(rule, context);
    if (score > bestScore) [best, bestScore] = [rule, score];
  }
  return best;
}

/** How many of a rule's filters hold; −1 when one does not. */
function fit(rule: Rule, { role, party, languages = [], light, kinds = [] }: AssumptionContext): number {
  const tests = [
    [rule.roles.length > 0, role !== undefined && rule.roles.includes(role)],
    [rule.parties.length > 0, party !== undefined && rule.parties.some((one) => one === party)],
    [rule.languages.length > 0, rule.languages.every((language) => languages.includes(language))],
    [rule.light !== undefined, rule.light === light],
    [rule.kinds.length > 0, rule.kinds.some((kind) => kinds.includes(kind))],
  ] as const;
  if (tests.some(([stated, holds]) => stated && !holds)) return -1;
  return tests.filter(([stated]) => stated).length;
}

function drawFrom(distribution: Distribution): Draw {
  switch (distribution.shape) {
    case 'fixed':
      return () => distribution.value;
    case 'triangular':
      return (random) => random.triangular(distribution.least, distribution.mode, distribution.most);
    case 'lognormal':
      return (random) => random.lognormal(distribution.median, distribution.sigma);
    case 'exponential':
      return (random) => random.exponential(distribution.mean);
    case 'chance':
      return (random) => (random.uniform() < distribution.probability ? 1 : 0);
    case 'weights': {
      const weights = Object.values(distribution.weights);
      const all = weights.reduce((sum, weight) => sum + weight, 0);
      return (random) => placeOf(weights, random.uniform() * all);
    }
  }
}

function placeOf(weights: readonly number[], at: number): number {
  let passed = 0;
  for (let place = 0; place < weights.length; place++) {
    passed += weights[place] ?? 0;
    if (at < passed) return place;
  }
  return Math.max(0, weights.length - 1);
}
