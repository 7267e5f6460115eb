/** Observations of evaluators and records of how procedures of coordination went. */
import { unreachable } from '../../kernel/index.ts';
import type { Command } from '../commands/commands.ts';
import type { ReadonlyConduct } from '../conduct.ts';
import { accepted, type Decision, type Fact, fact, nothingToDo, refused, telling } from '../decision.ts';
import type { Draft, PayloadOf } from '../events/events.ts';
import type { StreamKey } from '../log/envelope.ts';
import { authorOf, postNamed, serialNamed, slice, statusOf } from './asking.ts';
import { derivedRating, isDerivable } from './rating.ts';
import { observationReleases } from './standing.ts';

export type EvaluationCommand = Extract<Command, { type: 'MakeObservation' | 'WithdrawObservation' | 'RecordProcedure' }>;

export function decideEvaluation(command: EvaluationCommand, conduct: ReadonlyConduct): Decision {
  switch (command.type) {
    case 'MakeObservation':
      return observe(command, conduct);
    case 'WithdrawObservation':
      return withdraw(command, conduct);
    case 'RecordProcedure':
      return recordProcedure(command, conduct);
    default:
      return unreachable(command);
  }
}

/** Where a thing about a serial goes: as the policy says of its author, unless some who read that may not know the serial; then with the serial. */
export function besideSerial(conduct: ReadonlyConduct, thing: string, author: string, serial: string): StreamKey {
  const stream = conduct.routes.ofThing(thing, author);
  const serials = conduct.routes.ofSerial(serial);
  return conduct.routes.covers(stream, serials) ? stream : serials;
}

function observe(command: Extract<Command, { type: 'MakeObservation' }>, conduct: ReadonlyConduct): Decision {
  const { order } = command;
  const evaluator = postNamed(conduct, order.onBehalf?.of ?? command.by);
  if (evaluator?.party === undefined) return refused('onlyAPartysOwn');
  if (evaluator.id !== command.by && evaluator.party !== authorOf(conduct, command)?.party)
    return refused('notYourPost', { post: evaluator.id });
  const serial = serialNamed(conduct, order.serial);
  if (serial === undefined) return refused('noSuchSerial', { serial: order.serial });
  const task = conduct.exercise.tasks.byId.get(order.task);
  if (task === undefined || !Object.hasOwn(task.criticalTasks, order.criticalTask)) {
    return refused('noSuchCriticalTask', { task: order.task, criticalTask: order.criticalTask });
  }
  const status = statusOf(conduct, serial.id);
  if (status === 'planned' || status === 'cancelled') return refused('serialNotObservable', { serial: serial.id, status });
  const stream = besideSerial(conduct, 'observation', evaluator.id, serial.id);
  const before = slice(conduct, stream)?.evaluation.observations.get(order.observation);
  if (before?.made != null) {
    return before.made.evaluator === evaluator.id ? nothingToDo : telling(refused('identifierTaken', { name: order.observation }), stream);
  }
  const { ratingScale, partyScales } = conduct.exercise.setting;
  const derived = isDerivable(conduct) ? derivedRating(order) : undefined;
  const rating = order.rating ?? derived ?? null;
  if (rating === null && order.met !== undefined) return refused('ratingMissing', { scale: ratingScale });
  if (rating !== null && !ratingScale.includes(rating)) return refused('ratingNotOnScale', { rating, scale: ratingScale });
  if (rating !== null && derived !== undefined && rating !== derived) return refused('ratingContradictsAnswers', { rating, derived });
  const own = Object.hasOwn(partyScales, evaluator.party) ? (partyScales[evaluator.party] ?? []) : [];
  if (order.partyRating !== undefined && !own.includes(order.partyRating))
    return refused('ratingNotOnScale', { rating: order.partyRating, scale: own });
  const { met, improvement, negativeImpact, text, language, onBehalf, madeAt, partyRating } = order;
  const made: Draft<'ObservationMade'> = {
    observation: order.observation,
    serial: serial.id,
    task: task.id,
    criticalTask: order.criticalTask,
    evaluator: evaluator.id,
    party: evaluator.party,
    rating,
  };
  if (met !== undefined) made.met = met;
  if (improvement !== undefined) made.improvement = improvement;
  if (negativeImpact !== undefined) made.negativeImpact = negativeImpact;
  if (text !== undefined) made.text = text;
  if (language !== undefined) made.language = language;
  if (onBehalf !== undefined) made.onBehalf = onBehalf;
  if (madeAt !== undefined) made.madeAt = madeAt;
  if (partyRating !== undefined) made.partyRating = partyRating;
  return accepted(fact(stream, { type: 'ObservationMade', payload: made }), ...released(conduct, made, stream));
}

/** What an observation releases when it is made; one of a serial that has ended also what its end would have released. */
function released(conduct: ReadonlyConduct, made: PayloadOf<'ObservationMade'>, home: StreamKey): readonly Fact[] {
  const atOnce = observationReleases(conduct, made, 'whenMade');
  const now = atOnce.some(({ stream }) => stream === home) ? atOnce.filter(({ stream }) => stream !== home) : atOnce;
  const status = statusOf(conduct, made.serial);
  if (status !== 'done' && status !== 'curtailed') return now;
  const seen = new Set<StreamKey>([home]);
  const late = observationReleases(conduct, made, 'whenSerialDone');
  return [...now, ...late].filter(({ stream }) => !seen.has(stream) && seen.add(stream));
}

/** An evaluator withdraws the own, the chief evaluator those of the party; also where they were released. */
function withdraw(command: Extract<Command, { type: 'WithdrawObservation' }>, conduct: ReadonlyConduct): Decision {
  const { observation } = command.order;
  const author = authorOf(conduct, command);
  const held = [...conduct.slices].flatMap(([stream, { evaluation }]) => {
    const found = evaluation.observations.get(observation);
    return found === undefined ? [] : [{ stream, found }];
  });
  const made = held.find(({ found, stream }) => found.made !== null && conduct.routes.reads(command.by, stream))?.found.made;
  if (made == null) return refused('noSuchObservation', { observation });
  if (made.evaluator !== command.by && (author?.role !== 'chiefEvaluator' || author.party !== made.party))
    return refused('notYourObservation', { observation });
  const standing = held.filter(({ found }) => !found.withdrawn);
  return standing.length === 0
    ? nothingToDo
    : accepted(...standing.map(({ stream }) => fact(stream, { type: 'ObservationWithdrawn', payload: command.order })));
}

function recordProcedure(command: Extract<Command, { type: 'RecordProcedure' }>, conduct: ReadonlyConduct): Decision {
  const { order } = command;
  if (serialNamed(conduct, order.serial) === undefined) return refused('noSuchSerial', { serial: order.serial });
  if (!conduct.exercise.procedures.byId.has(order.procedure)) return refused('noSuchProcedure', { procedure: order.procedure });
  for (const party of [order.from, order.to]) if (!conduct.exercise.parties.byId.has(party)) return refused('noSuchParty', { party });
  if (order.finishedAt !== null && order.finishedAt < order.startedAt) return refused('endsBeforeItStarts');
  const { routes } = conduct;
  const stream = besideSerial(conduct, 'procedure', command.by, order.serial);
  if (slice(conduct, stream)?.evaluation.procedures.has(order.record) === true) return nothingToDo;
  const releases = routes.releasesOf('procedure', command.by, 'whenMade');
  const wider = releases.filter(
    (one) => one !== stream && routes.covers(one, routes.ofSerial(order.serial)) && routes.covers(one, routes.ofProcedure(order.procedure)),
  );
  return accepted(...[stream, ...wider].map((one) => fact(one, { type: 'ProcedureRecorded', payload: order })));
}
