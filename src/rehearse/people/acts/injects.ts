/** Controllers and role players: what is due is prepared, put before release review where it must, released, played, and watched for the expected action. */
import type { Inject } from '../../../exercise/index.ts';
import type { Stage } from '../../stage/stage.ts';
import { type Company, micros, type Reactions } from '../company.ts';
import type { Serials } from './serials.ts';

const setUpMinutes = 8;
/** An evacuation as it is played: out, over, back. Assumed. */
const evacuationMinutes = { median: 35, sigma: 0.35 } as const;
const patienceHours = 12;

export type Injects = { readonly reactions: Reactions; readonly retry: (inject: string) => void };

export function injectsAct(company: Company, serials: Serials): Injects {
  const { stage, agenda, world } = company;
  const evacuation = evacuationOn(stage);
  const dueAt = new Map<string, number>();

  const controllerOf = (inject: Inject): number => stage.postOf.get(inject.controller)?.index ?? -1;
  const known = (inject: Inject) => company.knows(controllerOf(inject), stage.routes.ofInject(inject.id))?.play.injects.get(inject.id);
  /** Who stages or plays it: the role player named, where there is one. */
  const player = (inject: Inject): number => {
    const post = stage.postOf.get(inject.from.post ?? '');
    return post?.role === 'rolePlayer' ? post.index : controllerOf(inject);
  };

  const release = (inject: Inject): void => {
    const post = controllerOf(inject);
    const minutes = company.draw('deliverMinutes', stage.posts[post], inject.id, stage.lookups.kindsOf(inject.means));
    company.work(post, minutes, () => company.order(post, 'ReleaseInject', { inject: inject.id }));
  };

  const prepare = (inject: Inject): void => {
    if (inject.means !== 'stagedCue') release(inject);
    else company.work(player(inject), setUpMinutes, () => company.order(player(inject), 'ReportInjectSet', { inject: inject.id }));
  };

  const evacuate = (inject: Inject): void => {
    const serial = stage.serialOf.get(inject.serial ?? '');
    if (evacuation === undefined || serial === undefined || !evacuation.injects.has(inject)) return;
    const takes = micros(company.chance(inject.id, 'evacuation').lognormal(evacuationMinutes.median, evacuationMinutes.sigma));
    serials.errandBegins(serial.id);
    world.errand(evacuation.pool, takes, () => serials.errandEnds(serial.id), serial);
  };

  /** Looks what came of it; the time to look is a little after an answer was wanted. */
  const watch = (inject: Inject): void => {
    const post = controllerOf(inject);
    const wanted = inject.answerWithin?.minutes ?? 45;
    agenda.at(agenda.now + micros(wanted * 1.25 + 5), () => {
      const run = known(inject);
      if (run === undefined || run.completedAt !== null) return;
      const wasAnswered = run.answeredAt !== null;
      const outcome = wasAnswered ? (company.uniform(inject.id, 'outcome') < 0.85 ? 'expected' : 'other') : 'none';
      company.work(post, 1, () => company.order(post, 'ReportExpectedAction', { inject: inject.id, outcome }));
    });
  };

  const reactions: Reactions = {
    InjectDue: ({ inject: id }, { stream, time }) => {
      const inject = stage.exercise.injects.byId.get(id);
      if (inject === undefined || !company.hears(controllerOf(inject), stream)) return;
      dueAt.set(id, time);
      if (!inject.needsReleaseReview || known(inject)?.review?.decision === 'released') prepare(inject);
    },
    InjectReviewed: ({ inject: id, decision }, { stream }) => {
      const inject = stage.exercise.injects.byId.get(id);
      if (inject !== undefined && decision === 'released' && company.hears(controllerOf(inject), stream)) prepare(inject);
    },
    InjectSet: ({ inject: id }, { stream }) => {
      const inject = stage.exercise.injects.byId.get(id);
      if (inject !== undefined && company.hears(controllerOf(inject), stream)) release(inject);
    },
    InjectReleased: ({ inject: id }, { stream }) => {
      const inject = stage.exercise.injects.byId.get(id);
      if (inject === undefined) return;
      const by = player(inject);
      if ((inject.means === 'stagedCue' || inject.means === 'rolePlayer') && company.hears(by, stream)) {
        company.work(by, 2, () => company.order(by, 'ReportInjectPlayed', { inject: id }));
      }
      if (!company.hears(controllerOf(inject), stream)) return;
      evacuate(inject);
      watch(inject);
    },
    SerialStarted: ({ serial }, { stream }) => {
      for (const inject of stage.lookups.onCallIn(serial)) {
        if (!company.hears(controllerOf(inject), stream)) continue;
        const part = stage.serialOf.get(serial);
        const share = company.chance(inject.id, 'call').between(0.35, 0.7);
        const post = controllerOf(inject);
        agenda.at(agenda.now + Math.round(((part?.end ?? 0) - (part?.start ?? 0)) * share), () =>
          company.work(post, 1, () => company.order(post, 'CallInject', { inject: inject.id })),
        );
      }
    },
  };

  // On-call injects that belong to no serial are called on some day between STARTEX and ENDEX, in working hours.
  for (const inject of stage.injects) {
    if (inject.trigger.kind !== 'onCall' || inject.serial !== undefined) continue;
    const at = stage.startex + (stage.endex - stage.startex) * company.chance(inject.id, 'call').between(0.15, 0.85);
    const post = controllerOf(inject);
    agenda.at(Math.round(at), () => company.work(post, 1, () => company.order(post, 'CallInject', { inject: inject.id })));
  }

  return {
    reactions,
    retry: (id) => {
      const inject = stage.exercise.injects.byId.get(id);
      const due = dueAt.get(id);
      if (inject === undefined || due === undefined || agenda.now > due + micros(patienceHours * 60)) return;
      agenda.at(agenda.now + micros(10), () => {
        if (known(inject)?.releasedAt === null) release(inject);
      });
    },
  };
}

type Evacuation = { readonly pool: string; readonly injects: ReadonlySet<Inject> };

// The same in every run.
const evacuations = new WeakMap<Stage, { readonly found: Evacuation | undefined }>();

function evacuationOn(stage: Stage): Evacuation | undefined {
  let known = evacuations.get(stage);
  if (known === undefined) {
    known = { found: evacuationOf(stage) };
    evacuations.set(stage, known);
  }
  return known.found;
}

/** The scarcest medical pool, and the injects on tasks most of whose serials book it: they send it on its way. */
function evacuationOf(stage: Stage): Evacuation | undefined {
  const [pool] = stage.exercise.pools.list.filter(({ kind }) => kind === 'medical').toSorted((a, b) => a.count - b.count);
  if (pool === undefined) return undefined;
  const uses = new Map<string, { with: number; without: number }>();
  for (const { serial, held } of stage.serials) {
    if (!held) continue;
    const books = serial.pools.some((one) => one.pool === pool.id);
    for (const task of serial.tasks) {
      const use = uses.get(task) ?? { with: 0, without: 0 };
      if (books) use.with++;
      else use.without++;
      uses.set(task, use);
    }
  }
  const evacuates = ({ criticalTasks: [first] }: Inject): boolean => {
    const use = uses.get(first?.split('/')[0] ?? '');
    return use !== undefined && use.with > use.without;
  };
  return { pool: pool.id, injects: new Set(stage.injects.filter(evacuates)) };
}
