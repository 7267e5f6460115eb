/**
 * The one decision: a command and the state give an outcome and a change. Pure, and only at the home origin. A refusal holds only what its author
 * may read; else the author is told "not now", and why is told where it may be read.
 */
import { type MicroInstant, unreachable } from '../kernel/index.ts';
import type { Command } from './commands/commands.ts';
import type { HomeConduct } from './conduct.ts';
import { decideAdoption } from './decide/adoption.ts';
import { decideAnswer } from './decide/answers.ts';
import { shownBy, systemAuthor } from './decide/asking.ts';
import { authorIn } from './decide/author.ts';
import { whyNotOrder } from './decide/authority.ts';
import { decideClock } from './decide/clock.ts';
import { decideConsent } from './decide/consent.ts';
import { decideContact } from './decide/contacts.ts';
import { decideContingent } from './decide/contingents.ts';
import { decideDelivery } from './decide/delivery.ts';
import { editPortion } from './decide/edits.ts';
import { decideErasure } from './decide/erasing.ts';
import { decideEvaluation } from './decide/evaluation.ts';
import { decideFinding } from './decide/findings.ts';
import { decideReview } from './decide/inject-review.ts';
import { decideInject } from './decide/injects.ts';
import { decideMessage } from './decide/messages.ts';
import { decideRelease } from './decide/release.ts';
import { decideRequest } from './decide/requests.ts';
import { decideSafety } from './decide/safety.ts';
import { decideSerial } from './decide/serials.ts';
import { passTime } from './decide/time.ts';
import { accepted, type Decision, fact, refused } from './decision.ts';
import type { Stamp } from './log/change.ts';
import type { StreamKey } from './log/envelope.ts';

/** Decides on a command. Never throws on any command of the schemas, in any state; RaiseNoDuff and CallStop are never refused. */
export function decide(command: Command, conduct: HomeConduct): Decision {
  const whyNot = whyNotOrder(command, conduct);
  if (whyNot !== undefined) return whyNot;
  const decision = dispatch(command, conduct);
  if (decision.outcome.kind === 'accepted' || decision.tells === undefined || command.by === systemAuthor) return decision;
  const { routes } = conduct;
  if (decision.tells.every((stream) => routes.reads(command.by, stream))) return decision;
  const { problem } = decision.outcome;
  const reason = { key: problem.key, values: { ...problem.values } } as never;
  const why = { type: 'CommandRefused', payload: { command: command.id, type: command.type, reason } } as const;
  const home = streamForReason(decision.tells, conduct);
  return { ...refused('notNow'), change: [...decision.change, ...(home === undefined ? [] : [fact(home, why)])] };
}

/** Where the full reason goes: EXCON's stream, or, where some of EXCON may not read what it tells of, a stream that it tells of itself. */
function streamForReason(tells: readonly StreamKey[], { routes }: HomeConduct): StreamKey | undefined {
  return [routes.excon, ...tells].find((stream) => tells.every((one) => routes.covers(stream, one)));
}

function dispatch(command: Command, conduct: HomeConduct): Decision {
  switch (command.type) {
    case 'PassTime':
      return passTime(command.at, conduct);
    case 'RecordClockLimit':
      return accepted(fact(conduct.routes.excon, { type: 'ClockAdvanceLimited', payload: command.order }));
    case 'AdoptDocument':
    case 'AdoptPlan':
      return decideAdoption(command, conduct);
    case 'EditPortion':
      return editPortion(command, conduct);
    case 'DeclareStartex':
    case 'DeclareEndex':
    case 'PauseClock':
    case 'ResumeClock':
    case 'JumpClock':
    case 'SetClockSpeed':
    case 'SetAnchor':
      return decideClock(command, conduct);
    case 'CallSerial':
    case 'SignGoNoGo':
    case 'StartSerial':
    case 'ResumeSerial':
    case 'FinishSerial':
    case 'CurtailSerial':
    case 'CancelSerial':
    case 'ChangeBooking':
      return decideSerial(command, conduct);
    case 'ReportArrival':
    case 'FinishReceptionStep':
    case 'ReportContingentReady':
    case 'ReportDeparture':
    case 'ReportAvailability':
    case 'ReportPosition':
      return decideContingent(command, conduct);
    case 'SetInjectStatus':
    case 'CallInject':
    case 'AskInjectReview':
    case 'ReportInjectSet':
    case 'ReleaseInject':
    case 'ReportInjectPlayed':
    case 'ReportExpectedAction':
      return decideInject(command, conduct);
    case 'ReviewInject':
      return decideReview(command, conduct);
    case 'ReadDelivery':
    case 'AnswerDelivery':
      return decideDelivery(command, conduct);
    case 'SendMessage':
    case 'TranslateMessage':
    case 'AcknowledgeMessage':
      return decideMessage(command, conduct);
    case 'MakeRequest':
    case 'TranslateRequest':
    case 'ReviewRequest':
      return decideRequest(command, conduct);
    case 'AnswerRequest':
    case 'TranslateAnswer':
    case 'ReviewAnswer':
      return decideAnswer(command, conduct);
    case 'MarkContact':
      return decideContact(command, conduct);
    case 'MakeObservation':
    case 'WithdrawObservation':
    case 'RecordProcedure':
      return decideEvaluation(command, conduct);
    case 'ProposeFinding':
    case 'CommentFinding':
    case 'AgreeFinding':
    case 'KeepFindingNational':
    case 'SupersedeFinding':
    case 'SetCorrectiveAction':
      return decideFinding(command, conduct);
    case 'AskConsent':
    case 'GiveConsent':
      return decideConsent(command, conduct);
    case 'CallStop':
    case 'LiftStop':
    case 'RaiseNoDuff':
    case 'ExtendNoDuff':
    case 'CorrectNoDuff':
    case 'WithdrawNoDuff':
    case 'RecordNoDuffDetails':
    case 'SignResume':
    case 'WithdrawParty':
    case 'ReturnParty':
      return decideSafety(command, conduct);
    case 'ReleaseText':
    case 'WithdrawText':
    case 'TakePost':
    case 'LeavePost':
      return decideRelease(command, conduct);
    case 'ErasePayload':
    case 'ErasePerson':
      return decideErasure(command, conduct);
    default:
      return unreachable(command);
  }
}

/** When a command's change is made, in both times, and who made it as far as each stream's readers may know. Taken before the change is folded. */
export function stampOf(command: Command, conduct: HomeConduct): Stamp {
  return { time: command.at, exerciseTime: exerciseTimeOf(command, conduct), authorIn: authorIn(command, conduct) };
}

/** The exercise time at which a command's change is made; null before STARTEX. Taken before the change is folded. */
export function exerciseTimeOf(command: Command, conduct: HomeConduct): MicroInstant | null {
  return shownBy(conduct.agenda.clock, command.at);
}
