import { expect, test } from 'vitest';
import { modelWriter } from './flatzinc.ts';

function twoTasks(dialect: 'chuffed' | 'minizinc') {
  const model = modelWriter(dialect);
  const first = model.int([[0, 9]], 's0');
  const second = model.int(
    [
      [0, 2],
      [6, 6],
    ],
    's1',
  );
  const end = model.int([[0, 20]], 'end');
  const isFirst = model.bool('first');
  model.atMost(
    [
      [1, first],
      [-1, end],
    ],
    -5,
  );
  model.atMost(
    [
      [1, second],
      [-1, end],
    ],
    -3,
  );
  model.atMost(
    [
      [1, first],
      [-1, second],
    ],
    -5,
    isFirst,
  );
  model.clause([isFirst], []);
  model.cumulative([first, second, 12], [5, 3, 4], [1, 2, 2], 2);
  return model.text({ minimize: end }, [{ variables: [first, second], choose: 'smallest', value: 'indomain_min' }]);
}

test('a model is written in FlatZinc with the names of Chuffed', () => {
  expect(twoTasks('chuffed')).toMatchInlineSnapshot(`
    "predicate chuffed_cumulative(array [int] of var int: s, array [int] of int: d, array [int] of int: r, int: b);
    predicate int_lin_le_imp(array [int] of int: a, array [int] of var int: x, int: c, var bool: b);
    var 0..9: s0 :: output_var;
    var {0,1,2,6}: s1 :: output_var;
    var 0..20: end :: output_var;
    var bool: first :: output_var;
    constraint int_lin_le([1,-1],[s0,end],-5);
    constraint int_lin_le([1,-1],[s1,end],-3);
    constraint int_lin_le_imp([1,-1],[s0,s1],-5,first);
    constraint bool_clause([first],[]);
    constraint chuffed_cumulative([s0,s1,12],[5,3,4],[1,2,2],2);
    solve :: int_search([s0,s1], smallest, indomain_min, complete) minimize end;
    "
  `);
});

test('the same model is written in MiniZinc for any solver', () => {
  expect(twoTasks('minizinc')).toMatchInlineSnapshot(`
    "include "cumulative.mzn";
    var 0..9: s0;
    var {0,1,2,6}: s1;
    var 0..20: end;
    var bool: first;
    constraint int_lin_le([1,-1],[s0,end],-5);
    constraint int_lin_le([1,-1],[s1,end],-3);
    constraint first -> ((1)*s0+(-1)*s1 <= -5);
    constraint bool_clause([first],[]);
    constraint cumulative([s0,s1,12],[5,3,4],[1,2,2],2);
    solve :: int_search([s0,s1], smallest, indomain_min, complete) minimize end;
    output ["s0 = ", show(s0), ";\\n", "s1 = ", show(s1), ";\\n", "end = ", show(end), ";\\n", "first = ", show(first), ";\\n"];
    "
  `);
});

test('a domain without values makes no text, because the solver would break on it', () => {
  const model = modelWriter();
  model.int([], 's0');
  expect(model.text('satisfy', [])).toBeUndefined();
});

test('a sum of nothing that must be less than nothing makes no text', () => {
  const model = modelWriter();
  model.atMost([], -1);
  expect(model.text('satisfy', [])).toBeUndefined();
});
