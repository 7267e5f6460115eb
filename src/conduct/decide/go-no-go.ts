/** The go/no-go list of a serial: every item that the document names is signed by who answers for it, before the serial is ready. */

import type { Post, Serial } from '../../exercise/index.ts';
import type { Command } from '../commands/commands.ts';
import type { ReadonlyConduct } from '../conduct.ts';
import { accepted, type Decision, type Fact, fact, nothingToDo, refused } from '../decision.ts';
import type { Draft, PayloadOf } from '../events/events.ts';
import type { StreamKey } from '../log/envelope.ts';
import type { SerialStatus, Signature } from '../state/running.ts';
import { authorOf, partiesIn, postNamed, serialNamed, serialRun, systemAuthor } from './asking.ts';

const control: readonly Post['role'][] = ['coDirector', 'chiefController', 'controller'];

/** Who signs an item; a controller enters any item on behalf of who does. */
const signersOf: { readonly [I in Signature['item']]: readonly Post['role'][] } = {
  safety: ['safetyOfficer'],
  medical: ['medicalCoordinator', 'medicalCover'],
  weather: ['safetyOfficer', 'hostNationSupport', ...control],
  siteClear: ['safetyOfficer', 'hostNationSupport', ...control],
  communications: control,
  interpreter: ['interpreter', 'liaisonOfficer'],
  party: ['seniorNationalRepresentative', 'liaisonOfficer', 'coDirector', 'teamLeader'],
};

/** A serial as it stands in its own stream. */
export type SerialNow = {
  readonly serial: Serial;
  readonly stream: StreamKey;
  readonly status: SerialStatus;
  readonly signatures: readonly Signature[];
};

export function signGoNoGo(command: Extract<Command, { type: 'SignGoNoGo' }>, conduct: ReadonlyConduct, now: SerialNow): Decision {
  const { serial, stream, status, signatures } = now;
  const { serial: id, item, go, onBehalf } = command.order;
  if (status === 'planned') return refused('serialNotCalled', { serial: id });
  if (status !== 'called' && status !== 'ready') return refused('serialPastGoNoGo', { serial: id, status });
  const author = authorOf(conduct, command);
  const signer = onBehalf === undefined ? author : postNamed(conduct, onBehalf.of);
  const isEntry = onBehalf !== undefined && author !== undefined && (control.includes(author.role) || author.party === signer?.party);
  const isSigner = signer !== undefined && signersOf[item].includes(signer.role) && (onBehalf === undefined || isEntry);
  if (command.by !== systemAuthor && !isSigner) return refused('notYoursToSign', { role: item });
  const party = item === 'party' ? (command.order.party ?? signer?.party) : command.order.party;
  if (item === 'party') {
    if (party === undefined || !partiesIn(conduct, id).includes(party))
      return refused('partyNotInSerial', { serial: id, party: party ?? '' });
    if (command.by !== systemAuthor && signer?.party !== party) return refused('onlyAPartysOwn');
  }
  if (signatures.some((one) => one.item === item && one.party === (party ?? null) && one.go === go)) return nothingToDo;
  const payload = party === command.order.party ? command.order : forParty(command.order, party);
  const facts: Fact[] = [fact(stream, { type: 'GoNoGoSigned', payload })];
  if (status === 'called' && go && isComplete(conduct, serial, signatures, { item, party: party ?? null })) {
    facts.push(fact(stream, { type: 'SerialReady', payload: { serial: id } }));
  }
  return accepted(...facts);
}

/** The signature with its party named. */
function forParty({ serial, item, go, remark, onBehalf }: PayloadOf<'GoNoGoSigned'>, party: string | undefined) {
  const signed: Draft<'GoNoGoSigned'> = party === undefined ? { serial, item, go } : { serial, item, party, go };
  if (remark !== undefined) signed.remark = remark;
  if (onBehalf !== undefined) signed.onBehalf = onBehalf;
  return signed;
}

/** What of the go/no-go list still lacks a "go": an item, or `party:BLR` for a party's own. */
export function missingSignatures(conduct: ReadonlyConduct, id: string): readonly string[] {
  const serial = serialNamed(conduct, id);
  if (serial === undefined) return [];
  const signed = serialRun(conduct, id)?.signatures ?? [];
  const missing: string[] = [];
  for (const item of serial.goNoGo) {
    if (item !== 'parties') {
      if (!isSigned(signed, undefined, item, null)) missing.push(item);
    } else for (const party of partiesIn(conduct, id)) if (!isSigned(signed, undefined, 'party', party)) missing.push(`party:${party}`);
  }
  return missing;
}

type About = { readonly item: string; readonly party: string | null };

/** Whether nothing of the list lacks a "go" once `about` has one. */
function isComplete(conduct: ReadonlyConduct, { id, goNoGo }: Serial, signed: readonly Signature[], about: About): boolean {
  for (const item of goNoGo) {
    if (item !== 'parties') {
      if (!isSigned(signed, about, item, null)) return false;
    } else for (const party of partiesIn(conduct, id)) if (!isSigned(signed, about, 'party', party)) return false;
  }
  return true;
}

/** `party` is null where it does not matter whose signature it is. */
function isSigned(signed: readonly Signature[], about: About | undefined, item: string, party: string | null): boolean {
  if (about !== undefined && about.item === item && (party === null || about.party === party)) return true;
  for (const one of signed) if (one.go && one.item === item && (party === null || one.party === party)) return true;
  return false;
}
