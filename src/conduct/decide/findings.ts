/** Findings: proposed → commented → agreed, agreed with a national view, or kept national; superseded, never deleted. And what is to be done about them. */
import { unreachable } from '../../kernel/index.ts';
import type { Command } from '../commands/commands.ts';
import type { ReadonlyConduct, ReadonlySlice } from '../conduct.ts';
import { accepted, type Decision, fact, nothingToDo, refused } from '../decision.ts';
import type { StreamKey } from '../log/envelope.ts';
import type { FindingState } from '../state/evaluation.ts';
import { agreed, authorOf, postNamed, slice, systemAuthor } from './asking.ts';

export type FindingCommand = Extract<
  Command,
  { type: 'ProposeFinding' | 'CommentFinding' | 'AgreeFinding' | 'KeepFindingNational' | 'SupersedeFinding' | 'SetCorrectiveAction' }
>;

type Found = { readonly stream: StreamKey; readonly finding: NonNullable<ReturnType<ReadonlySlice['evaluation']['findings']['get']>> };

/** A finding where the author may read it. */
function findingFor(command: Command, finding: string, conduct: ReadonlyConduct): Found | undefined {
  for (const [stream, { evaluation }] of conduct.slices) {
    const found = evaluation.findings.get(finding);
    if (found?.proposed != null && (command.by === systemAuthor || conduct.routes.reads(command.by, stream)))
      return { stream, finding: found };
  }
  return undefined;
}

const settled: readonly FindingState[] = ['agreed', 'agreedWithNationalView', 'keptNational', 'superseded'];

export function decideFinding(command: FindingCommand, conduct: ReadonlyConduct): Decision {
  if (command.type === 'ProposeFinding') return propose(command, conduct);
  const { finding: id } = command.order;
  const found = findingFor(command, id, conduct);
  if (found === undefined) return refused('noSuchFinding', { finding: id });
  const { stream, finding } = found;
  if (command.expected !== undefined && command.expected !== finding.version)
    return refused('findingChangedMeanwhile', { finding: id, state: finding.state });
  switch (command.type) {
    case 'CommentFinding': {
      const party = authorOf(conduct, command)?.party;
      if (party === undefined) return refused('onlyAPartysOwn');
      if (settled.includes(finding.state)) return refused('findingIsSettled', { finding: id, state: finding.state });
      return accepted(
        fact(stream, {
          type: 'FindingCommented',
          payload: { finding: id, party, text: command.order.text, language: command.order.language },
        }),
      );
    }
    case 'AgreeFinding':
      return agree(command, conduct, found);
    case 'KeepFindingNational': {
      if (finding.state === 'keptNational') return nothingToDo;
      if (settled.includes(finding.state)) return refused('findingIsSettled', { finding: id, state: finding.state });
      const party = authorOf(conduct, command)?.party;
      if (party === undefined || party !== finding.proposed?.party) return refused('onlyAPartysOwn');
      return accepted(fact(stream, { type: 'FindingKeptNational', payload: { finding: id, party } }));
    }
    case 'SupersedeFinding': {
      if (finding.state === 'superseded')
        return finding.supersededBy === command.order.by ? nothingToDo : refused('findingIsSettled', { finding: id, state: finding.state });
      const by = findingFor(command, command.order.by, conduct);
      if (by === undefined || command.order.by === id) return refused('noSuchFinding', { finding: command.order.by });
      if (!conduct.routes.covers(stream, by.stream)) return refused('findingIsNational', { finding: command.order.by });
      return accepted(fact(stream, { type: 'FindingSuperseded', payload: command.order }));
    }
    case 'SetCorrectiveAction':
      return setAction(command, conduct, found);
    default:
      return unreachable(command);
  }
}

function propose(command: Extract<Command, { type: 'ProposeFinding' }>, conduct: ReadonlyConduct): Decision {
  const { joint, shownBy, serials, task, ...order } = command.order;
  const party = authorOf(conduct, command)?.party;
  if (party === undefined) return refused('onlyAPartysOwn');
  if (findingFor(command, order.finding, conduct) !== undefined) return nothingToDo;
  const { routes } = conduct;
  const stream = joint ? routes.everyone : routes.ofThing('finding', command.by);
  return accepted(
    fact(stream, {
      type: 'FindingProposed',
      payload: {
        finding: order.finding,
        title: order.title,
        text: order.text,
        language: order.language,
        strength: order.strength,
        ...(routes.mayName(stream, 'tasks', task) ? { task } : {}),
        serials: serials.filter((serial) => routes.mayName(stream, 'serials', serial)),
        shownBy: shownBy.filter((id) => isKnownTo(conduct, stream, id)),
        party,
      },
    }),
  );
}

/** Whether every reader of a stream may read an observation, a record, a request's times or a contact of that name. */
function isKnownTo(conduct: ReadonlyConduct, stream: StreamKey, id: string): boolean {
  for (const [other, { evaluation, play }] of conduct.slices) {
    const holds =
      evaluation.observations.has(id) ||
      evaluation.procedures.has(id) ||
      play.requests.has(id) ||
      play.contacts.has(id) ||
      play.played.has(id);
    if (holds && conduct.routes.covers(stream, other)) return true;
  }
  return false;
}

function agree(command: Extract<Command, { type: 'AgreeFinding' }>, conduct: ReadonlyConduct, { stream, finding }: Found): Decision {
  const { finding: id, nationalView } = command.order;
  const state = nationalView === undefined ? 'agreed' : 'agreedWithNationalView';
  if (finding.state === state && finding.nationalView === (nationalView ?? null)) return nothingToDo;
  if (settled.includes(finding.state)) return refused('findingIsSettled', { finding: id, state: finding.state });
  if (!conduct.routes.covers(conduct.routes.everyone, stream)) return refused('findingIsNational', { finding: id });
  if (nationalView !== undefined && !conduct.exercise.parties.byId.has(nationalView))
    return refused('noSuchParty', { party: nationalView });
  if (command.by !== systemAuthor && !agreed(conduct, 'finding', id)) return refused('consentMissing', { subject: id });
  return accepted(fact(stream, { type: 'FindingAgreed', payload: command.order }));
}

function setAction(
  command: Extract<Command, { type: 'SetCorrectiveAction' }>,
  conduct: ReadonlyConduct,
  { stream, finding }: Found,
): Decision {
  const { order } = command;
  if (finding.state === 'superseded') return refused('findingIsSettled', { finding: order.finding, state: finding.state });
  if (postNamed(conduct, order.owner) === undefined) return refused('noSuchPost', { post: order.owner });
  const before = slice(conduct, stream)?.evaluation.actions.get(order.action);
  if (before !== undefined && before.finding !== order.finding) return refused('identifierTaken', { name: order.action });
  const same =
    before?.text === order.text &&
    before.owner === order.owner &&
    before.due === order.due &&
    before.element === order.element &&
    before.done === order.done &&
    before.language === order.language;
  return same ? nothingToDo : accepted(fact(stream, { type: 'CorrectiveActionSet', payload: order }));
}
