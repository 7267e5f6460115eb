/** STOP, NO DUFF and PAUSE's kin. NO DUFF is never refused, in any state; resuming needs everyone who answers for the people there. */
import { unreachable } from '../../kernel/index.ts';
import type { Command } from '../commands/commands.ts';
import type { safetyCommands } from '../commands/safety.ts';
import type { ReadonlyConduct } from '../conduct.ts';
import { accepted, type Decision, type Fact, fact, nothingToDo, refused } from '../decision.ts';
import { authorOf, partiesIn, serialsUnderWay, slice, statusOf, systemAuthor } from './asking.ts';
import { haltedBy, standingStillAt, underWayAt } from './halts.ts';

type SafetyType = Extract<
  keyof typeof safetyCommands,
  | 'CallStop'
  | 'LiftStop'
  | 'RaiseNoDuff'
  | 'ExtendNoDuff'
  | 'CorrectNoDuff'
  | 'WithdrawNoDuff'
  | 'RecordNoDuffDetails'
  | 'SignResume'
  | 'WithdrawParty'
  | 'ReturnParty'
>;
export type SafetyCommand = Extract<Command, { type: SafetyType }>;

export function decideSafety(command: SafetyCommand, conduct: ReadonlyConduct): Decision {
  const { everyone } = conduct.routes;
  const safety = slice(conduct, everyone)?.safety;
  switch (command.type) {
    case 'CallStop': {
      if (safety?.stops.has(command.order.stop) === true) return nothingToDo;
      const serials = underWayAt(conduct, command.order.site);
      return accepted(
        fact(everyone, { type: 'StopCalled', payload: { ...command.order, serials: [...serials] } }),
        ...stopped(conduct, serials),
      );
    }
    case 'LiftStop': {
      const stop = safety?.stops.get(command.order.stop);
      if (stop === undefined) return refused('noSuchStop', { stop: command.order.stop });
      if (stop.liftedAt !== null) return nothingToDo;
      return accepted(fact(everyone, { type: 'StopLifted', payload: command.order }));
    }
    case 'RaiseNoDuff': {
      if (safety?.alerts.get(command.order.alert)?.raised != null) return nothingToDo;
      const { alert, site, kind, drill, onBehalf } = command.order;
      const serials = haltedBy(conduct, site);
      const channel = conduct.exercise.setting.emergency?.channel ?? '';
      return accepted(
        fact(everyone, {
          type: 'NoDuffRaised',
          payload: { alert, site, kind, drill, serials: [...serials], channel, ...(onBehalf === undefined ? {} : { onBehalf }) },
        }),
        ...stopped(conduct, serials),
      );
    }
    case 'ExtendNoDuff':
    case 'CorrectNoDuff':
    case 'WithdrawNoDuff':
    case 'RecordNoDuffDetails':
    case 'SignResume':
      return aboutAlert(command, conduct);
    case 'WithdrawParty':
    case 'ReturnParty': {
      const party = authorOf(conduct, command)?.party;
      if (party === undefined) return refused('onlyAPartysOwn');
      const payload = { party, ...(command.order.serial === undefined ? {} : { serial: command.order.serial }) };
      if (command.type === 'ReturnParty') return accepted(fact(everyone, { type: 'PartyReturned', payload }));
      const concerned = serialsUnderWay(conduct).filter(
        (id) => (command.order.serial === undefined || command.order.serial === id) && partiesIn(conduct, id).includes(party),
      );
      return accepted(fact(everyone, { type: 'PartyWithdrawn', payload }), ...stopped(conduct, concerned));
    }
    default:
      return unreachable(command);
  }
}

function aboutAlert(
  command: Extract<SafetyCommand, { type: 'ExtendNoDuff' | 'CorrectNoDuff' | 'WithdrawNoDuff' | 'RecordNoDuffDetails' | 'SignResume' }>,
  conduct: ReadonlyConduct,
): Decision {
  const { everyone } = conduct.routes;
  const alert = slice(conduct, everyone)?.safety.alerts.get(command.order.alert);
  if (alert === undefined) return refused('noSuchAlert', { alert: command.order.alert });
  switch (command.type) {
    case 'RecordNoDuffDetails':
      return accepted(fact(conduct.routes.medicalOf(command.order.party), { type: 'NoDuffDetailsRecorded', payload: command.order }));
    case 'ExtendNoDuff': {
      if (alert.everywhere) return nothingToDo;
      const serials = serialsUnderWay(conduct);
      return accepted(
        fact(everyone, { type: 'NoDuffExtended', payload: { alert: command.order.alert, serials: [...serials], everywhere: true } }),
        ...stopped(conduct, serials),
      );
    }
    case 'CorrectNoDuff': {
      const serials = haltedBy(conduct, command.order.site);
      return accepted(
        fact(everyone, { type: 'NoDuffCorrected', payload: { ...command.order, serials: [...serials] } }),
        ...stopped(conduct, serials),
      );
    }
    case 'WithdrawNoDuff':
      if (alert.withdrawnAt !== null) return nothingToDo;
      return accepted(fact(everyone, { type: 'NoDuffWithdrawn', payload: command.order }));
    case 'SignResume': {
      if (alert.resumedAt !== null) return nothingToDo;
      const author = authorOf(conduct, command);
      if (command.by !== systemAuthor && author?.role !== command.order.role)
        return refused('notYoursToSign', { role: command.order.role });
      const { onBehalf } = command.order;
      const payload = {
        alert: command.order.alert,
        role: command.order.role,
        ...(author?.party === undefined ? {} : { party: author.party }),
        ...(onBehalf === undefined ? {} : { onBehalf }),
      };
      const signature = fact(everyone, { type: 'ResumeSigned', payload });
      const missing = resumeStillNeeds(conduct, command.order.alert, payload);
      if (missing.length > 0) return accepted(signature);
      return accepted(
        signature,
        fact(everyone, { type: 'NoDuffResumed', payload: { alert: command.order.alert, serials: [...alert.serials] } }),
      );
    }
    default:
      return unreachable(command);
  }
}

/** Who must still sign before play resumes: the place's safety officer, the senior national representative of every party with people there, every co-director. */
export function resumeStillNeeds(
  conduct: ReadonlyConduct,
  alertId: string,
  about?: { readonly role: string; readonly party?: string },
): readonly string[] {
  const alert = slice(conduct, conduct.routes.everyone)?.safety.alerts.get(alertId);
  if (alert === undefined) return [];
  const signed = new Set(
    [...alert.signatures, ...(about === undefined ? [] : [about])].flatMap(({ role, party }) => [role, `${role}:${party ?? ''}`]),
  );
  const there = new Set([...alert.serials].flatMap((id) => partiesIn(conduct, id)));
  const needed = [
    'safetyOfficer',
    ...[...there].map((party) => `seniorNationalRepresentative:${party}`),
    ...conduct.exercise.setting.participating
      .filter((party) => conduct.exercise.posts.list.some((post) => post.role === 'coDirector' && post.party === party))
      .map((party) => `coDirector:${party}`),
  ];
  return needed.filter((one) => !signed.has(one));
}

/** The facts that bring running serials to a stand; each in its own stream. */
function stopped(conduct: ReadonlyConduct, serials: readonly string[]): readonly Fact[] {
  return serials
    .filter((id) => statusOf(conduct, id) === 'running')
    .map((id) => fact(conduct.routes.ofSerial(id), { type: 'SerialStopped', payload: { serial: id } }));
}

/** Whether anything at all keeps a serial from running. */
export const standsStill = (conduct: ReadonlyConduct, serial: string): boolean => standingStillAt(conduct, serial).length > 0;
