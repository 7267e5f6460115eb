// Why there is no plan, put into lines of words and into data: what cannot be, the statements that it rests on with their files and lines, and
// what would make a plan possible.
import { type Exercise, type ParsedFile, portionsOf } from '../exercise/index.ts';
import type { Place, Zone } from '../kernel/index.ts';
import { type Conflict, type ConflictingStatement, toldTogether, type WayOut, waysOutOf, whyImpossible } from '../plan/index.ts';
import { parsedFile, type SourceFile } from './document.ts';
import type { Line, Lines } from './use-cases.ts';

export type WhyNot = Lines & { readonly json: unknown };
export type HowThorough = NonNullable<Parameters<typeof whyImpossible>[1]>;

type Placed = { readonly at?: Place };

/** Why there is no plan: what cannot hold together and what would mend it, each statement with its place in the files. Plain data. */
export type Reason = Pick<Conflict, 'headline' | 'isMinimal'> & {
  readonly statements: readonly (ConflictingStatement & Placed)[];
  readonly ways: readonly (WayOut & Placed)[];
};

/** The reasons for which there is no plan, where any is proved, and the ways out of each: the one path to them, whoever asks. */
export function reasonsWhy(exercise: Exercise, files: readonly SourceFile[], how: HowThorough): readonly Reason[] {
  const conflicts = whyImpossible(exercise, how);
  if (conflicts.length === 0) return [];
  const placeOf = placesIn(exercise, files);
  const placed = <S extends Stands>(named: S): S & Placed => {
    const at = placeOf(named);
    return at === undefined ? named : { ...named, at };
  };
  const ways = waysOutOf(exercise, conflicts);
  return conflicts.map(({ headline, statements, isMinimal }, index) => ({
    headline,
    isMinimal,
    statements: statements.map(placed),
    ways: (ways[index] ?? []).map(placed),
  }));
}

/** The reasons as lines and as data. */
export function reasonsTold(reasons: readonly Reason[], zone: Zone): WhyNot {
  const lines = reasons.flatMap((reason) => [...conflictLines(reason), ...wayLines(reason.ways, reasons.length > 1)]);
  return { lines, zone, json: reasons.map(conflictData) };
}

type Stands = Pick<ConflictingStatement, 'collection' | 'id' | 'path'>;
export type PlaceOf = (statement: Stands) => Place | undefined;

/** Where a statement stands: its field, or its item where it is about the whole of it. */
export function placesIn(exercise: Exercise, files: readonly SourceFile[]): PlaceOf {
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

const line = (message: Line['message'], indent: number, at?: Place): Line => ({ message, indent, ...(at === undefined ? {} : { at }) });

function conflictLines({ headline, statements, isMinimal }: Reason): readonly Line[] {
  const key = isMinimal ? 'plan.why.together' : 'plan.why.togetherNotMinimal';
  return [
    line(headline, 0),
    line({ key, values: { n: statements.length } }, 1),
    ...toldTogether(statements).map(({ sentence, statements: [first] }) => line(sentence, 2, first.at)),
  ];
}

function wayLines(ways: Reason['ways'], isOneOfSeveral: boolean): readonly Line[] {
  if (ways.length === 0) return [line({ key: 'plan.way.none', values: {} }, 1)];
  const group = (key: string, some: Reason['ways']): readonly Line[] =>
    some.length === 0
      ? []
      : [
          line({ key, values: { n: some.length } }, 1),
          ...some.flatMap(({ sentence, cost, at }) => [line(sentence, 2, at), line({ key: 'plan.way.cost', values: { cost } }, 3)]),
        ];
  return [
    ...group(
      isOneOfSeveral ? 'plan.way.withPlanAndOthers' : 'plan.way.withPlan',
      ways.filter((way) => way.isPlanFound),
    ),
    ...group(
      isOneOfSeveral ? 'plan.way.withoutThisConflict' : 'plan.way.withoutConflict',
      ways.filter((way) => !way.isPlanFound && way.isTried),
    ),
    ...group(
      'plan.way.notTried',
      ways.filter((way) => !way.isTried),
    ),
  ];
}

/** As `--json` prints it; sentences by their keys, since the language is the door's. */
function conflictData({ headline, statements, isMinimal, ways }: Reason) {
  const placed = ({ collection, id, path, at }: Stands & Placed) => {
    return { collection, id, field: path.join('.'), file: at?.file ?? null, line: at?.line ?? null };
  };
  return {
    key: headline.key,
    values: headline.values,
    isMinimal,
    statements: statements.map((statement) => ({ ...placed(statement), ...statement.sentence })),
    ways: ways.map((way) => ({ ...placed(way), ...way.sentence, cost: way.cost, isPlanFound: way.isPlanFound, isTried: way.isTried })),
  };
}
