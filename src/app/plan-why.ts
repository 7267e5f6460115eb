// Why there is no plan, put into lines of words and into data: what cannot be, the statements that it rests on with their files and lines, and
// what would make a plan possible.
import { type Exercise, type ParsedFile, portionsOf } from '../exercise/index.ts';
import type { Place } from '../kernel/index.ts';
import { type Conflict, type ConflictingStatement, type WayOut, waysOutOf, whyImpossible } from '../plan/index.ts';
import { parsedFile, type SourceFile } from './document.ts';
import type { Line, Lines } from './use-cases.ts';

export type WhyNot = Lines & { readonly json: unknown };

/** The reasons for which there is no plan, where any is proved, and the ways out of each. */
export function whyNot(exercise: Exercise, files: readonly SourceFile[], how: 'atOnce' | 'thorough'): WhyNot | undefined {
  const conflicts = whyImpossible(exercise, how);
  if (conflicts.length === 0) return undefined;
  const placed = placesIn(exercise, files);
  const ways = waysOutOf(exercise, conflicts);
  const lines = conflicts.flatMap((conflict, index) => [
    ...conflictLines(conflict, placed),
    ...wayLines(ways[index] ?? [], placed, conflicts.length > 1),
  ]);
  const json = conflicts.map((conflict, index) => conflictData(conflict, ways[index] ?? [], placed));
  return { lines, zone: exercise.zone, json };
}

type Stands = Pick<ConflictingStatement, 'collection' | 'id' | 'path'>;
type PlaceOf = (statement: Stands) => Place | undefined;

/** Where a statement stands: its field, or its item where it is about the whole of it. */
function placesIn(exercise: Exercise, files: readonly SourceFile[]): PlaceOf {
  const parsed = new Map<string, ParsedFile>();
  return ({ collection, id, path }) => {
    const portions = portionsOf(exercise, collection, id);
    const portion = portions.find(({ fields }) => fields.includes(String(path[0]))) ?? portions[0];
    const file = files.find((one) => one.path === portion?.file);
    if (portion === undefined || file === undefined) return undefined;
    const known = parsed.get(file.path) ?? parsedFile(file);
    parsed.set(file.path, known);
    return known.places([collection, id, ...(portion.fields.includes(String(path[0])) ? path : [])]).key;
  };
}

function conflictLines({ headline, statements, isMinimal }: Conflict, placeOf: PlaceOf): readonly Line[] {
  const key = isMinimal ? 'plan.why.together' : 'plan.why.togetherNotMinimal';
  return [
    { message: headline, indent: 0 },
    { message: { key, values: { n: statements.length } }, indent: 1 },
    ...statements.map((statement): Line => {
      const at = placeOf(statement);
      return { message: statement.sentence, indent: 2, ...(at === undefined ? {} : { at }) };
    }),
  ];
}

function wayLines(ways: readonly WayOut[], placeOf: PlaceOf, isOneOfSeveral: boolean): readonly Line[] {
  if (ways.length === 0) return [{ message: { key: 'plan.way.none', values: {} }, indent: 1 }];
  const group = (key: string, some: readonly WayOut[]): readonly Line[] =>
    some.length === 0
      ? []
      : [
          { message: { key, values: { n: some.length } }, indent: 1 },
          ...some.flatMap((way): Line[] => {
            const at = placeOf(way);
            return [
              { message: way.sentence, indent: 2, ...(at === undefined ? {} : { at }) },
              { message: { key: 'plan.way.cost', values: { cost: way.cost } }, indent: 3 },
            ];
          }),
        ];
  return [
    ...group(
      isOneOfSeveral ? 'plan.way.withPlanAndOthers' : 'plan.way.withPlan',
      ways.filter((way) => way.isPlanFound),
    ),
    ...group(
      'plan.way.withoutConflict',
      ways.filter((way) => !way.isPlanFound),
    ),
  ];
}

/** As `--json` prints it; sentences by their keys, since the language is the door's. */
function conflictData({ headline, statements, isMinimal }: Conflict, ways: readonly WayOut[], placeOf: PlaceOf) {
  const placed = (named: Stands) => {
    const at = placeOf(named);
    const { collection, id, path } = named;
    return { collection, id, field: path.join('.'), file: at?.file ?? null, line: at?.line ?? null };
  };
  return {
    key: headline.key,
    values: headline.values,
    isMinimal,
    statements: statements.map((statement) => ({ ...placed(statement), ...statement.sentence })),
    ways: ways.map(({ sentence, cost, isPlanFound, ...named }) => ({ ...placed(named), ...sentence, cost, isPlanFound })),
  };
}
