// A minute before which no schedule ends: what order and own starts alone allow, and the work that each resource has to do.
import { modelOf } from './model.ts';
import { minuteOfSlot, type Resource, type TimesProblem } from './times-problem.ts';

export function leastEnd(problem: TimesProblem): number {
  const { topological, before, next, slots, count } = modelOf(problem);
  const earliest = new Int32Array(count);
  let end = problem.fixedEnd;
  let first = slots;
  for (let index = 0; index < count; index++) {
    const activity = topological[index] ?? 0;
    let start = 0;
    for (let at = before.from[activity] ?? 0; at < (before.from[activity + 1] ?? 0); at++)
      start = Math.max(start, (earliest[before.other[at] ?? 0] ?? 0) + (before.amount[at] ?? 0));
    start = next[activity]?.[Math.min(start, slots)] ?? slots;
    earliest[activity] = start;
    first = Math.min(first, start);
    end = Math.max(end, minuteOfSlot(problem, start) + (problem.minutes[activity] ?? 0));
  }
  // Work is counted where all durations are whole slots and uses lie inside their activities: then every end is a whole slot as well.
  if (problem.minutes.some((minutes) => minutes % problem.grid !== 0)) return end;
  for (const resource of problem.resources) {
    const isInside = resource.uses.every(
      ({ activity, offset, length }) => offset >= 0 && offset + length <= (problem.duration[activity] ?? 0),
    );
    if (isInside) end = Math.max(end, minuteOfSlot(problem, workDoneBy(resource, first) + 1));
  }
  return end;
}

/** The last slot in which the resource must still be at work, were it busy all the time. */
function workDoneBy({ capacity, uses }: Resource, first: number): number {
  let work = uses.reduce((sum, { amount, length }) => sum + amount * length, 0);
  let slot = first - 1;
  while (work > 0 && slot + 1 < capacity.length) work -= Math.max(0, capacity[++slot] ?? 0);
  return slot;
}
