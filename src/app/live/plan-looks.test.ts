import { expect, test } from 'vitest';
import { planFromLanes, startLaneSearch } from '../../plan/index.ts';
import { aTinyExercise } from '../a-tiny-exercise.ts';
import { planLooks } from './plan-looks.ts';

test('what lanes have found is worked out in a thread of its own as it would be here', async () => {
  const { exercise, files } = await aTinyExercise();
  const search = startLaneSearch(exercise, { seed: '1', iterations: 20, lanes: 1 }, 0);
  search.step();
  const looks = planLooks({ files, seed: '1', lanes: 1 }, new AbortController().signal);
  const { planned } = await looks.look([search.result()]);
  expect(planned).toEqual(planFromLanes(exercise, { seed: '1', lanes: 1 }, [search.result()]));
  expect((await looks.look([])).planned.plan.bookings).toEqual([]);
  looks.end();
});

test('who looks at what cannot be read hears that nobody looks', async () => {
  const looks = planLooks({ files: [], seed: '1', lanes: 1 }, new AbortController().signal);
  await expect(looks.look([])).rejects.toThrow('could not be read again');
});
