// `publish`: a product for a reader, in a language and a format, from a document and its plan or from a log.
import { htmlOf } from '../formats/html/index.ts';
import { icalOf } from '../formats/ical/index.ts';
import { isoDateOfDay, isProblem, localDay, Malformed, type Problem, problem, readIsoDate } from '../kernel/index.ts';
import { planForReader } from '../plan/index.ts';
import { calendarOf, isJoint, type Matter, productOf } from '../products/index.ts';
import type { Reader } from '../release/index.ts';
import { type Language, say } from '../words/index.ts';
import { documentFrom, faultsFor, filesOf } from './document.ts';
import { matterOfLog } from './log-source.ts';
import { soundPlan } from './plan-file.ts';
import { jointFor, readerNamed, sharedReading } from './readers.ts';
import type { ProductFormat, ProductName, ProductSource, PublishProduct } from './use-cases.ts';

export const publishProduct: PublishProduct = async ({ product, source, reader, language, format, day }) => {
  const matter = await matterFrom(source, reader, isJoint(product));
  return { content: await productBytes(matter, { product, language, format, ...(day === undefined ? {} : { day }) }) };
};

/** A product's bytes from what its reader may read. Throws `Malformed` where it cannot be made. */
export async function productBytes(
  matter: Matter,
  {
    product,
    language,
    format,
    day,
  }: { readonly product: ProductName; readonly language: Language; readonly format: ProductFormat; readonly day?: string },
): Promise<string | Uint8Array> {
  const options = day === undefined ? {} : { day: sound(dayIn(day, matter)) };
  if (format === 'ics') {
    if (product !== 'schedule' && product !== 'day') throw new Malformed([problem('product.noCalendar', { product })]);
    return icalOf(sound(calendarOf(product, matter, language, options)));
  }
  const document = sound(productOf(product, matter, language, options));
  const simulated = say({ key: 'product.simulated', values: {} }, language);
  if (format === 'html') return htmlOf(document, simulated);
  const { pdfOf } = await import('../formats/pdf/index.ts');
  return pdfOf(document, simulated);
}

async function matterFrom(source: ProductSource, readerText: string, joint: boolean): Promise<Matter> {
  if (source.kind === 'log') return matterOfLog(source.logFile, { reader: readerText, joint, progress: () => {} });
  const { files, faults } = await filesOf(source.directory);
  if (files.length === 0) throw new Malformed(faults);
  const shared = sharedReading(files);
  const asked = sound(readerNamed(readerText, files, shared));
  const reader: Reader = joint ? sound(jointFor(asked, shared)) : asked;
  const { exercise, faults: inFiles } = documentFrom(files, reader);
  const found = [...faultsFor(faults, files, reader), ...inFiles];
  if (exercise === undefined || found.length > 0) throw new Malformed(found);
  const plan = await soundPlan(source.planFile, exercise);
  return { reader, exercise, plan: planForReader(exercise, plan, reader), log: null };
}

/** A local day of the exercise, as days since 1970. */
function dayIn(text: string, { exercise }: Matter): number | Problem {
  const day = readIsoDate(text);
  if (isProblem(day)) return day;
  const [first, last] = [localDay(exercise.setting.from.at, exercise.zone), localDay(exercise.setting.to.at, exercise.zone)];
  if (day >= first && day <= last) return day;
  return problem('product.noSuchDay', { day: text, from: isoDateOfDay(first), to: isoDateOfDay(last) });
}

function sound<T extends object | number>(found: T | Problem): T {
  if (typeof found === 'object' && isProblem(found)) throw new Malformed([found]);
  return found as T;
}
