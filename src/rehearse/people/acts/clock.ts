/** The co-directors declare STARTEX and ENDEX; ENDEX waits a while for serials that still run. Injects that were not played are deferred before. */
import { type Company, micros, type Reactions } from '../company.ts';
import { phrase } from '../phrases.ts';

const longestWaitMinutes = 180;

export function clockKeeping(company: Company): Reactions {
  const { stage, agenda } = company;
  const director = stage.posts.find(({ role }) => role === 'coDirector') ?? stage.posts.find(({ role }) => role === 'chiefController');
  if (director === undefined) return {};
  const { index } = director;
  agenda.at(stage.startex, () => company.order(index, 'DeclareStartex', { exerciseTime: stage.startex }));
  const isUnderWay = (serial: string) => {
    const status = company.knows(index, stage.routes.ofSerial(serial))?.running.serials.get(serial)?.status;
    return status === 'running' || status === 'stopped';
  };
  const tryEndex = (now: number): void => {
    const waits =
      now < stage.endex + micros(longestWaitMinutes) &&
      stage.serials.some(({ id, end }) => end <= stage.endex + micros(60) && isUnderWay(id));
    if (waits) agenda.at(now + micros(10), tryEndex);
    else closeMsel(company, () => company.order(index, 'DeclareEndex', {}));
  };
  agenda.at(stage.endex, tryEndex);
  return {};
}

/** Each controller puts aside what was not played of the own injects; then play ends. */
function closeMsel(company: Company, then: () => void): void {
  const { stage, agenda } = company;
  for (const inject of stage.injects) {
    const controller = stage.postOf.get(inject.controller);
    if (controller === undefined) continue;
    const known = company.knows(controller.index, stage.routes.ofInject(inject.id))?.play.injects.get(inject.id);
    const status = known?.status ?? inject.status;
    if (status === 'released' || status === 'complete' || status === 'obsolete' || status === 'deferred') continue;
    const to = status === 'approved' || status === 'synchronized' ? 'deferred' : 'obsolete';
    company.order(controller.index, 'SetInjectStatus', { inject: inject.id, status: to, reason: phrase('notPlayed', controller.writes) });
  }
  const director = stage.posts.find(({ role }) => role === 'coDirector') ?? stage.posts.find(({ role }) => role === 'chiefController');
  if (director === undefined) return;
  agenda.at(agenda.now + micros(2), () => company.work(director.index, 0, then));
}
