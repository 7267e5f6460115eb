/** Fills in what instants and durations resolve to; what the author wrote stays beside it. */
import { isProblem, type Problem, problemAt, readDurationMinutes, type Zone } from '../kernel/index.ts';
import type { MarkedFields } from './document.ts';
import type { Span, When } from './nouns/field.ts';
import type { Setting } from './nouns/setting.ts';
import type { WrittenItem } from './portions.ts';
import { anchorsOf, readWhen } from './read-when.ts';

type Open<T> = { -readonly [K in keyof T]: T[K] };

/**
 * Resolves in place: the values come fresh from their schemas and nobody else holds them yet. What cannot be resolved is a fault and keeps NaN,
 * so that no later comparison holds.
 */
export function resolveTimes(marked: MarkedFields, setting: Setting, written: WrittenItem, zone: Zone): readonly Problem[] {
  const faults: Problem[] = [];
  const anchorOf = anchorsOf(setting.anchors, zone);
  const badAnchors = new Set<Problem>();
  for (const name of Object.keys(setting.anchors)) {
    const at = anchorOf(name);
    if (!isProblem(at) || badAnchors.has(at)) continue;
    badAnchors.add(at);
    faults.push(problemAt(at, written.placeOf(['anchors', name])));
  }
  const texts = new Map<string, ReturnType<typeof readWhen>>();
  for (const { from, path, value } of marked.instants) {
    const at = texts.get(value.written) ?? readWhen(value.written, zone, anchorOf);
    texts.set(value.written, at);
    if (!isProblem(at)) (value as Open<When>).at = at;
    else if (!badAnchors.has(at)) faults.push(problemAt(at, from.placeOf(path)));
  }
  for (const { from, path, value } of marked.durations) {
    const minutes = readDurationMinutes(value.written);
    if (!isProblem(minutes)) (value as Open<Span>).minutes = minutes;
    else faults.push(problemAt(minutes, from.placeOf(path)));
  }
  return faults;
}
