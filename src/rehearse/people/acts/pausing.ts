/** PAUSE now and then: a co-director stops exercise time for something administrative, and lets it go on. Serials that run go on; none starts. */
import { minutesPerDay } from '../../../kernel/index.ts';
import { nextOn } from '../../stage/duty.ts';
import { type Company, micros, type Reactions } from '../company.ts';
import { phrase } from '../phrases.ts';

/** How often, and how long: assumed. */
const pausesADay = 0.03;
const lengthMinutes = { least: 10, mode: 20, most: 60 } as const;
/** Nobody pauses when the exercise is about to end, nor shortly before going off duty. */
const clearMinutes = 180;

export function pausingAct(company: Company): Reactions {
  const { stage, agenda } = company;
  const director = stage.posts.find(({ role }) => role === 'coDirector');
  if (director === undefined) return {};
  const { index, duty, writes } = director;
  const isThere = (time: number) => nextOn(duty, time) === time;
  const random = company.chance('pauses');
  const mean = micros(minutesPerDay) / pausesADay;
  for (let at = stage.startex + random.exponential(mean); at < stage.endex - micros(clearMinutes); at += random.exponential(mean)) {
    const time = Math.round(at);
    if (!isThere(time) || !isThere(time + micros(clearMinutes))) continue;
    agenda.at(time, () => company.work(index, 0, () => company.order(index, 'PauseClock', { reason: phrase('pause', writes) })));
  }
  return {
    ClockPaused: (_payload, { stream, time }) => {
      if (!company.hears(index, stream)) return;
      const { least, mode, most } = lengthMinutes;
      const lasts = micros(company.chance(`pause/${time}`).triangular(least, mode, most));
      agenda.at(time + lasts, () => company.work(index, 0, () => company.order(index, 'ResumeClock', {})));
    },
  };
}
