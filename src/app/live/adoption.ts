// Document and plan into the log and out of it: a running exercise's truth is its log, and the folder is only shown as a difference.
import { bookingOf, type HomeConduct, type OrderOf, slice, systemAuthor } from '../../conduct/index.ts';
import { classFactsOf, type Exercise, fileClasses, isReadFirst } from '../../exercise/index.ts';
import { Bug, sha256Hex } from '../../kernel/index.ts';
import { type Booking, barePlan, type FoundBy, type Plan } from '../../plan/index.ts';
import { parsedFile, type SourceFile } from '../document.ts';
import { filesAfter, type HeldFile } from '../held-files.ts';
import type { Given, Told } from './home.ts';

const text = new TextDecoder();

/** Files as the order to adopt them holds them, each in its class. */
export function filesToAdopt(files: readonly SourceFile[]): OrderOf<'AdoptDocument'>['files'] {
  const parsed = files.map(parsedFile);
  const { facts } = classFactsOf(parsed.filter(({ path }) => isReadFirst(path)));
  if (facts === undefined) throw new Bug('a document is adopted that states no class facts');
  const { classes } = fileClasses(parsed, facts);
  return files.map(({ path, bytes }) => {
    const content = text.decode(bytes);
    const classKey = classes.get(path);
    if (classKey === undefined) throw new Bug(`a file without a class: ${path}`);
    return { file: path, class: classKey, text: content, hash: sha256Hex(content) };
  });
}

/** The order to adopt a document after what is there. A file of the log that the folder has no more is adopted empty. */
export function adoptDocument(files: readonly SourceFile[], past: readonly Told[]): Given {
  const gone = filesIn(past).filter(({ path }) => !files.some((file) => file.path === path));
  const emptied = gone.map(({ path, stream }) => ({ file: path, class: stream, text: '', hash: sha256Hex('') }));
  const order: OrderOf<'AdoptDocument'> = { files: [...filesToAdopt(files), ...emptied] };
  const mark = sha256Hex(order.files.map(({ file, hash }) => `${file} ${hash}`).join('\n')).slice(0, 20);
  // The same document may come again after another, so the identifier says after how much.
  return { id: `adopt-document/${past.length}/${mark}`, type: 'AdoptDocument', by: systemAuthor, order };
}

export function adoptPlan(plan: Plan, past: readonly Told[]): Given {
  const { seed, iterations, lanes, objectives, unmet, bookings } = plan;
  // The same values in the command's mutable form; nobody writes to them.
  const order = { seed, iterations, lanes, objectives, unmet, bookings } as unknown as OrderOf<'AdoptPlan'>;
  return { id: `adopt-plan/${past.length}/${sha256Hex(JSON.stringify(order)).slice(0, 20)}`, type: 'AdoptPlan', by: systemAuthor, order };
}

/** The document's files as the log holds them, with what was edited since they were adopted. */
export function filesIn(past: readonly Told[]): readonly HeldFile[] {
  return [...filesAfter(past.map(({ logged }) => logged)).values()];
}

/** Which files differ between the folder and the log. */
export function differences(folder: readonly SourceFile[], past: readonly Told[]): readonly string[] {
  const held = new Map(filesIn(past).map(({ path, text: content }) => [path, content]));
  const changed = folder.filter(({ path, bytes }) => (held.get(path) ?? '') !== text.decode(bytes)).map(({ path }) => path);
  const gone = [...held.keys()].filter((path) => !folder.some((file) => file.path === path));
  return [...changed, ...gone];
}

/** The plan as it stands in the log; undefined before one was adopted. */
export function planIn(conduct: HomeConduct, exercise: Exercise): Plan | undefined {
  const adopted = slice(conduct, conduct.routes.excon)?.adoption.plan;
  if (adopted == null) return undefined;
  const bookings = exercise.serials.list.flatMap(({ id }) => (bookingOf(conduct, id) as Booking | undefined) ?? []);
  return planOf(exercise, adopted, bookings);
}

function planOf(
  exercise: Exercise,
  { objectives, unmet, ...adopted }: FoundBy & Readonly<Record<'objectives' | 'unmet', unknown>>,
  bookings: readonly Booking[],
): Plan {
  return { ...barePlan(exercise.setting.code, bookings, adopted), objectives, unmet } as Plan;
}

/** The plan as it was first adopted, with which play began; undefined before one was adopted. */
export function planFirstAdopted(past: readonly Told[], exercise: Exercise): Plan | undefined {
  const first = past.find(({ logged }) => logged.event.type === 'PlanAdopted')?.logged;
  if (first?.event.type !== 'PlanAdopted' || first.event.payload === null) return undefined;
  const bookings = past.flatMap(({ logged: { time, event } }) =>
    time === first.time && event.type === 'BookingAdopted' && event.payload !== null ? [event.payload as Booking] : [],
  );
  return planOf(exercise, first.event.payload, bookings);
}
