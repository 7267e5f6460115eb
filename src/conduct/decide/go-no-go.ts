/** The go/no-go list of a serial: every item that the document names is signed by who answers for it, before the serial is ready. */

import type { Post } from '../../exercise/index.ts';
import { unreachable } from '../../kernel/index.ts';
import type { Command } from '../commands/commands.ts';
import type { ReadonlyConduct } from '../conduct.ts';
import { accepted, type Decision, type Fact, fact, nothingToDo, refused } from '../decision.ts';
import type { SerialStatus, Signature } from '../state/running.ts';
import { authorOf, partiesIn, postNamed, serialNamed, serialRun, systemAuthor } from './asking.ts';

const control: readonly Post['role'][] = ['coDirector', 'chiefController', 'controller'];

/** Who signs an item; a controller enters any item on behalf of who does. */
function signersOf(item: Signature['item']): readonly Post['role'][] {
  switch (item) {
    case 'safety':
      return ['safetyOfficer'];
    case 'medical':
      return ['medicalCoordinator', 'medicalCover'];
    case 'weather':
    case 'siteClear':
      return ['safetyOfficer', 'hostNationSupport', ...control];
    case 'communications':
      return control;
    case 'interpreter':
      return ['interpreter', 'liaisonOfficer'];
    case 'party':
      return ['seniorNationalRepresentative', 'liaisonOfficer', 'coDirector', 'teamLeader'];
    default:
      return unreachable(item);
  }
}

export function signGoNoGo(command: Extract<Command, { type: 'SignGoNoGo' }>, conduct: ReadonlyConduct, status: SerialStatus): Decision {
  const { serial: id, item, go, remark, onBehalf } = command.order;
  if (status === 'planned') return refused('serialNotCalled', { serial: id });
  if (status !== 'called' && status !== 'ready') return refused('serialPastGoNoGo', { serial: id, status });
  const author = authorOf(conduct, command);
  const signer = onBehalf === undefined ? author : postNamed(conduct, onBehalf.of);
  const isEntry = onBehalf !== undefined && author !== undefined && (control.includes(author.role) || author.party === signer?.party);
  const isSigner = signer !== undefined && signersOf(item).includes(signer.role) && (onBehalf === undefined || isEntry);
  if (command.by !== systemAuthor && !isSigner) return refused('notYoursToSign', { role: item });
  const party = item === 'party' ? (command.order.party ?? signer?.party) : command.order.party;
  if (item === 'party') {
    if (party === undefined || !partiesIn(conduct, id).includes(party))
      return refused('partyNotInSerial', { serial: id, party: party ?? '' });
    if (command.by !== systemAuthor && signer?.party !== party) return refused('onlyAPartysOwn');
  }
  const signed = serialRun(conduct, id)?.signatures ?? [];
  if (signed.some((one) => one.item === item && one.party === (party ?? null) && one.go === go)) return nothingToDo;
  const payload = {
    serial: id,
    item,
    ...(party === undefined ? {} : { party }),
    go,
    ...(remark === undefined ? {} : { remark }),
    ...(onBehalf === undefined ? {} : { onBehalf }),
  };
  const stream = conduct.routes.ofSerial(id);
  const facts: Fact[] = [fact(stream, { type: 'GoNoGoSigned', payload })];
  if (status === 'called' && go && missingSignatures(conduct, id, { item, party: party ?? null }).length === 0) {
    facts.push(fact(stream, { type: 'SerialReady', payload: { serial: id } }));
  }
  return accepted(...facts);
}

const nameOf = (item: string, party: string | null): string => (item === 'party' ? `party:${party}` : item);

/** What of the go/no-go list still lacks a "go": an item, or `party:BLR` for a party's own. `about` counts as signed. */
export function missingSignatures(
  conduct: ReadonlyConduct,
  id: string,
  about?: { readonly item: string; readonly party: string | null },
): readonly string[] {
  const signed = new Set<string>();
  for (const { item, party, go } of serialRun(conduct, id)?.signatures ?? []) if (go) signed.add(nameOf(item, party));
  if (about !== undefined) signed.add(nameOf(about.item, about.party));
  const missing: string[] = [];
  for (const item of serialNamed(conduct, id)?.goNoGo ?? []) {
    for (const name of item === 'parties' ? partiesIn(conduct, id).map((party) => `party:${party}`) : [item])
      if (!signed.has(name)) missing.push(name);
  }
  return missing;
}
