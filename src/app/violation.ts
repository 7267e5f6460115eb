// A rule broken, as the problem that is shown: the rule's own sentence with what is concerned.
import { type Problem, problem } from '../kernel/index.ts';
import type { Violation } from '../plan/index.ts';

export function violationProblem({ rule, values, amount }: Violation): Problem {
  return problem(`plan.${rule}`, { ...values, amount });
}
