/** Standing releases: what goes to a wider stream without asking again, when it is made, when its serial ends, and at ENDEX. */

import type { Trigger } from '../../release/index.ts';
import type { ReadonlyConduct, ReadonlySlice } from '../conduct.ts';
import { type Fact, fact } from '../decision.ts';
import type { Draft, PayloadOf } from '../events/events.ts';
import type { StreamKey } from '../log/envelope.ts';
import type { RequestFacts } from '../state/play.ts';
import { timesWhereHeld } from './answers.ts';
import { slice } from './asking.ts';
import { checkedTexts } from './inject-review.ts';
import { requestTimed } from './request-times.ts';

/** The streams to which a trigger releases a thing that names an item of class `about`, without those whose readers do not know that item. */
export function releaseStreams(
  conduct: ReadonlyConduct,
  thing: string,
  author: string,
  trigger: Trigger,
  about: StreamKey,
): readonly StreamKey[] {
  const streams = conduct.routes.releasesOf(thing, author, trigger);
  // Mostly all of them know it.
  for (const stream of streams)
    if (!conduct.routes.covers(stream, about)) return streams.filter((one) => conduct.routes.covers(one, about));
  return streams;
}

const none: readonly Fact[] = [];

/** The observation as those read it to whom it is released: what was seen and its rating, not by whom. */
export function observationReleases(conduct: ReadonlyConduct, made: PayloadOf<'ObservationMade'>, trigger: Trigger): readonly Fact[] {
  const streams = releaseStreams(conduct, 'observation', made.evaluator, trigger, conduct.routes.ofSerial(made.serial));
  if (streams.length === 0) return none;
  const facts: Fact[] = [];
  for (const stream of streams) {
    const there = slice(conduct, stream)?.evaluation.observations.get(made.observation);
    if (there === undefined || (there.made === null && there.released === null))
      facts.push(fact(stream, { type: 'ObservationReleased', payload: asReleased(made) }));
  }
  return facts;
}

function asReleased(made: PayloadOf<'ObservationMade'>): PayloadOf<'ObservationReleased'> {
  const { observation, serial, task, criticalTask, party, rating, text, language, partyRating } = made;
  const released: Draft<'ObservationReleased'> = { observation, serial, task, criticalTask, party, rating };
  if (text !== undefined) released.text = text;
  if (language !== undefined) released.language = language;
  if (partyRating !== undefined) released.partyRating = partyRating;
  return released;
}

/** What is released when a serial has ended: the observations of it. */
export function whenSerialEnds(conduct: ReadonlyConduct, serial: string): readonly Fact[] {
  const facts: Fact[] = [];
  if (!conduct.routes.policy.standing.some(({ trigger }) => trigger === 'whenSerialDone')) return facts;
  for (const { evaluation } of conduct.slices.values()) {
    for (const id of evaluation.ofSerial.get(serial) ?? []) {
      const found = evaluation.observations.get(id);
      if (found?.made == null || found.withdrawn) continue;
      facts.push(...observationReleases(conduct, found.made as PayloadOf<'ObservationMade'>, 'whenSerialDone'));
    }
  }
  return facts;
}

/** What is released at STARTEX of what was made before; at ENDEX also the requests that nobody answered, or whose answers have not gone out, are told. */
export function releasesAt(conduct: ReadonlyConduct, trigger: 'atStartex' | 'atEndex'): readonly Fact[] {
  const facts: Fact[] = [];
  const releases = (thing: string) => conduct.routes.policy.standing.some((rule) => rule.trigger === trigger && rule.thing === thing);
  const [injects, observations] = [releases('inject'), releases('observation')];
  for (const [stream, held] of conduct.slices) {
    for (const [inject, { releasedAt }] of injects ? held.play.injects : [])
      if (releasedAt !== null) facts.push(...playedInject(conduct, inject, trigger));
    for (const { made, withdrawn } of observations ? held.evaluation.observations.values() : []) {
      if (made !== null && !withdrawn) facts.push(...observationReleases(conduct, made as PayloadOf<'ObservationMade'>, trigger));
    }
    facts.push(...positions(conduct, stream, held, trigger), ...(trigger === 'atEndex' ? unanswered(conduct, held) : []));
  }
  return facts;
}

/** A played inject as those read it to whom the policy releases it; nothing where it was released before. `outcome` and time are as known so far. */
export function playedInject(
  conduct: ReadonlyConduct,
  id: string,
  trigger: Trigger,
  justPlayed?: { readonly deliveries: readonly string[]; readonly at: number },
): readonly Fact[] {
  const inject = conduct.exercise.injects.byId.get(id);
  const play = slice(conduct, conduct.routes.ofInject(id))?.play.injects.get(id);
  if (inject === undefined) return [];
  const deliveries = justPlayed?.deliveries ?? play?.deliveries ?? [];
  const playedAt = justPlayed?.at ?? (inject.means === 'stagedCue' ? play?.playedAt : play?.releasedAt) ?? null;
  const [delivery] = deliveries;
  if (delivery === undefined || playedAt === null) return [];
  const facts: Fact[] = [];
  for (const stream of conduct.routes.releasesOf('inject', inject.controller, trigger)) {
    if (slice(conduct, stream)?.play.played.has(delivery) === true) continue;
    const released: Draft<'PlayedInjectReleased'> = {
      delivery,
      number: inject.number,
      title: inject.title,
      to: inject.to,
      answered: play?.answeredAt != null,
      deliveries: [...deliveries],
      means: inject.means,
      texts: checkedTexts(inject),
      playedAt,
    };
    if (play?.outcome != null) released.outcome = play.outcome;
    if (conduct.routes.mayName(stream, 'serials', inject.serial)) released.serial = inject.serial;
    released.from = inject.from.plays;
    facts.push(fact(stream, { type: 'PlayedInjectReleased', payload: released }));
  }
  return facts;
}

function positions(conduct: ReadonlyConduct, from: StreamKey, { running }: ReadonlySlice, trigger: Trigger): readonly Fact[] {
  const facts: Fact[] = [];
  for (const [unit, { latitude, longitude, metres }] of running.positions) {
    const party = conduct.exercise.units.byId.get(unit)?.party;
    if (party === undefined || from !== conduct.routes.ofPartysThing('position', party)) continue;
    for (const stream of conduct.routes.releasesOfParty('position', party, trigger)) {
      if (!conduct.routes.covers(stream, conduct.routes.ofUnit(unit))) continue;
      facts.push(fact(stream, { type: 'PositionReported', payload: { unit, latitude, longitude, metres } }));
    }
  }
  return facts;
}

function unanswered(conduct: ReadonlyConduct, { play }: ReadonlySlice): readonly Fact[] {
  const facts: Fact[] = [];
  for (const { received, answer } of play.requests.values()) {
    if (received === null) continue;
    const held = answer === null ? undefined : timesWhereHeld(conduct, received.request, answer.by);
    if (answer !== null && held === undefined) continue;
    const made = slice(conduct, conduct.routes.ofRequestsFrom(received.from))?.play.requests.get(received.request);
    if (made !== undefined)
      facts.push(...requestTimed(conduct, received as PayloadOf<'RequestReceived'>, made as RequestFacts, held ?? null));
  }
  return facts;
}
