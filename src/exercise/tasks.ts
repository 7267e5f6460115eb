/** The spectrum: the tree of tasks. */
import type { Items } from './document.ts';
import type { Task } from './exercise.ts';

/** A task and the tasks it lies below, nearest first. */
export function ancestorsOfTask(exercise: Items, taskId: string): readonly string[] {
  const chain: string[] = [];
  let next: string | undefined = taskId;
  while (next !== undefined && !chain.includes(next)) {
    const task: Task | undefined = exercise.tasks.byId.get(next);
    if (task === undefined) break;
    chain.push(next);
    next = task.parent;
  }
  return chain;
}

/** The tasks that no other has as its parent, in reading order. */
export function leafTasks(exercise: Items): readonly Task[] {
  const parents = new Set<string | undefined>(exercise.tasks.list.map((task) => task.parent));
  return exercise.tasks.list.filter((task) => !parents.has(task.id));
}

/** Whether a serial's tasks are a task or lie below it. */
export function trains(exercise: Items, serial: { readonly tasks: readonly string[] }, taskId: string): boolean {
  return serial.tasks.some((task) => ancestorsOfTask(exercise, task).includes(taskId));
}
