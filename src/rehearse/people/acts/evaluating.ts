/** Evaluators observe what the collection plan gives them, and record how procedures of coordination went; the partner's language takes an interpreter. */
import type { ProcedureHeld, SerialPart, SheetLine } from '../../stage/serial-parts.ts';
import { type Company, micros, type Reactions } from '../company.ts';
import { phrase } from '../phrases.ts';
import { markContact } from './contacts.ts';
import { bridge } from './crews.ts';
import { requestBetween } from './requests.ts';

/** Of two evaluators of one thing, so often the second sees it as the first does: assumed. */
const agreement = 0.7;
/** A procedure without interpreter takes this share of its agreed time, most often; assumed. */
const shareOfStandard = { median: 0.55, sigma: 0.4 } as const;
const standardMinutes = 15;

export function evaluatingAct(company: Company): Reactions {
  const { stage, agenda } = company;
  const scale = stage.exercise.setting.ratingScale;
  const derivable = scale.length === 4 && ['P', 'S', 'M', 'U'].every((rating) => scale.includes(rating));

  const ratingWords = new Map<readonly string[], readonly string[]>();
  const wordsOf = (kinds: readonly string[]): readonly string[] => {
    const known = ratingWords.get(kinds);
    if (known !== undefined) return known;
    const made = stage.assumptions.wordsOf('rating', { kinds });
    ratingWords.set(kinds, made);
    return made;
  };

  const ratingOf = (part: SerialPart, line: SheetLine): string => {
    const words = wordsOf(part.kinds);
    const drawn = stage.drawOf('rating', undefined, 'day', part.kinds);
    const own = company.chance(line.name);
    return words[drawn(own.uniform() < agreement ? company.chance(line.sharedName) : own)] ?? scale[0] ?? '';
  };

  const observe = (part: SerialPart, line: SheetLine): void => {
    const { observation } = line;
    const post = stage.posts[line.evaluator];
    if (post === undefined) return;
    const saw = company.draw('observationProbability', post, observation) === 1;
    if (!saw && company.uniform(observation, 'says') < 0.5) return;
    const rating = saw ? ratingOf(part, line) : null;
    const answers =
      !derivable || rating === null ? {} : { met: rating !== 'U', improvement: rating === 'S', negativeImpact: rating === 'M' };
    company.work(line.evaluator, company.draw('readMinutes', post, observation), () =>
      company.order(line.evaluator, 'MakeObservation', {
        observation,
        serial: part.id,
        task: line.task,
        criticalTask: line.criticalTask,
        rating,
        ...answers,
        text: phrase(saw ? 'observed' : 'notObserved', post.writes),
        language: post.writes,
      }),
    );
  };

  const record = (part: SerialPart, held: ProcedureHeld, startedAt: number, translateSeconds: number): void => {
    const { procedure, from, to } = held;
    const random = company.chance(held.name);
    const standard = procedure.within?.minutes ?? standardMinutes;
    const takes = micros(standard * random.lognormal(shareOfStandard.median, shareOfStandard.sigma));
    const finishedAt = startedAt + translateSeconds * 1_000_000 + takes;
    const recorder =
      part.sheet.find(({ evaluator }) => stage.posts[evaluator]?.party === from)?.evaluator ?? part.sheet[0]?.evaluator ?? part.controller;
    const went = random.uniform();
    const more =
      procedure.kind === 'backBrief'
        ? { correct: Object.fromEntries(languagesOf(part, from, to).map((language) => [language, random.uniform() < 0.88])) }
        : procedure.kind === 'handOver'
          ? { firstTime: went < 0.8 }
          : procedure.kind === 'commonPicture' || procedure.kind === 'jointDecision'
            ? { agreed: went < 0.86 }
            : {};
    agenda.at(finishedAt, () =>
      company.work(recorder, 1, () =>
        company.order(recorder, 'RecordProcedure', {
          record: held.record,
          procedure: procedure.id,
          serial: part.id,
          from,
          to,
          startedAt,
          finishedAt,
          translateSeconds,
          ...more,
        }),
      ),
    );
  };

  /** What the leaders of two parties write. */
  const languagesOf = (part: SerialPart, ...parties: readonly string[]): readonly string[] => [
    ...new Set(parties.flatMap((party) => stage.posts[part.leaders.get(party) ?? -1]?.writes ?? [])),
  ];

  const hold = (part: SerialPart, held: ProcedureHeld): void => {
    const { procedure, from, to } = held;
    const [first, second] = [stage.posts[part.leaders.get(from) ?? -1], stage.posts[part.leaders.get(to) ?? -1]];
    if (first === undefined || second === undefined) return;
    if (procedure.kind === 'request') {
      requestBetween(company, { id: held.request, from: first, to: second, serial: part.id, procedure: procedure.id });
      return;
    }
    const startedAt = agenda.now;
    const crew = bridge(company, first, second, 'voice');
    const done = (now: number, interpreter?: string): void => {
      markContact(company, {
        contact: held.contact,
        from: first,
        to: second,
        means: 'faceToFace',
        interpreter,
        serial: part.id,
        procedure: procedure.id,
      });
      record(part, held, startedAt, Math.round((now - startedAt) / 1_000_000));
    };
    if (crew === undefined) done(startedAt);
    else {
      const takes = micros(company.draw('translateMinutes', crew.members[0]?.part, held.talk, stage.lookups.kindsOf(procedure.kind)));
      crew.ask({ takes, serial: part.index, able: stage.lookups.interpretersAt(part), done: (now, by) => done(now, by.part.id) });
    }
  };

  const when = { setUp: [0.02, 0.1], brief: [0.3, 0.6], run: [0.15, 0.85], debrief: [0.2, 0.9] } as const;

  return {
    SerialStarted: ({ serial }, { stream, time }) => {
      const part = stage.serialOf.get(serial);
      if (part === undefined) return;
      const length = part.end - part.start;
      const { brief, run, debrief } = part.shares;
      const bounds = { setUp: [0, brief], brief: [brief, run], run: [run, debrief], debrief: [debrief, 1] } as const;
      for (const line of part.sheet) {
        if (!company.hears(line.evaluator, stream)) continue;
        const [from, to] = bounds[line.moment];
        const [least, most] = when[line.moment];
        const share = from + (to - from) * company.chance(line.sharedName, 'at').between(least, most);
        agenda.at(time + Math.round(length * share), () => observe(part, line));
      }
      for (const held of part.procedures) {
        const isBrief = held.procedure.kind === 'backBrief';
        const [from, to] = isBrief ? bounds.brief : bounds.run;
        const share = from + (to - from) * company.chance(held.name, 'at').between(0.1, 0.8);
        agenda.at(time + Math.round(length * share), () => hold(part, held));
      }
    },
  };
}
