// Nights running: nobody works more of them one after the other than a hard rule allows.

import { overlaps } from '../problem/intervals.ts';
import { postIsIn, unitIsIn } from '../problem/people.ts';
import { type Actor, type Engagement, holds, implies, type Model, negated } from './model.ts';
import { startsFrom } from './model-times.ts';
import type { Literal } from './solver/trail.ts';

type Use = { readonly actor: Actor; readonly engagement: Engagement; readonly from: number; readonly site: number };

/** Heeds what a candidate breaks for one body; its uses are in order of time. */
export function nightsOf(model: Model) {
  const { planning } = model;
  const { exercise, bodies, parties } = planning;
  const rules = new Map(
    bodies.map((body, index) => {
      const party = parties[body.party];
      const bound = exercise.dutyRules.list
        .filter(
          ({ price, scope, mostNightsRunning }) => price === undefined && scope.phases === undefined && mostNightsRunning !== undefined,
        )
        .filter(({ scope }) => (body.isUnit ? unitIsIn(exercise, scope, body.id, party ?? '') : postIsIn(scope, body.id, body.role, party)))
        .map(({ id, mostNightsRunning }) => ({ most: mostNightsRunning ?? 0, literal: holds(model, 'dutyRules', id) }))
        .sort((a, b) => a.most - b.most);
      return [index, bound[0]] as const;
    }),
  );
  return (body: number, list: readonly Use[], first: (key: string) => boolean, todo: (() => void)[]): void => {
    const rule = rules.get(body);
    if (rule === undefined) return;
    const works = new Map<number, { readonly use: Use; readonly guards: readonly (Literal | boolean)[] }>();
    for (const use of list) {
      const work = nightWork(model, use);
      if (work !== undefined && !works.has(work.night)) works.set(work.night, { use, guards: work.guards });
    }
    for (const night of works.keys()) {
      const running = Array.from({ length: rule.most + 1 }, (_, index) => works.get(night + index));
      const all = running.flatMap((one) => one ?? []);
      if (all.length <= rule.most || !first(`nights ${body} ${night} ${all.map(({ use }) => use.actor.time.index).join(' ')}`)) continue;
      todo.push(() =>
        implies(model, [rule.literal, ...all.flatMap(({ use, guards }) => [use.engagement.literal, use.actor.held, ...guards])], []),
      );
    }
  };
}

/** The night in which a use works, and between which starts it would be the same one at the same site. */
function nightWork(model: Model, { actor, from, engagement, site }: Use) {
  const { planning } = model;
  const { facts, time, places } = actor;
  const dark = (site < 0 ? planning.sites[0] : planning.sites[site])?.outside.night ?? [];
  const nightAt = (start: number): number | undefined => {
    const run = start + facts.toRun;
    return overlaps(dark, run, run + facts.run) ? planning.nightOf(run) : undefined;
  };
  const start = from - engagement.offset;
  const night = facts.kind === 'rest' ? undefined : nightAt(start);
  if (night === undefined) return undefined;
  const values = Array.from(time.values);
  let low = values.indexOf(start);
  let high = low;
  while (low > 0 && nightAt(values[low - 1] ?? 0) === night) low--;
  while (high < values.length - 1 && nightAt(values[high + 1] ?? 0) === night) high++;
  const place = places.find((one) => one.site === site)?.literal;
  const guards = [
    startsFrom(model, actor, values[low] ?? 0),
    negated(startsFrom(model, actor, (values[high] ?? 0) + 1)),
    ...(place === undefined ? [] : [place]),
  ];
  return { night, guards };
}
