/** What is built on itself: a unit that is its own parent's parent, serials that wait for each other, injects that trigger each other. */
import type { ItemDocument } from '../document.ts';
import type { CollectionName } from '../nouns/collections.ts';
import type { Path } from '../parsed-file.ts';
import { checkOfItems, fault, type Remark } from './check.ts';

type Graph = ReadonlyMap<string, readonly string[]>;

/** One circle of every group of items that reach each other, each beginning with its first in reading order. */
export function circlesIn(graph: Graph): readonly (readonly string[])[] {
  const state = new Map<string, 'open' | 'done'>();
  const circles: string[][] = [];
  for (const start of graph.keys()) {
    if (state.has(start)) continue;
    const way: { readonly id: string; next: number }[] = [{ id: start, next: 0 }];
    state.set(start, 'open');
    for (let step = way.at(-1); step !== undefined; step = way.at(-1)) {
      const target = graph.get(step.id)?.[step.next++];
      if (target === undefined) {
        state.set(step.id, 'done');
        way.pop();
      } else if (state.get(target) === 'open') {
        const ids = way.map(({ id }) => id);
        circles.push(ids.slice(ids.indexOf(target)));
      } else if (!state.has(target) && graph.has(target)) {
        state.set(target, 'open');
        way.push({ id: target, next: 0 });
      }
    }
  }
  return circles;
}

export const noUnitIsAboveItself = checkOfItems('noUnitIsAboveItself', 'No unit is its own parent, by any way round.', (document) =>
  circlesOf(
    document,
    'units',
    graphOf(document.exercise.units.list, ({ parent }) => [parent]),
    ['parent'],
  ),
);

export const noTaskIsAboveItself = checkOfItems('noTaskIsAboveItself', 'No task lies below itself in the spectrum.', (document) =>
  circlesOf(
    document,
    'tasks',
    graphOf(document.exercise.tasks.list, ({ parent }) => [parent]),
    ['parent'],
  ),
);

export const noSerialWaitsForItself = checkOfItems(
  'noSerialWaitsForItself',
  'No serial comes after itself, by any way round.',
  (document) =>
    circlesOf(
      document,
      'serials',
      graphOf(document.exercise.serials.list, ({ after }) => after),
      ['after'],
    ),
);

export const noTeamIsTakenFromItself = checkOfItems(
  'noTeamIsTakenFromItself',
  'No team is taken from a serial that takes its team from it.',
  (document) => {
    const graph = graphOf(document.exercise.serials.list, ({ team }) => [team?.sameTeamAs, team?.unitsOf?.serial]);
    return circlesOf(document, 'serials', graph, ['team']);
  },
);

export const noInjectTriggersItself = checkOfItems(
  'noInjectTriggersItself',
  'No inject waits for an inject that waits for it.',
  (document) => {
    const graph = graphOf(document.exercise.injects.list, ({ trigger }) => ('inject' in trigger ? [trigger.inject] : []));
    return circlesOf(document, 'injects', graph, ['trigger', 'inject']);
  },
);

function graphOf<T extends { readonly id: string }>(items: readonly T[], targets: (item: T) => readonly (string | undefined)[]): Graph {
  return new Map(items.map((item) => [item.id, targets(item).filter((target) => target !== undefined)]));
}

function circlesOf(document: ItemDocument, collection: CollectionName, graph: Graph, path: Path): readonly Remark[] {
  return circlesIn(graph).map((ids) => {
    const [first = ''] = ids;
    return fault(
      document.placeOf(collection, first, path),
      'exercise.circle',
      { collection, items: [...ids, first] },
      { key: 'exercise.breakCircle', values: {} },
    );
  });
}
