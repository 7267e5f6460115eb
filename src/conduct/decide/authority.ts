/** Which roles may give which order. STOP, NO DUFF and what records one's own work are open to every post. */
import type { Post } from '../../exercise/index.ts';
import type { Command, CommandType } from '../commands/commands.ts';
import type { ReadonlyConduct } from '../conduct.ts';
import { type Decision, refused } from '../decision.ts';
import { authorOf, fileNamed, systemAuthor } from './asking.ts';

type Role = Post['role'];

const direction: readonly Role[] = ['coDirector', 'chiefController'];
const control: readonly Role[] = [...direction, 'controller', 'simulator'];
const evaluation: readonly Role[] = ['chiefEvaluator', 'evaluator'];
const ofParty: readonly Role[] = ['coDirector', 'seniorNationalRepresentative', 'liaisonOfficer'];

/** Absent: any post may. */
const authority: { readonly [T in CommandType]?: readonly Role[] } = {
  AdoptDocument: direction,
  AdoptPlan: direction,
  EditPortion: direction,
  DeclareStartex: direction,
  DeclareEndex: direction,
  PauseClock: ['coDirector'],
  ResumeClock: ['coDirector'],
  JumpClock: direction,
  SetClockSpeed: direction,
  SetAnchor: direction,
  PassTime: [],
  RecordClockLimit: [],
  CallSerial: control,
  SignGoNoGo: [...control, ...ofParty, 'safetyOfficer', 'medicalCoordinator', 'medicalCover', 'interpreter', 'hostNationSupport'],
  StartSerial: control,
  ResumeSerial: [...control, 'safetyOfficer'],
  FinishSerial: control,
  CurtailSerial: [...control, 'safetyOfficer'],
  CancelSerial: direction,
  ChangeBooking: direction,
  ReportArrival: [...control, ...ofParty, 'hostNationSupport'],
  FinishReceptionStep: [...control, ...ofParty, 'hostNationSupport', 'medicalCoordinator'],
  ReportContingentReady: [...control, ...ofParty],
  ReportDeparture: [...control, ...ofParty, 'hostNationSupport'],
  ReportAvailability: [...control, ...ofParty, 'teamLeader', 'medicalCoordinator'],
  SetInjectStatus: control,
  CallInject: control,
  ReportInjectSet: [...control, 'rolePlayer'],
  ReleaseInject: [...control, 'rolePlayer'],
  ReportInjectPlayed: [...control, 'rolePlayer'],
  ReportExpectedAction: [...control, ...evaluation, 'rolePlayer'],
  TranslateMessage: ['translator', 'interpreter', 'liaisonOfficer'],
  TranslateRequest: ['translator', 'interpreter', 'liaisonOfficer'],
  AskInjectReview: control,
  ReviewInject: ['releaseOfficer'],
  ReviewRequest: ['releaseOfficer'],
  MakeObservation: evaluation,
  RecordProcedure: [...evaluation, ...control, 'liaisonOfficer'],
  ProposeFinding: [...evaluation, ...ofParty, ...direction],
  AgreeFinding: direction,
  KeepFindingNational: ofParty,
  SupersedeFinding: direction,
  SetCorrectiveAction: [...direction, 'chiefEvaluator', 'seniorNationalRepresentative'],
  LiftStop: [...direction, 'safetyOfficer'],
  ExtendNoDuff: ['coDirector'],
  RecordNoDuffDetails: ['medicalCoordinator', 'medicalCover', 'seniorNationalRepresentative', 'safetyOfficer'],
  SignResume: ['safetyOfficer', 'seniorNationalRepresentative', 'coDirector'],
  WithdrawParty: ['seniorNationalRepresentative'],
  ReturnParty: ['seniorNationalRepresentative'],
  ReleaseText: ['releaseOfficer', 'coDirector', 'pressOfficer'],
  WithdrawText: ['releaseOfficer', 'coDirector'],
  ErasePayload: ['releaseOfficer', 'coDirector'],
  ErasePerson: ['releaseOfficer', 'coDirector'],
  AskConsent: [...direction, ...ofParty, 'releaseOfficer', 'pressOfficer', 'chiefEvaluator'],
};

/** Whether the author's role allows the order. The system may give any; a post that the document does not know only STOP and NO DUFF. */
export function mayOrder(command: Command, conduct: ReadonlyConduct): boolean {
  if (command.by === systemAuthor) return true;
  if (command.type === 'RaiseNoDuff' || command.type === 'CallStop') return true;
  const post = authorOf(conduct, command);
  if (post === undefined) return false;
  const allowed = authority[command.type];
  return allowed === undefined || allowed.includes(post.role);
}

/** An order about something that its author may not read is refused as if it were not there; undefined when the author may. */
export function maySeeSubject(command: Command, conduct: ReadonlyConduct): Decision | undefined {
  if (command.by === systemAuthor) return undefined;
  const { routes } = conduct;
  const { order } = command;
  if (command.type === 'RaiseNoDuff' || command.type === 'CallStop') return undefined;
  if ('inject' in order && !routes.reads(command.by, routes.ofInject(order.inject)))
    return refused('noSuchInject', { inject: order.inject });
  if ('contingent' in order && !routes.reads(command.by, routes.ofContingent(order.contingent))) {
    return refused('noSuchContingent', { contingent: order.contingent });
  }
  const serial = 'serial' in order ? order.serial : 'booking' in order ? order.booking.serial : undefined;
  if (serial !== undefined && !routes.reads(command.by, routes.ofSerial(serial))) return refused('noSuchSerial', { serial });
  if ('file' in order) {
    const held = fileNamed(conduct, order.file);
    if (held === undefined || !routes.reads(command.by, held.stream)) return refused('noSuchFile', { file: order.file });
  }
  const unit = 'unit' in order ? order.unit : undefined;
  if (unit !== undefined && !routes.reads(command.by, routes.ofUnit(unit))) return refused('noSuchUnit', { unit });
  return undefined;
}
