/** Injects reach somebody who plays, while the exercise runs, by a trigger that can happen. */
import type { Inject } from '../exercise.ts';
import { check, checkOfItems, fault, note } from './check.ts';

export const everyInjectReachesAPlayer = checkOfItems(
  'everyInjectReachesAPlayer',
  'An inject goes to posts that play.',
  function* (document) {
    const { injects, posts } = document.exercise;
    for (const { id, number, to } of injects.list) {
      for (const [index, name] of to.entries()) {
        const post = posts.byId.get(name);
        if (post === undefined || post.audience !== undefined) continue;
        const playsNot = post.cell === 'excon' || post.cell === 'support' || post.role === 'observer' || post.role === 'trustedAgent';
        if (playsNot)
          yield fault(document.placeOf('injects', id, ['to', index]), 'exercise.notPlaying', {
            inject: number,
            post: name,
            cell: post.cell,
          });
      }
    }
  },
);

export const everyInjectIsInPlay = check('everyInjectIsInPlay', 'An inject is due between STARTEX and ENDEX.', function* (document) {
  const { injects, setting } = document.exercise;
  const { startex, endex } = setting;
  for (const { id, number, trigger, status } of injects.list) {
    if (trigger.kind !== 'time' || status === 'deferred' || status === 'obsolete') continue;
    const at = document.placeOf('injects', id, ['trigger', 'at']);
    const values = { inject: number, written: trigger.at.written };
    if (startex !== undefined && trigger.at.at < startex.at)
      yield fault(at, 'exercise.beforeStartex', { ...values, limit: startex.written });
    if (endex !== undefined && trigger.at.at > endex.at) yield fault(at, 'exercise.afterEndex', { ...values, limit: endex.written });
  }
});

export const everyTriggerCanHappen = checkOfItems(
  'everyTriggerCanHappen',
  'A trigger waits for something that can happen: of one inject or one serial, and for an answer only where one is expected.',
  function* (document) {
    const { injects } = document.exercise;
    for (const { id, number, trigger } of injects.list) {
      const at = document.placeOf('injects', id, ['trigger']);
      if (trigger.kind === 'absence') {
        const other = injects.byId.get(trigger.inject);
        if (other !== undefined && !expectsAnswer(other))
          yield fault(at, 'exercise.noAnswerExpected', { inject: number, other: other.number });
      }
      if (trigger.kind !== 'after') continue;
      const { inject, serial, happening } = trigger;
      if ((inject === undefined) === (serial === undefined)) yield fault(at, 'exercise.triggerOfOne', { inject: number });
      else if ((inject === undefined) !== ofSerial.includes(happening))
        yield fault(at, 'exercise.triggerMismatch', { inject: number, happening, of: inject === undefined ? 'serial' : 'inject' });
      const other = inject === undefined ? undefined : injects.byId.get(inject);
      const waits = happening === 'answered' || happening === 'expectedActionSeen';
      if (waits && other !== undefined && !expectsAnswer(other))
        yield fault(at, 'exercise.noAnswerExpected', { inject: number, other: other.number });
    }
  },
);

const ofSerial: readonly string[] = ['running', 'stopped', 'done'];

export const everyNumberIsUsedOnce = checkOfItems('everyNumberIsUsedOnce', 'A MSEL number stands for one inject.', function* (document) {
  const first = new Map<string, Inject>();
  for (const inject of document.exercise.injects.list) {
    const before = first.get(inject.number);
    if (before === undefined) first.set(inject.number, inject);
    else
      yield fault(document.placeOf('injects', inject.id, ['number']), 'exercise.numberTwice', {
        inject: inject.id,
        number: inject.number,
        other: before.id,
      });
  }
});

export const noInjectCriesNoDuff = check('noInjectCriesNoDuff', 'The words for a real emergency stand in no inject.', function* (document) {
  const { injects, setting } = document.exercise;
  const words = new Set(['no duff', (setting.emergency?.words ?? '').trim().toLowerCase()].filter((word) => word !== ''));
  const written = new RegExp([...words].map((word) => word.split(/\s+/).map(escaped).join('[\\s-]*')).join('|'), 'i');
  for (const { id, number, text, title, expectedAction } of injects.list) {
    const texts: readonly (readonly [readonly string[], string])[] = [
      ...Object.entries(title).map(([language, said]) => [['title', language], said] as const),
      ...Object.entries(text.texts).map(([language, said]) => [['text', 'texts', language], said.text] as const),
      ...Object.entries(expectedAction?.texts ?? {}).map(([language, said]) => [['expectedAction', 'texts', language], said.text] as const),
    ];
    for (const [path] of texts.filter(([, said]) => written.test(said)))
      yield fault(document.placeOf('injects', id, path), 'exercise.criesNoDuff', { inject: number });
  }
});

export const scenarioFitsTogether = checkOfItems(
  'scenarioFitsTogether',
  'An inject’s event and incident belong to its storyline.',
  function* (document) {
    const { injects, events, incidents } = document.exercise;
    for (const { id, number, storyline, event, incident } of injects.list) {
      const ofIncident = incident === undefined ? undefined : incidents.byId.get(incident);
      if (event !== undefined && ofIncident !== undefined && ofIncident.event !== event) {
        yield fault(document.placeOf('injects', id, ['incident']), 'exercise.otherParent', {
          inject: number,
          name: ofIncident.id,
          parent: ofIncident.event,
          stated: event,
        });
      }
      const ofEvent = events.byId.get(event ?? ofIncident?.event ?? '');
      if (ofEvent !== undefined && ofEvent.storyline !== storyline) {
        yield fault(document.placeOf('injects', id, ['storyline']), 'exercise.otherParent', {
          inject: number,
          name: ofEvent.id,
          parent: ofEvent.storyline,
          stated: storyline,
        });
      }
    }
  },
);

export const controllersControl = checkOfItems('controllersControl', 'An inject’s controller is a post of EXCON.', function* (document) {
  const { injects, posts } = document.exercise;
  for (const { id, number, controller } of injects.list) {
    const post = posts.byId.get(controller);
    if (post === undefined || post.cell !== 'trainingAudience') continue;
    yield note(document.placeOf('injects', id, ['controller']), 'exercise.controllerPlays', { inject: number, post: controller });
  }
});

function escaped(word: string): string {
  return word.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
}

function expectsAnswer({ expectedAction, answerWithin, kind }: Inject): boolean {
  return expectedAction !== undefined || answerWithin !== undefined || kind === 'expectedAction';
}
