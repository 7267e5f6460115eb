// Why there is no plan, put into lines of words and into data: what cannot be, the statements that it rests on with their files and lines, and
// what would make a plan possible.
import { type Exercise, type ParsedFile, portionsOf } from '../exercise/index.ts';
import type { Place } from '../kernel/index.ts';
import { type Conflict, type ConflictingStatement, whyImpossible } from '../plan/index.ts';
import { parsedFile, type SourceFile } from './document.ts';
import type { Line, Lines } from './use-cases.ts';

export type WhyNot = Lines & { readonly json: unknown };

/** The reasons for which there is no plan, where any is proved. */
export function whyNot(exercise: Exercise, files: readonly SourceFile[], how: 'atOnce' | 'thorough'): WhyNot | undefined {
  const conflicts = whyImpossible(exercise, how);
  if (conflicts.length === 0) return undefined;
  const placed = placesIn(exercise, files);
  const lines = conflicts.flatMap((conflict) => conflictLines(conflict, placed));
  return { lines, zone: exercise.zone, json: conflicts.map((conflict) => conflictData(conflict, placed)) };
}

type PlaceOf = (statement: ConflictingStatement) => Place | undefined;

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

/** As `--json` prints it; sentences by their keys, since the language is the door's. */
function conflictData({ headline, statements, isMinimal }: Conflict, placeOf: PlaceOf) {
  return {
    key: headline.key,
    values: headline.values,
    isMinimal,
    statements: statements.map((statement) => {
      const { collection, id, path, sentence } = statement;
      const at = placeOf(statement);
      return {
        collection,
        id,
        field: path.join('.'),
        file: at?.file ?? null,
        line: at?.line ?? null,
        key: sentence.key,
        values: sentence.values,
      };
    }),
  };
}
