/**
 * Orders about injects, through HSEEP's states: draft → submitted → approved → synchronized → released → complete, deferred, obsolete. An inject
 * becomes due by its trigger (`time.ts`) or by call; who controls it then releases it. A staged cue is set, released and played.
 */
import type { Inject } from '../../exercise/index.ts';
import { unreachable } from '../../kernel/index.ts';
import type { Command } from '../commands/commands.ts';
import type { ReadonlyConduct } from '../conduct.ts';
import { accepted, type Decision, fact, nothingToDo, refused, telling } from '../decision.ts';
import type { InjectFacts } from '../state/play.ts';
import { mayActFor } from './acting.ts';
import { agreed, clockOf, injectRun, statusOf, systemAuthor } from './asking.ts';
import { deliver, deliveriesOf, languagesMissing } from './delivery.ts';
import { standingStillAt } from './halts.ts';
import { reviewAsked, reviewDecision } from './inject-review.ts';
import { playedInject } from './standing.ts';

export type InjectCommand = Extract<
  Command,
  {
    type:
      | 'SetInjectStatus'
      | 'CallInject'
      | 'ReportInjectSet'
      | 'ReleaseInject'
      | 'ReportInjectPlayed'
      | 'ReportExpectedAction'
      | 'AskInjectReview';
  }
>;

type Status = NonNullable<InjectFacts['status']>;

/** Where an inject may go from each state by `SetInjectStatus`. */
const next: Readonly<Record<Status, readonly Status[]>> = {
  draft: ['submitted', 'obsolete'],
  submitted: ['draft', 'approved', 'obsolete'],
  approved: ['draft', 'synchronized', 'deferred', 'obsolete'],
  synchronized: ['approved', 'deferred', 'obsolete'],
  deferred: ['approved', 'synchronized', 'obsolete'],
  obsolete: ['draft'],
  released: [],
  complete: [],
};

/** The state of an inject: what was said of it last, else what the document says. */
export function injectStatus(conduct: ReadonlyConduct, inject: Inject): Status {
  return injectRun(conduct, inject.id)?.status ?? inject.status;
}

export function decideInject(command: InjectCommand, conduct: ReadonlyConduct): Decision {
  const inject = conduct.exercise.injects.byId.get(command.order.inject);
  if (inject === undefined) return refused('noSuchInject', { inject: command.order.inject });
  const status = injectStatus(conduct, inject);
  const version = injectRun(conduct, inject.id)?.version ?? 0;
  if (command.expected !== undefined && command.expected !== version)
    return refused('injectChangedMeanwhile', { inject: inject.number, status });
  return telling(aboutInject(command, conduct, inject, status), conduct.routes.ofInject(inject.id), conduct.routes.everyone);
}

function aboutInject(command: InjectCommand, conduct: ReadonlyConduct, inject: Inject, status: Status): Decision {
  const stream = conduct.routes.ofInject(inject.id);
  const run = injectRun(conduct, inject.id);
  switch (command.type) {
    case 'SetInjectStatus':
      return setStatus(command, conduct, inject, status);
    case 'CallInject': {
      if (run?.dueAt != null || status === 'released' || status === 'complete') return nothingToDo;
      if (status === 'deferred' || status === 'obsolete') return refused('injectNotApproved', { inject: inject.number, status });
      const clock = clockOf(conduct)?.state ?? 'before';
      if (clock !== 'running' && clock !== 'paused') return refused('clockNotRunning', { clock });
      return accepted(
        fact(stream, { type: 'InjectDue', payload: { inject: inject.id, cause: 'onCall' } }),
        ...reviewAsked(conduct, inject),
      );
    }
    case 'AskInjectReview':
      return accepted(...reviewAsked(conduct, inject));
    case 'ReportInjectSet':
      if (inject.means !== 'stagedCue') return refused('injectNotStaged', { inject: inject.number });
      if (run?.setAt != null) return nothingToDo;
      if (status === 'obsolete' || status === 'deferred') return refused('injectNotApproved', { inject: inject.number, status });
      return accepted(fact(stream, { type: 'InjectSet', payload: command.order }));
    case 'ReleaseInject':
      return release(command, conduct, inject, status);
    case 'ReportInjectPlayed':
      return reportPlayed(command, conduct, inject, status);
    case 'ReportExpectedAction': {
      if (status !== 'released' && status !== 'complete') return refused('injectNotReleased', { inject: inject.number, status });
      if (run?.outcome === command.order.outcome) return nothingToDo;
      const seen = fact(stream, { type: 'ExpectedActionSeen', payload: command.order });
      return status === 'complete'
        ? accepted(seen)
        : accepted(seen, fact(stream, { type: 'InjectCompleted', payload: { inject: inject.id } }));
    }
    default:
      return unreachable(command);
  }
}

function setStatus(
  command: Extract<Command, { type: 'SetInjectStatus' }>,
  conduct: ReadonlyConduct,
  inject: Inject,
  from: Status,
): Decision {
  const { status: to } = command.order;
  if (from === to) return nothingToDo;
  if (!next[from].includes(to)) return refused('injectStatusOrder', { inject: inject.number, from, to });
  if (to === 'synchronized') {
    const missing = languagesMissing(conduct, inject);
    if (missing.length > 0) return refused('injectNotTranslated', { inject: inject.number, for: missing });
  }
  if (to === 'approved' && command.by !== systemAuthor && !agreed(conduct, 'inject', inject.id))
    return refused('consentMissing', { subject: inject.number });
  return accepted(fact(conduct.routes.ofInject(inject.id), { type: 'InjectStatusChanged', payload: command.order }));
}

/** Why an inject may not go out now; undefined when it may. */
function whyNot(command: Command, conduct: ReadonlyConduct, inject: Inject, status: Status): Decision | undefined {
  const clock = clockOf(conduct)?.state ?? 'before';
  if (clock !== 'running') return refused('clockNotRunning', { clock });
  if (status !== 'approved' && status !== 'synchronized') return refused('injectNotApproved', { inject: inject.number, status });
  const run = injectRun(conduct, inject.id);
  if (run?.dueAt == null) return refused('injectNotDue', { inject: inject.number });
  const missing = languagesMissing(conduct, inject);
  if (missing.length > 0) return refused('injectNotTranslated', { inject: inject.number, for: missing });
  const review = inject.needsReleaseReview ? reviewDecision(conduct, inject) : 'released';
  if (review !== 'released') return refused(review === 'refused' ? 'injectReviewRefused' : 'injectNotReviewed', { inject: inject.number });
  if (
    inject.serial !== undefined &&
    (statusOf(conduct, inject.serial) === 'stopped' || standingStillAt(conduct, inject.serial).length > 0)
  ) {
    return refused('serialStandsStill', { serial: inject.serial, for: standingStillAt(conduct, inject.serial) });
  }
  return mayRelease(command, conduct, inject) ? undefined : refused('notYourInject', { inject: inject.number });
}

/** Controllers release any inject; a role player those that the role player plays. */
function mayRelease(command: Command, conduct: ReadonlyConduct, inject: Inject): boolean {
  const author = conduct.exercise.posts.byId.get(command.by);
  if (author?.role !== 'rolePlayer') return true;
  return [inject.from.post, inject.controller].some((id) => {
    const post = id === undefined ? undefined : conduct.exercise.posts.byId.get(id);
    return post !== undefined && mayActFor(command, post, undefined, conduct);
  });
}

function release(command: Extract<Command, { type: 'ReleaseInject' }>, conduct: ReadonlyConduct, inject: Inject, status: Status): Decision {
  if (status === 'released' || status === 'complete') return nothingToDo;
  const why = whyNot(command, conduct, inject, status);
  if (why !== undefined) return why;
  const staged = inject.means === 'stagedCue';
  if (staged && injectRun(conduct, inject.id)?.setAt == null) return refused('injectNotSet', { inject: inject.number });
  const stream = conduct.routes.ofInject(inject.id);
  const deliveries = deliveriesOf(conduct, inject);
  const released = fact(stream, { type: 'InjectReleased', payload: { inject: inject.id, deliveries, ...entryOf(command.order) } });
  const synchronized =
    status === 'approved' ? [fact(stream, { type: 'InjectStatusChanged', payload: { inject: inject.id, status: 'synchronized' } })] : [];
  if (staged) return accepted(...synchronized, released);
  return accepted(
    ...synchronized,
    released,
    ...deliver(conduct, inject),
    ...playedInject(conduct, inject.id, 'whenPlayed', { deliveries, at: command.at }),
  );
}

/** A staged cue reaches its recipients when it is played; played without an order, it was released by that. */
function reportPlayed(
  command: Extract<Command, { type: 'ReportInjectPlayed' }>,
  conduct: ReadonlyConduct,
  inject: Inject,
  status: Status,
): Decision {
  if (inject.means !== 'stagedCue' && inject.means !== 'rolePlayer') return refused('injectNotStaged', { inject: inject.number });
  const run = injectRun(conduct, inject.id);
  if (run?.playedAt != null) return nothingToDo;
  const stream = conduct.routes.ofInject(inject.id);
  const played = fact(stream, { type: 'InjectPlayed', payload: { inject: inject.id, ...entryOf(command.order) } });
  const isOut = status === 'released' || status === 'complete';
  if (inject.means === 'rolePlayer') return isOut ? accepted(played) : refused('injectNotReleased', { inject: inject.number, status });
  const deliveries = deliveriesOf(conduct, inject);
  const received = [...deliver(conduct, inject), ...playedInject(conduct, inject.id, 'whenPlayed', { deliveries, at: command.at })];
  if (isOut) return accepted(played, ...received);
  const why = whyNot(command, conduct, inject, status);
  if (why !== undefined) return why;
  if (run?.setAt == null) return refused('injectNotSet', { inject: inject.number });
  return accepted(fact(stream, { type: 'InjectReleased', payload: { inject: inject.id, deliveries } }), played, ...received);
}

/** What a command says of an entry made later or for somebody else. */
function entryOf<B, M>({ onBehalf, madeAt }: { readonly onBehalf?: B; readonly madeAt?: M }) {
  return { ...(onBehalf === undefined ? {} : { onBehalf }), ...(madeAt === undefined ? {} : { madeAt }) };
}
