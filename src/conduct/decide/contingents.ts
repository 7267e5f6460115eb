/** Orders about people coming, being received, being available, and going. */
import { unreachable } from '../../kernel/index.ts';
import type { Command } from '../commands/commands.ts';
import type { ReadonlyConduct } from '../conduct.ts';
import { accepted, type Decision, fact, nothingToDo, refused } from '../decision.ts';
import { slice } from './asking.ts';

export type ContingentCommand = Extract<
  Command,
  { type: 'ReportArrival' | 'FinishReceptionStep' | 'ReportContingentReady' | 'ReportDeparture' | 'ReportAvailability' | 'ReportPosition' }
>;

export function decideContingent(command: ContingentCommand, conduct: ReadonlyConduct): Decision {
  switch (command.type) {
    case 'ReportAvailability':
      return reportAvailability(command, conduct);
    case 'ReportPosition':
      return reportPosition(command, conduct);
    case 'ReportArrival':
    case 'FinishReceptionStep':
    case 'ReportContingentReady':
    case 'ReportDeparture':
      return aboutContingent(command, conduct);
    default:
      return unreachable(command);
  }
}

type AboutContingent = Extract<
  ContingentCommand,
  { type: 'ReportArrival' | 'FinishReceptionStep' | 'ReportContingentReady' | 'ReportDeparture' }
>;

function aboutContingent(command: AboutContingent, conduct: ReadonlyConduct): Decision {
  const id = command.order.contingent;
  const contingent = conduct.exercise.contingents.byId.get(id);
  if (contingent === undefined) return refused('noSuchContingent', { contingent: id });
  const stream = conduct.routes.ofContingent(id);
  const facts = slice(conduct, stream)?.running.contingents.get(id);
  switch (command.type) {
    case 'ReportArrival':
      if (facts?.arrivedAt != null) return nothingToDo;
      return accepted(fact(stream, { type: 'ContingentArrived', payload: command.order }));
    case 'FinishReceptionStep':
      if (facts?.arrivedAt == null) return refused('contingentNotArrived', { contingent: id });
      if (contingent.reception[command.order.step] === undefined)
        return refused('noSuchReceptionStep', { contingent: id, step: command.order.step });
      if (facts.steps.includes(command.order.step)) return nothingToDo;
      return accepted(fact(stream, { type: 'ReceptionStepDone', payload: command.order }));
    case 'ReportContingentReady':
      if (facts?.readyAt != null) return nothingToDo;
      if (facts?.arrivedAt == null) return refused('contingentNotArrived', { contingent: id });
      if (facts.steps.length < contingent.reception.length)
        return refused('receptionNotDone', { contingent: id, done: facts.steps.length, of: contingent.reception.length });
      return accepted(fact(stream, { type: 'ContingentReady', payload: command.order }));
    case 'ReportDeparture':
      if (facts?.departedAt != null) return nothingToDo;
      return accepted(fact(stream, { type: 'ContingentDeparted', payload: command.order }));
    default:
      return unreachable(command);
  }
}

/** In the stream of those who know the unit; without the reason, which is its party's. */
function reportAvailability(command: Extract<Command, { type: 'ReportAvailability' }>, { exercise, routes }: ReadonlyConduct): Decision {
  const { unit, post } = command.order;
  if (unit !== undefined && !exercise.units.byId.has(unit)) return refused('noSuchUnit', { unit });
  if (post !== undefined && !exercise.posts.byId.has(post)) return refused('noSuchPost', { post });
  if (unit === undefined && post === undefined) return nothingToDo;
  return accepted(
    fact(unit === undefined ? routes.everyone : routes.ofUnit(unit), { type: 'AvailabilityChanged', payload: command.order }),
  );
}

const metresPerDegree = 111_320;

/** Positions are off unless the document turns them on, and as coarse as the unit's party wants them. */
function reportPosition(command: Extract<Command, { type: 'ReportPosition' }>, conduct: ReadonlyConduct): Decision {
  const { positions } = conduct.exercise.setting;
  if (!positions.on) return refused('positionsAreOff');
  const unit = conduct.exercise.units.byId.get(command.order.unit);
  if (unit === undefined) return refused('noSuchUnit', { unit: command.order.unit });
  const metres = positions.coarseMetres[unit.party] ?? 10;
  const step = metres / metresPerDegree;
  const coarse = (degrees: number) => Math.round(Math.round(degrees / step) * step * 1e6) / 1e6;
  const { madeAt } = command.order;
  const { routes } = conduct;
  const payload = {
    unit: unit.id,
    latitude: coarse(command.order.latitude),
    longitude: coarse(command.order.longitude),
    metres,
    ...(madeAt === undefined ? {} : { madeAt }),
  };
  const wider = routes
    .releasesOfParty('position', unit.party, 'whenMade')
    .filter((stream) => routes.covers(stream, routes.ofUnit(unit.id)));
  return accepted(
    ...[routes.ofPartysThing('position', unit.party), ...wider].map((stream) => fact(stream, { type: 'PositionReported', payload })),
  );
}
