/**
 * Generates exercises to measure planners on. A hidden plan is made first; then everything a document states is read off it and cut until
 * `tightness` of its slack over that plan is gone. A document with a tightness up to 1 therefore has a plan by construction, and the hidden
 * plan proves it. `impossible` plants statements that cannot hold together, and of which none is superfluous.
 */
import { type Exercise, type ParsedFile, readExercise } from '../../exercise/index.ts';
import { Bug } from '../../kernel/index.ts';
import type { Booking } from '../plan.ts';
import { contradict, type Planted } from './contradiction.ts';
import { contentOf, filesOf, type GeneratedFile } from './files.ts';
import { hiddenPlan } from './hidden.ts';
import { measuredSection } from './measured-section.ts';
import type { Mould } from './mould.ts';
import { ghostsOf } from './reserves.ts';
import { orderOf } from './serials-section.ts';
import { shapeOf } from './shape.ts';
import { callUpFirst } from './support.ts';
import { syllabusOf } from './syllabus.ts';
import { witnessOf } from './witness.ts';
import { type GenerateOptions, worldOf } from './world.ts';

export type Generated = {
  readonly files: readonly GeneratedFile[];
  /** The hidden plan, in the document's order of serials; what a contradiction planted is not held in it. */
  readonly hidden: readonly Booking[];
  /** The statements of a planted contradiction; none where the document has a plan. */
  readonly planted: readonly Planted[];
};

/** The same mould and options give the same files. */
export function generate(mould: Mould, options: GenerateOptions): Generated {
  const world = worldOf(mould, options);
  callUpFirst(world);
  const hidden = hiddenPlan(world, syllabusOf(world));
  const shape = shapeOf(world, hidden, ghostsOf(world, hidden));
  const content = contentOf(shape, orderOf(shape));
  const serials = (content.serials ?? []).map(({ id }) => id);
  const witness = witnessOf(shape, serials);
  const measured = measuredSection(shape, exerciseFrom(filesOf(shape, content)), witness);
  const whole = { ...content, ...measured };
  // None planted is no contradiction.
  if (options.impossible === undefined || options.impossible <= 0) return { files: filesOf(shape, whole), hidden: witness, planted: [] };
  const contradiction = contradict(shape, whole, options.impossible);
  const all = (contradiction.content.serials ?? []).map(({ id }) => id);
  return { files: filesOf(shape, contradiction.content), hidden: witnessOf(shape, all), planted: contradiction.planted };
}

/** The exercise that the files of a generated document make. Throws a `Bug` where they do not check. */
export function exerciseFrom(files: readonly GeneratedFile[]): Exercise {
  const { exercise, faults } = readExercise(files.map(parsed));
  const [fault] = faults;
  if (exercise === undefined || fault !== undefined) throw new Bug(`a generated document has a fault: ${JSON.stringify(fault)}`);
  return exercise;
}

/** A generated document without one of the statements planted in it. */
export function withoutPlanted(files: readonly GeneratedFile[], { collection, id }: Planted): readonly GeneratedFile[] {
  return files.map(({ path, content }) => {
    const table = content[collection];
    if (typeof table !== 'object' || table === null) return { path, content };
    const rest = Object.fromEntries(Object.entries(table).filter(([item]) => item !== id));
    const { [collection]: _, ...others } = content;
    return { path, content: Object.keys(rest).length === 0 ? others : { ...content, [collection]: rest } };
  });
}

function parsed({ path, content }: GeneratedFile): ParsedFile {
  const place = { file: path, line: 1, column: 1 };
  return { path, value: content, places: () => ({ key: place, value: place }) };
}
