/** What the exercise is for and nothing carries: objectives, requirements and tasks of the spectrum that no serial touches. */
import type { Exercise, Requirement, Serial } from '../exercise.ts';
import { ancestorsOfTask, leafTasks } from '../tasks.ts';
import { leafUnits, leavesOf } from '../units.ts';
import { checkOfAbsence, fault, note } from './check.ts';

export const everyObjectiveIsTouched = checkOfAbsence(
  'everyObjectiveIsTouched',
  'Every training objective has a serial that names it or trains its task.',
  ['serials', 'tasks'],
  function* (document) {
    const { exercise } = document;
    const trained = tasksTrained(exercise);
    const named = new Set<string>(exercise.serials.list.flatMap((serial) => serial.objectives));
    for (const { id, task, party } of exercise.objectives.list) {
      if (named.has(id) || trained.has(task)) continue;
      yield fault(document.placeOf('objectives', id, [], 'key'), 'exercise.objectiveUntouched', { item: id, party, task });
    }
  },
);

export const everyTaskIsTrained = checkOfAbsence(
  'everyTaskIsTrained',
  'Every leaf task of the spectrum is trained by a serial.',
  ['serials', 'tasks'],
  function* (document) {
    const { exercise } = document;
    const direct = new Set<string>(exercise.serials.list.flatMap((serial) => serial.tasks));
    for (const { id } of leafTasks(exercise)) {
      if (ancestorsOfTask(exercise, id).some((task) => direct.has(task))) continue;
      yield fault(document.placeOf('tasks', id, [], 'key'), 'exercise.taskUntrained', { item: id });
    }
  },
);

export const everyRequirementCanBeMet = checkOfAbsence(
  'everyRequirementCanBeMet',
  'There are as many serials that can count for a requirement as it asks for.',
  ['serials', 'tasks', 'units'],
  function* (document) {
    const { exercise } = document;
    for (const requirement of exercise.requirements.list) {
      const { id, party, task, times, hard } = requirement;
      const serials = exercise.serials.list.filter((serial) => mayCount(exercise, serial, requirement)).length;
      if (serials >= times) continue;
      // A wish that cannot be fulfilled is only what it costs.
      const say = hard ? fault : note;
      yield say(document.placeOf('requirements', id, [], 'key'), 'exercise.requirementCannotBeMet', {
        item: id,
        party,
        task,
        times,
        serials,
      });
    }
  },
);

/** Whether a held serial could count for a requirement: its task is it or lies below it, its conditions agree, and the party may be in its team. */
function mayCount(exercise: Exercise, serial: Serial, requirement: Requirement): boolean {
  if (serial.team === undefined || !serial.tasks.some((task) => ancestorsOfTask(exercise, task).includes(requirement.task))) return false;
  if (requirement.phase !== undefined && serial.phase !== undefined && serial.phase !== requirement.phase) return false;
  if (requirement.light !== undefined && serial.light !== undefined && serial.light !== requirement.light) return false;
  const { from } = serial.team;
  const inside = from.length === 0 ? undefined : new Set(from.flatMap((unit) => leavesOf(exercise, unit)));
  const allowed = leafUnits(exercise).filter((unit) => inside?.has(unit.id) ?? true);
  if (!allowed.some((unit) => unit.party === requirement.party)) return false;
  return !requirement.mixed || allowed.some((unit) => unit.party !== requirement.party);
}

function tasksTrained(exercise: Exercise): ReadonlySet<string> {
  return new Set(exercise.serials.list.flatMap((serial) => serial.tasks.flatMap((task) => ancestorsOfTask(exercise, task))));
}
