/** What every product begins with: its subtitle, what it was made from, and the facts of the exercise. */
import { isProblem, localDay, type MinuteInstant, type Problem, unreachable } from '../kernel/index.ts';
import type { Reader } from '../release/index.ts';
import { sayDay } from '../words/index.ts';
import type { Block, Document } from './content.ts';
import type { Pen } from './pen.ts';

/** Finishes a product: marked by all that the pen used. */
export function documentOf(
  pen: Pen,
  {
    title,
    subtitle,
    paper = 'A4',
    blocks,
  }: { readonly title: string; readonly subtitle?: string; readonly paper?: Document['paper']; readonly blocks: readonly Block[] },
): Document | Problem {
  const { exercise } = pen.matter;
  pen.use('exercise', 'exercise', 'name', 'from', 'to', 'simulated');
  const basis = basisOf(pen);
  const opening = subtitle ?? `${exerciseName(pen)} · ${periodOf(pen, exercise.setting.from.at, exercise.setting.to.at)}`;
  const marking = pen.marking();
  if (isProblem(marking)) return marking;
  const simulated = pen.matter.log?.assessment.simulated ?? exercise.setting.simulated;
  return { language: pen.language, title, subtitle: opening, marking, basis, simulated, paper, blocks };
}

export function exerciseName(pen: Pen): string {
  const { code, name } = pen.matter.exercise.setting;
  const said = pen.named(name);
  return said === '' ? code : said;
}

/** `8 – 19 July 2024` as two whole days. */
export function periodOf(pen: Pen, from: MinuteInstant, to: MinuteInstant): string {
  const [first, last] = [localDay(from, pen.zone), localDay(to, pen.zone)];
  return first === last ? sayDay(first, pen.language) : `${sayDay(first, pen.language)} – ${sayDay(last, pen.language)}`;
}

/** What the product is made from, in a sentence that names nothing its reader may not read. */
export function basisOf(pen: Pen): string {
  const { reader, log } = pen.matter;
  const who = whoReads(pen, reader);
  if (log === null) return pen.say('basis.document', who);
  const { streams, events } = log.assessment.basis;
  return pen.say('basis.log', { ...who, streams, events });
}

type Who = { readonly who: string; readonly party: string; readonly viewed: string; readonly user: string };

function whoReads(pen: Pen, reader: Reader): Who {
  const none = { party: '', viewed: '', user: '' };
  switch (reader.kind) {
    case 'party':
      return { ...none, who: reader.excon ? 'excon' : 'party', party: reader.party };
    case 'person':
      return { ...none, who: 'other', party: reader.id };
    case 'joint':
    case 'public':
    case 'all':
      return { ...none, who: reader.kind };
    case 'both': {
      const [viewed, user] = [reader.viewed, reader.user].map((one) => pen.say('whoReads', whoReads(pen, one)));
      return { ...none, who: 'both', viewed: viewed ?? '', user: user ?? '' };
    }
    default:
      return unreachable(reader);
  }
}
