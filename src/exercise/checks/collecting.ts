/** The collection plan: every critical task is observed, by evaluators who can, of each party where the teams are mixed. */
import type { CollectionItem, Exercise } from '../exercise.ts';
import { ancestorsOfTask } from '../tasks.ts';
import { checkOfAbsence, checkOfItems, fault } from './check.ts';

export const everyCriticalTaskIsCollected = checkOfAbsence(
  'everyCriticalTaskIsCollected',
  'Every critical task is collected by an evaluator.',
  ['collection'],
  function* (document) {
    const { tasks, collection } = document.exercise;
    const collected = new Set(collection.list.map((item) => item.criticalTask));
    for (const { id, criticalTasks } of tasks.list) {
      for (const [name, critical] of Object.entries(criticalTasks)) {
        if (!critical.collected || collected.has(`${id}/${name}`)) continue;
        yield fault(
          document.placeOf('tasks', id, ['criticalTasks', name], 'key'),
          'exercise.notCollected',
          { name: `${id}/${name}` },
          { key: 'exercise.addToCollectionPlan', values: {} },
        );
      }
    }
  },
);

export const bothPartiesEvaluate = checkOfAbsence(
  'bothPartiesEvaluate',
  'What mixed teams do, or what asks for evaluators of each party, is collected by evaluators of more than one party.',
  ['posts', 'serials'],
  function* (document) {
    const { exercise } = document;
    for (const item of exercise.collection.list) {
      if (!asksForEachParty(exercise, item)) continue;
      const parties = new Set(item.evaluators.flatMap((post) => exercise.posts.byId.get(post)?.party ?? []));
      if (parties.size !== 1) continue;
      const values = { item: item.id, name: item.criticalTask, party: [...parties].join() };
      yield fault(document.placeOf('collection', item.id, ['evaluators']), 'exercise.onePartyEvaluates', values);
    }
  },
);

export const evaluatorsCanEvaluate = checkOfItems(
  'evaluatorsCanEvaluate',
  'Who collects is an evaluator post with a party and a language.',
  function* (document) {
    const { posts, collection } = document.exercise;
    for (const { id, evaluators } of collection.list) {
      for (const [index, name] of evaluators.entries()) {
        const post = posts.byId.get(name);
        if (post === undefined || post.role === 'evaluator' || post.role === 'chiefEvaluator') continue;
        yield fault(document.placeOf('collection', id, ['evaluators', index]), 'exercise.notAnEvaluator', {
          item: id,
          post: name,
          role: post.role,
        });
      }
    }
    for (const { id, role, party, languages } of posts.list) {
      if (role !== 'evaluator') continue;
      const lacking = [...(party === undefined ? ['party'] : []), ...(languages.length === 0 ? ['languages'] : [])];
      if (lacking.length > 0)
        yield fault(document.placeOf('posts', id, [], 'key'), 'exercise.postLacks', { post: id, role, fields: lacking });
    }
  },
);

export const collectedWhereItIsDone = checkOfItems(
  'collectedWhereItIsDone',
  'A critical task is collected at serials that train its task.',
  function* (document) {
    const { exercise } = document;
    for (const { id, criticalTask, serials } of exercise.collection.list) {
      const task = criticalTask.split('/')[0] ?? '';
      if (!exercise.tasks.byId.has(task)) continue;
      for (const [index, name] of serials.entries()) {
        const serial = exercise.serials.byId.get(name);
        // A serial that trains a task above it trains it as well: the spectrum is covered from either side.
        const meets = serial?.tasks.some(
          (trained) => ancestorsOfTask(exercise, trained).includes(task) || ancestorsOfTask(exercise, task).includes(trained),
        );
        if (serial === undefined || meets) continue;
        yield fault(document.placeOf('collection', id, ['serials', index]), 'exercise.collectedElsewhere', {
          item: id,
          serial: name,
          task,
        });
      }
    }
  },
  ['tasks', 'serials'],
);

function asksForEachParty(exercise: Exercise, item: CollectionItem): boolean {
  const serials = item.serials.flatMap((id) => exercise.serials.byId.get(id) ?? []);
  if (serials.some((serial) => (serial.team?.parties.least ?? 1) > 1)) return true;
  const demands = exercise.supportDemands.list.filter(({ role, eachParty }) => role === 'evaluator' && eachParty);
  return demands.some(({ scope }) => scope.serials?.some((id) => item.serials.includes(id)) ?? false);
}
