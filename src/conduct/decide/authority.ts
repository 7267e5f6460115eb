/** Which roles may give which order. STOP, NO DUFF and what records one's own work are open to every post. */
import type { Post } from '../../exercise/index.ts';
import { unreachable } from '../../kernel/index.ts';
import { type Command, type CommandType, commandSchemas } from '../commands/commands.ts';
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
  TranslateAnswer: ['translator', 'interpreter', 'liaisonOfficer'],
  AskInjectReview: control,
  ReviewInject: ['releaseOfficer'],
  ReviewRequest: ['releaseOfficer'],
  ReviewAnswer: ['releaseOfficer'],
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

const subjects = ['inject', 'contingent', 'serial', 'booking', 'file', 'unit'] as const;
type Subject = (typeof subjects)[number];

/** Of each type of order: who may give it (undefined: anybody), and what it may name, read off its schema. Looking for all of these in every order costs more than deciding some. */
type Rule = { readonly roles: ReadonlySet<Role> | undefined; readonly subjects: readonly Subject[] };
const rules: ReadonlyMap<string, Rule> = new Map(
  Object.entries(commandSchemas).map(([type, schema]) => {
    const fields: object | undefined = 'shape' in schema ? schema.shape : undefined;
    const roles = authority[type as CommandType];
    return [
      type,
      {
        roles: roles === undefined ? undefined : new Set(roles),
        subjects: subjects.filter((subject) => fields === undefined || subject in fields),
      },
    ];
  }),
);

const notYours = (command: Command): Decision => refused('notYourOrder', { order: command.type });

/**
 * Why an order is refused before anybody looks at it; undefined when it is not. The author's role must allow it: the system may give any, a post that
 * the document does not know only STOP and NO DUFF. And an order about something that its author may not read is refused as if it were not there.
 */
export function whyNotOrder(command: Command, conduct: ReadonlyConduct): Decision | undefined {
  if (command.by === systemAuthor || command.type === 'RaiseNoDuff' || command.type === 'CallStop') return undefined;
  const post = authorOf(conduct, command);
  const rule = rules.get(command.type);
  if (post === undefined || rule === undefined || rule.roles?.has(post.role) === false) return notYours(command);
  for (const subject of rule.subjects) {
    const hidden = hiddenSubject(subject, command.order as object as Named, command.by, conduct);
    if (hidden !== undefined) return hidden;
  }
  return undefined;
}

type Named = { readonly [S in Exclude<Subject, 'booking'>]?: string | undefined } & { readonly booking?: { readonly serial: string } };

function hiddenSubject(subject: Subject, order: Named, by: string, conduct: ReadonlyConduct): Decision | undefined {
  const { routes } = conduct;
  switch (subject) {
    case 'inject': {
      const { inject } = order;
      return inject === undefined || routes.reads(by, routes.ofInject(inject)) ? undefined : refused('noSuchInject', { inject });
    }
    case 'contingent': {
      const { contingent } = order;
      const isSeen = contingent === undefined || routes.reads(by, routes.ofContingent(contingent));
      return isSeen ? undefined : refused('noSuchContingent', { contingent });
    }
    case 'serial':
    case 'booking': {
      const serial = subject === 'serial' ? order.serial : order.booking?.serial;
      return serial === undefined || routes.reads(by, routes.ofSerial(serial)) ? undefined : refused('noSuchSerial', { serial });
    }
    case 'file': {
      const { file } = order;
      if (file === undefined) return undefined;
      const held = fileNamed(conduct, file);
      return held === undefined || !routes.reads(by, held.stream) ? refused('noSuchFile', { file }) : undefined;
    }
    case 'unit': {
      const { unit } = order;
      return unit === undefined || routes.reads(by, routes.ofUnit(unit)) ? undefined : refused('noSuchUnit', { unit });
    }
    default:
      return unreachable(subject);
  }
}
