/** Resuming after a NO DUFF: the safety officer of the place, the senior national representative of every party with people there, the co-directors. */
import type { Command } from '../commands/commands.ts';
import type { ReadonlyConduct } from '../conduct.ts';
import { accepted, type Decision, fact, nothingToDo, refused } from '../decision.ts';
import { authorOf, partiesIn, postNamed, slice, statusOf, systemAuthor } from './asking.ts';
import { standingStillAt } from './halts.ts';

type Alert = { readonly site: string | null; readonly resumedAt: number | null };

export function signResume(command: Extract<Command, { type: 'SignResume' }>, conduct: ReadonlyConduct, alert: Alert): Decision {
  const { alert: id, role, onBehalf } = command.order;
  if (alert.resumedAt !== null) return nothingToDo;
  const signer = onBehalf === undefined ? authorOf(conduct, command) : postNamed(conduct, onBehalf.of);
  if (command.by !== systemAuthor) {
    const isHere = role !== 'safetyOfficer' || (signer !== undefined && safetyOfficersOf(alert.site, conduct).includes(signer.id));
    if (signer?.role !== role || !isHere) return refused('notYoursToSign', { role });
  }
  const payload = {
    alert: id,
    role,
    ...(signer?.party === undefined ? {} : { party: signer.party }),
    ...(onBehalf === undefined ? {} : { onBehalf }),
  };
  const { everyone } = conduct.routes;
  const before = slice(conduct, everyone)?.safety.alerts.get(id)?.signatures ?? [];
  const missing = resumeStillNeeds(conduct, id, payload);
  const isRepeat = before.some((one) => one.role === role && one.party === payload.party);
  if (missing.length > 0) return isRepeat ? nothingToDo : accepted(fact(everyone, { type: 'ResumeSigned', payload }));
  return accepted(
    ...(isRepeat ? [] : [fact(everyone, { type: 'ResumeSigned', payload })]),
    fact(everyone, {
      type: 'NoDuffResumed',
      payload: {
        alert: id,
        serials: serialsOf(conduct, id).filter((one) => conduct.routes.covers(everyone, conduct.routes.ofSerial(one))),
      },
    }),
  );
}

/** The safety officers who serve at a place; where nobody does, any of them. */
function safetyOfficersOf(place: string | null, { exercise }: ReadonlyConduct): readonly string[] {
  const officers = exercise.posts.list.filter(({ role }) => role === 'safetyOfficer');
  const here = officers.filter(({ sites }) => place === null || sites.length === 0 || sites.some((site) => site === place));
  return (here.length > 0 ? here : officers).map(({ id }) => id);
}

/** The serials that stand still for an alert. */
function serialsOf(conduct: ReadonlyConduct, alertId: string): readonly string[] {
  return conduct.exercise.serials.list
    .map(({ id }) => id)
    .filter((id) => statusOf(conduct, id) === 'stopped' && standingStillAt(conduct, id).includes(alertId));
}

/** A serial in one of these has its people together. */
const gathered: readonly string[] = ['called', 'ready', 'running', 'stopped'];

/**
 * Who must still sign before play resumes, as `role` or `role:PARTY`; `about` counts as signed. A party has people there when it is in the team of
 * a serial that was called and stands still for the alert.
 */
export function resumeStillNeeds(
  conduct: ReadonlyConduct,
  alertId: string,
  about?: { readonly role: string; readonly party?: string | undefined },
): readonly string[] {
  const alert = slice(conduct, conduct.routes.everyone)?.safety.alerts.get(alertId);
  if (alert === undefined) return [];
  const signed = new Set(
    [...alert.signatures, ...(about === undefined ? [] : [about])].flatMap(({ role, party }) => [role, `${role}:${party ?? ''}`]),
  );
  const standing = conduct.exercise.serials.list
    .map(({ id }) => id)
    .filter((id) => alert.serials.has(id) || (gathered.includes(statusOf(conduct, id)) && standingStillAt(conduct, id).includes(alertId)));
  const there = [...new Set(standing.flatMap((id) => partiesIn(conduct, id)))].sort();
  const { posts, setting } = conduct.exercise;
  const has = (role: string, party?: string) =>
    posts.list.some((post) => post.role === role && (party === undefined || post.party === party));
  const needed = [
    ...(has('safetyOfficer') ? ['safetyOfficer'] : []),
    ...there.filter((party) => has('seniorNationalRepresentative', party)).map((party) => `seniorNationalRepresentative:${party}`),
    ...setting.participating.filter((party) => has('coDirector', party)).map((party) => `coDirector:${party}`),
  ];
  return needed.filter((one) => !signed.has(one));
}
