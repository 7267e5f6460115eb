/** STOP and NO DUFF. Raising is never refused, in any state; resuming needs everyone who answers for the people there (`resume.ts`). */
import { unreachable } from '../../kernel/index.ts';
import type { Command } from '../commands/commands.ts';
import type { ReadonlyConduct } from '../conduct.ts';
import { accepted, type Decision, type Fact, fact, nothingToDo, refused } from '../decision.ts';
import { authorOf, partiesIn, postNamed, serialsUnderWay, slice, statusOf } from './asking.ts';
import { haltedBy, underWayAt } from './halts.ts';
import { signResume } from './resume.ts';

export type SafetyCommand = Extract<
  Command,
  {
    type:
      | 'CallStop'
      | 'LiftStop'
      | 'RaiseNoDuff'
      | 'ExtendNoDuff'
      | 'CorrectNoDuff'
      | 'WithdrawNoDuff'
      | 'RecordNoDuffDetails'
      | 'SignResume'
      | 'WithdrawParty'
      | 'ReturnParty';
  }
>;

export function decideSafety(command: SafetyCommand, conduct: ReadonlyConduct): Decision {
  switch (command.type) {
    case 'CallStop':
      return callStop(command, conduct);
    case 'LiftStop': {
      const stop = slice(conduct, conduct.routes.everyone)?.safety.stops.get(command.order.stop);
      if (stop === undefined) return refused('noSuchStop', { stop: command.order.stop });
      if (stop.liftedAt !== null) return nothingToDo;
      return accepted(fact(conduct.routes.everyone, { type: 'StopLifted', payload: command.order }));
    }
    case 'RaiseNoDuff':
      return raise(command, conduct);
    case 'ExtendNoDuff':
    case 'CorrectNoDuff':
    case 'WithdrawNoDuff':
    case 'RecordNoDuffDetails':
    case 'SignResume':
      return aboutAlert(command, conduct);
    case 'WithdrawParty':
    case 'ReturnParty':
      return moveParty(command, conduct);
    default:
      return unreachable(command);
  }
}

/** An identifier that was used for another stop or alert must not swallow this one. */
const another = (id: string, command: Command): string => `${id}/${command.id}`;
const isOrAnother = (id: string, asked: string): boolean => id === asked || id.startsWith(`${asked}/`);

function callStop(command: Extract<SafetyCommand, { type: 'CallStop' }>, conduct: ReadonlyConduct): Decision {
  const { everyone } = conduct.routes;
  const { site, onBehalf } = command.order;
  const safety = slice(conduct, everyone)?.safety;
  const serials = underWayAt(conduct, site);
  const halts = stopped(conduct, serials);
  const { stop: asked } = command.order;
  const stands = [...(safety?.standingStops ?? [])].some((id) => isOrAnother(id, asked) && safety?.stops.get(id)?.called?.site === site);
  if (stands && halts.length === 0) return nothingToDo;
  const stop = safety?.stops.has(asked) === true ? another(asked, command) : asked;
  const payload = { stop, site, serials: namedToEveryone(conduct, serials), ...(onBehalf === undefined ? {} : { onBehalf }) };
  return accepted(fact(everyone, { type: 'StopCalled', payload }), ...halts);
}

function raise(command: Extract<SafetyCommand, { type: 'RaiseNoDuff' }>, conduct: ReadonlyConduct): Decision {
  const { everyone } = conduct.routes;
  const { kind, drill, onBehalf, alert: asked } = command.order;
  // The alert holds fixed terms only: a place that the document does not know is none.
  const site = command.order.site !== null && conduct.exercise.sites.byId.has(command.order.site) ? command.order.site : null;
  const safety = slice(conduct, everyone)?.safety;
  const serials = haltedBy(conduct, site);
  const halts = stopped(conduct, serials);
  const stands = [...(safety?.standingAlerts ?? [])].some((id) => {
    const alert = safety?.alerts.get(id);
    return (
      isOrAnother(id, asked) && alert?.raised?.site === site && alert.site === site && alert.kind === kind && alert.withdrawnAt === null
    );
  });
  if (stands && halts.length === 0) return nothingToDo;
  const alert = safety?.alerts.has(asked) === true ? another(asked, command) : asked;
  const source = postNamed(conduct, onBehalf?.of ?? '');
  const payload = {
    alert,
    site,
    kind,
    drill,
    serials: namedToEveryone(conduct, serials),
    channel: conduct.exercise.setting.emergency?.channel ?? '',
    ...(onBehalf === undefined || source === undefined ? {} : { onBehalf: { of: source.id, toldBy: '', madeAt: onBehalf.madeAt } }),
  };
  return accepted(fact(everyone, { type: 'NoDuffRaised', payload }), ...halts, ...whoTold(command, alert, conduct));
}

/** Who told of an emergency may be a name: it lies in the medical stream of the party concerned, never in the alert. */
function whoTold(command: Extract<SafetyCommand, { type: 'RaiseNoDuff' }>, alert: string, conduct: ReadonlyConduct): readonly Fact[] {
  const { onBehalf } = command.order;
  const party = (postNamed(conduct, onBehalf?.of ?? '') ?? authorOf(conduct, command))?.party;
  if (onBehalf === undefined || onBehalf.toldBy === '' || party === undefined) return [];
  return [fact(conduct.routes.medicalOf(party), { type: 'NoDuffDetailsRecorded', payload: { alert, party, text: onBehalf.toldBy } })];
}

type AboutAlert = Extract<
  SafetyCommand,
  { type: 'ExtendNoDuff' | 'CorrectNoDuff' | 'WithdrawNoDuff' | 'RecordNoDuffDetails' | 'SignResume' }
>;

function aboutAlert(command: AboutAlert, conduct: ReadonlyConduct): Decision {
  const { everyone } = conduct.routes;
  const { alert: id } = command.order;
  const alert = slice(conduct, everyone)?.safety.alerts.get(id);
  if (alert?.raised == null) return refused('noSuchAlert', { alert: id });
  switch (command.type) {
    case 'RecordNoDuffDetails': {
      const { party, text } = command.order;
      if (!conduct.exercise.parties.byId.has(party)) return refused('noSuchParty', { party });
      const medical = conduct.routes.medicalOf(party);
      if (
        slice(conduct, medical)
          ?.safety.alerts.get(id)
          ?.details.some((one) => one.party === party && one.text === text) === true
      )
        return nothingToDo;
      return accepted(fact(medical, { type: 'NoDuffDetailsRecorded', payload: command.order }));
    }
    case 'ExtendNoDuff': {
      if (alert.everywhere) return nothingToDo;
      const serials = serialsUnderWay(conduct);
      const payload = { alert: id, serials: namedToEveryone(conduct, serials), everywhere: true };
      return accepted(fact(everyone, { type: 'NoDuffExtended', payload }), ...stopped(conduct, serials));
    }
    case 'CorrectNoDuff': {
      const { site, kind } = command.order;
      if (site !== null && !conduct.exercise.sites.byId.has(site)) return refused('noSuchSite', { site });
      const serials = haltedBy(conduct, site);
      const halts = stopped(conduct, serials);
      if (alert.site === site && alert.kind === kind && halts.length === 0) return nothingToDo;
      return accepted(
        fact(everyone, { type: 'NoDuffCorrected', payload: { alert: id, site, kind, serials: namedToEveryone(conduct, serials) } }),
        ...halts,
      );
    }
    case 'WithdrawNoDuff':
      if (alert.withdrawnAt !== null) return nothingToDo;
      return accepted(fact(everyone, { type: 'NoDuffWithdrawn', payload: command.order }));
    case 'SignResume':
      return signResume(command, conduct, alert);
    default:
      return unreachable(command);
  }
}

/** A senior national representative takes the party's own people out, or brings them back; at any time. */
function moveParty(command: Extract<SafetyCommand, { type: 'WithdrawParty' | 'ReturnParty' }>, conduct: ReadonlyConduct): Decision {
  const { serial } = command.order;
  const party = authorOf(conduct, command)?.party;
  if (party === undefined) return refused('onlyAPartysOwn');
  const stream = serial === undefined ? conduct.routes.everyone : conduct.routes.ofSerial(serial);
  const payload = { party, ...(serial === undefined ? {} : { serial }) };
  const isOut = slice(conduct, stream)?.safety.withdrawn.has(serial === undefined ? party : `${party}/${serial}`) === true;
  if (command.type === 'ReturnParty') return isOut ? accepted(fact(stream, { type: 'PartyReturned', payload })) : nothingToDo;
  const concerned = serialsUnderWay(conduct).filter(
    (id) => (serial === undefined || serial === id) && partiesIn(conduct, id).includes(party),
  );
  const halts = stopped(conduct, concerned);
  return isOut && halts.length === 0 ? nothingToDo : accepted(fact(stream, { type: 'PartyWithdrawn', payload }), ...halts);
}

/** The serials that everyone in the exercise knows of; the others learn it in their own stream. */
function namedToEveryone({ routes }: ReadonlyConduct, serials: readonly string[]): string[] {
  return serials.filter((id) => routes.covers(routes.everyone, routes.ofSerial(id)));
}

/** The facts that bring running serials to a stand; each in its own stream. */
function stopped(conduct: ReadonlyConduct, serials: readonly string[]): readonly Fact[] {
  return serials
    .filter((id) => statusOf(conduct, id) === 'running')
    .map((id) => fact(conduct.routes.ofSerial(id), { type: 'SerialStopped', payload: { serial: id } }));
}
