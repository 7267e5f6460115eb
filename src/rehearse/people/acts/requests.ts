/**
 * Requests between parties: made, translated, reviewed for release, received, decided and answered, and the answers likewise on their way back; each by
 * who may read it where it lies.
 */

import { answerNeedsReview, requestNeedsReview, type StreamKey } from '../../../conduct/index.ts';
import type { PostPart } from '../../stage/post-parts.ts';
import { type Company, micros, type Reactions } from '../company.ts';
import { phrase } from '../phrases.ts';
import { bridge, crewFor } from './crews.ts';

type Ask = {
  readonly id: string;
  readonly from: PostPart;
  readonly to: PostPart;
  readonly serial?: string | undefined;
  readonly procedure?: string | undefined;
};

/** One post asks another for something. */
export function requestBetween(company: Company, { id, from, to, serial, procedure }: Ask): void {
  const { stage, agenda } = company;
  const madeAt = { at: agenda.now, skew: 0 };
  const minutes = company.draw('deliverMinutes', from, id, stage.lookups.kindsOf('message'));
  company.work(from.index, minutes, () =>
    company.order(from.index, 'MakeRequest', {
      request: id,
      from: from.id,
      to: to.id,
      language: from.writes,
      text: phrase('request', from.writes),
      ...(procedure === undefined ? {} : { procedure }),
      ...(serial === undefined ? {} : { serial }),
      madeAt,
    }),
  );
}

/** A request on its way to who is asked, or its answer on its way back. */
type OnItsWay = {
  readonly kind: 'request' | 'answer';
  readonly request: string;
  readonly from: PostPart;
  readonly to: PostPart;
  readonly isReviewed: boolean;
};

/** Of the texts before a release officer, so many are not let go: assumed. */
const notLetGo = 0.02;

export function requestsAct(company: Company): Reactions {
  const { stage, agenda, crews } = company;
  const asked = new Map<string, OnItsWay>();
  const answered = new Map<string, OnItsWay>();

  /** What chance a text's steps are drawn by. */
  const entityOf = ({ kind, request }: OnItsWay): string => (kind === 'request' ? request : `${request}/back`);

  const review = (one: OnItsWay, stream: StreamKey): void => {
    const { kind, request, from } = one;
    const resource = stage.lookups.reviewersOf(from.party);
    const crew = resource === undefined ? undefined : crews.get(resource.id);
    const officer = crew?.members[0]?.part;
    if (crew === undefined || officer === undefined) return;
    const takes = micros(company.draw('releaseReviewMinutes', officer, entityOf(one)));
    const isRefused = company.uniform(entityOf(one), 'decision') < notLetGo;
    crew.ask({
      takes,
      serial: -1,
      able: resource?.posts.filter((post) => company.hears(post, stream)),
      done: (_now, { part }) => {
        if (kind === 'request') company.order(part.index, 'ReviewRequest', { request, decision: isRefused ? 'refused' : 'released' });
        else if (isRefused)
          company.order(part.index, 'ReviewAnswer', { request, decision: 'withheld', reason: phrase('ownMatter', part.writes) });
        else company.order(part.index, 'ReviewAnswer', { request, decision: 'released' });
      },
    });
  };

  const translate = (one: OnItsWay, language: string, stream: StreamKey): void => {
    const { kind, request, from, to } = one;
    const crew = bridge(company, from, to, 'writing') ?? crewFor(company, 'translator', []);
    const able = crew?.members.map(({ part }) => part.index).filter((post) => company.hears(post, stream)) ?? [];
    const liaison = stage.posts.find(
      (post) => post.role === 'liaisonOfficer' && company.hears(post.index, stream) && post.languages.includes(language),
    );
    const translator = stage.posts[able[0] ?? liaison?.index ?? -1];
    if (translator === undefined) return;
    const into = to.languages.find((spoken) => translator.languages.includes(spoken)) ?? to.writes;
    const minutes = company.draw('translateMinutes', translator, entityOf(one));
    const translated = (by: number) =>
      company.order(by, kind === 'request' ? 'TranslateRequest' : 'TranslateAnswer', {
        request,
        language: into,
        text: phrase(kind, to.writes),
      });
    if (crew !== undefined && able.length > 0)
      crew.ask({ takes: micros(minutes), serial: -1, able, done: (_now, by) => translated(by.part.index) });
    else company.work(translator.index, minutes, () => translated(translator.index));
  };

  const sendOn = (one: OnItsWay, language: string, stream: StreamKey): void => {
    if (!one.to.languages.includes(language)) translate(one, language, stream);
    else if (one.isReviewed) review(one, stream);
  };

  return {
    RequestMade: ({ request, from: fromId, to: toId, language }, { stream }) => {
      const [from, to] = [stage.postOf.get(fromId), stage.postOf.get(toId)];
      if (from === undefined || to === undefined) return;
      const one = { kind: 'request', request, from, to, isReviewed: requestNeedsReview(stage, { from: fromId, to: toId }) } as const;
      asked.set(request, one);
      sendOn(one, language, stream);
    },
    RequestTranslated: ({ request }, { stream }) => {
      const found = asked.get(request);
      if (found?.isReviewed === true) review(found, stream);
    },
    RequestReceived: ({ request, to }, { stream }) => {
      const post = stage.postOf.get(to);
      if (post === undefined || !company.hears(post.index, stream)) return;
      const read = company.draw('readMinutes', post, request);
      const decide = company.draw('decideMinutes', post, request, stage.lookups.kindsOf('request'));
      if (company.draw('answerProbability', post, request) !== 1) return;
      const deliver = micros(company.draw('deliverMinutes', post, `${request}/answer`, stage.lookups.kindsOf('message')));
      company.work(post.index, read + decide, (decidedAt) =>
        agenda.at(decidedAt + deliver, () =>
          company.order(post.index, 'AnswerRequest', {
            request,
            text: phrase('answer', post.writes),
            language: post.writes,
            madeAt: { at: decidedAt, skew: 0 },
          }),
        ),
      );
    },
    AnswerSubmitted: (payload, { stream }) => {
      const { request, by, to: toId, language } = payload;
      const [from, to] = [stage.postOf.get(by), stage.postOf.get(toId)];
      if (from === undefined || to === undefined) return;
      const isReviewed = answerNeedsReview(stage, payload);
      const one = { kind: 'answer', request, from, to, isReviewed } as const;
      answered.set(request, one);
      sendOn(one, language, stream);
    },
    AnswerTranslated: ({ request }, { stream }) => {
      const found = answered.get(request);
      if (found?.isReviewed === true) review(found, stream);
    },
  };
}
