// Writes a model as text for the engine: FlatZinc with Chuffed's own constraint names, or MiniZinc that any solver of the package reads.

declare const kindOfVariable: unique symbol;
/** The name of a whole-number variable, and of a truth. */
export type IntVar = string & { readonly [kindOfVariable]: 'int' };
export type BoolVar = string & { readonly [kindOfVariable]: 'bool' };

export type Term = readonly [factor: number, variable: IntVar];
/** Sorted ranges, both ends in. */
export type Ranges = readonly (readonly [from: number, to: number])[];

export type Dialect = 'chuffed' | 'minizinc';

export type Search = {
  readonly variables: readonly (IntVar | BoolVar)[];
  readonly isBool?: boolean;
  readonly choose: 'input_order' | 'smallest' | 'first_fail' | 'largest';
  readonly value: 'indomain_min' | 'indomain_max';
};

export type Goal = { readonly minimize: IntVar } | { readonly maximize: IntVar } | 'satisfy';

/** A model being written. Statements go in as they are made; nothing is checked but empty domains, which crash the solver. */
export type ModelWriter = {
  /** A variable whose value a solution tells when it has a name; without one it is the model's own. */
  int(ranges: Ranges, name?: string): IntVar;
  bool(name?: string): BoolVar;
  /** Σ factor × variable ≤ bound; with a condition, only where that is true. */
  atMost(terms: readonly Term[], bound: number, condition?: BoolVar): void;
  equal(terms: readonly Term[], value: number): void;
  /** At least one of `some` is true or one of `others` false. */
  clause(some: readonly BoolVar[], others?: readonly BoolVar[]): void;
  /** A truth that says whether the clause holds. */
  clauseTruth(some: readonly BoolVar[], others: readonly BoolVar[], truth: BoolVar): void;
  /** The truth as 0 or 1. */
  numberOf(truth: BoolVar): IntVar;
  /** A truth that says whether the variable is at least so much. */
  isAtLeast(variable: IntVar, value: number): BoolVar;
  /** Tasks that run for `durations` from their starts on and use `amounts` of something of which there is `capacity` at every moment. */
  cumulative(starts: readonly (IntVar | number)[], durations: readonly number[], amounts: readonly number[], capacity: number): void;
  /** The same where amounts depend on the solution. */
  cumulativeVars(
    starts: readonly (IntVar | number)[],
    durations: readonly number[],
    amounts: readonly (IntVar | number)[],
    capacity: IntVar | number,
  ): void;
  /** One of the variables at an index, which begins with 1, of some numbers. */
  element(index: IntVar, values: readonly number[], value: IntVar): void;
  /** The whole text; undefined where a domain or an empty clause has shown that there is no solution. */
  text(goal: Goal, search: readonly Search[]): string | undefined;
};

const predicates: Readonly<Record<string, string>> = {
  chuffed_cumulative: 'array [int] of var int: s, array [int] of int: d, array [int] of int: r, int: b',
  chuffed_cumulative_vars: 'array [int] of var int: s, array [int] of var int: d, array [int] of var int: r, var int: b',
  int_lin_le_imp: 'array [int] of int: a, array [int] of var int: x, int: c, var bool: b',
};

export function modelWriter(dialect: Dialect = 'chuffed'): ModelWriter {
  const variables: string[] = [];
  const constraints: string[] = [];
  const outputs: string[] = [];
  const used = new Set<string>();
  let isImpossible = false;
  let count = 0;

  const list = (values: readonly (string | number)[]): string => `[${values.join(',')}]`;
  const post = (name: string, ...args: readonly string[]): void => {
    used.add(name);
    constraints.push(`constraint ${name}(${args.join(',')});`);
  };
  const declare = (type: string, name: string | undefined): string => {
    const own = name ?? `v${count++}`;
    if (name !== undefined) outputs.push(name);
    variables.push(`var ${type}: ${own}${name !== undefined && dialect === 'chuffed' ? ' :: output_var' : ''};`);
    return own;
  };
  const linear = (name: string, terms: readonly Term[], bound: number, ...more: readonly string[]): void =>
    post(name, list(terms.map(([factor]) => factor)), list(terms.map(([, variable]) => variable)), String(bound), ...more);

  const writer: ModelWriter = {
    int: (ranges, name) => {
      if (ranges.length === 0) isImpossible = true;
      const sorted = ranges.length === 0 ? [[0, 0] as const] : ranges;
      const [low, high] = [sorted[0]?.[0] ?? 0, sorted.at(-1)?.[1] ?? 0];
      if (sorted.length === 1) return declare(`${low}..${high}`, name) as IntVar;
      const values = sorted.flatMap(([from, to]) => Array.from({ length: to - from + 1 }, (_, index) => from + index));
      return declare(`{${values.join(',')}}`, name) as IntVar;
    },
    bool: (name) => declare('bool', name) as BoolVar,
    atMost: (terms, bound, condition) => {
      if (terms.length === 0) {
        if (bound < 0 && condition !== undefined) writer.clause([], [condition]);
        else if (bound < 0) isImpossible = true;
      } else if (condition === undefined) linear('int_lin_le', terms, bound);
      else if (dialect === 'chuffed') linear('int_lin_le_imp', terms, bound, condition);
      else
        constraints.push(
          `constraint ${condition} -> (${terms.map(([factor, variable]) => `(${factor})*${variable}`).join('+')} <= ${bound});`,
        );
    },
    equal: (terms, value) => linear('int_lin_eq', terms, value),
    clause: (some, others = []) => {
      if (some.length + others.length === 0) isImpossible = true;
      else post('bool_clause', list(some), list(others));
    },
    clauseTruth: (some, others, truth) => post('bool_clause_reif', list(some), list(others), truth),
    numberOf: (truth) => {
      const number = declare('0..1', undefined) as IntVar;
      if (dialect === 'chuffed') post('bool2int', truth, number);
      else constraints.push(`constraint ${number} = bool2int(${truth});`);
      return number;
    },
    isAtLeast: (variable, value) => {
      const truth = declare('bool', undefined) as BoolVar;
      if (dialect === 'chuffed') post('int_le_reif', String(value), variable, truth);
      else constraints.push(`constraint ${truth} <-> (${variable} >= ${value});`);
      return truth;
    },
    cumulative: (starts, durations, amounts, capacity) => {
      if (dialect === 'minizinc') used.add('cumulative');
      post(dialect === 'chuffed' ? 'chuffed_cumulative' : 'cumulative', list(starts), list(durations), list(amounts), String(capacity));
    },
    cumulativeVars: (starts, durations, amounts, capacity) => {
      const name = dialect === 'chuffed' ? 'chuffed_cumulative_vars' : 'cumulative';
      post(name, list(starts), list(durations), list(amounts), String(capacity));
    },
    element: (index, values, value) => post('array_int_element', index, list(values), value),
    text: (goal, search) => {
      if (isImpossible) return undefined;
      const declared = Object.entries(predicates).filter(([name]) => used.has(name));
      const head =
        dialect === 'chuffed'
          ? declared.map(([name, signature]) => `predicate ${name}(${signature});`)
          : used.has('cumulative')
            ? ['include "cumulative.mzn";']
            : [];
      const steps = search
        .filter(({ variables: named }) => named.length > 0)
        .map(
          ({ variables: named, isBool = false, choose, value }) =>
            `${isBool ? 'bool' : 'int'}_search(${list(named)}, ${choose}, ${value}, complete)`,
        );
      const annotation = steps.length === 0 ? '' : steps.length === 1 ? ` :: ${steps[0]}` : ` :: seq_search([${steps.join(', ')}])`;
      const sought = goal === 'satisfy' ? 'satisfy' : 'minimize' in goal ? `minimize ${goal.minimize}` : `maximize ${goal.maximize}`;
      // MiniZinc prints what it is told to: here the same lines as FlatZinc's output variables.
      const told = dialect === 'chuffed' ? [] : [`output [${outputs.map((name) => `"${name} = ", show(${name}), ";\\n"`).join(', ')}];`];
      return `${[...head, ...variables, ...constraints, `solve${annotation} ${sought};`, ...told].join('\n')}\n`;
    },
  };
  return writer;
}
