/** Requests between parties: made, translated, reviewed for release, received, decided and answered; each by who may read it where it lies. */
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

export function requestsAct(company: Company): Reactions {
  const { stage, agenda, crews } = company;
  const asked = new Map<string, { readonly from: PostPart; readonly to: PostPart }>();

  const review = (request: string, from: PostPart, stream: Parameters<Company['hears']>[1]): void => {
    const resource = stage.lookups.reviewersOf(from.party);
    const crew = resource === undefined ? undefined : crews.get(resource.id);
    const officer = crew?.members[0]?.part;
    if (crew === undefined || officer === undefined) return;
    const takes = micros(company.draw('releaseReviewMinutes', officer, request));
    const isRefused = company.uniform(request, 'decision') < 0.02;
    crew.ask({
      takes,
      serial: -1,
      able: resource?.posts.filter((post) => company.hears(post, stream)),
      done: (_now, by) => company.order(by.part.index, 'ReviewRequest', { request, decision: isRefused ? 'refused' : 'released' }),
    });
  };

  return {
    RequestMade: ({ request, from: fromId, to: toId, language }, { stream }) => {
      const [from, to] = [stage.postOf.get(fromId), stage.postOf.get(toId)];
      if (from === undefined || to === undefined) return;
      asked.set(request, { from, to });
      if (to.languages.includes(language)) {
        if (from.party !== to.party) review(request, from, stream);
        return;
      }
      const crew = bridge(company, from, to, 'writing') ?? crewFor(company, 'translator', []);
      const able = crew?.members.map(({ part }) => part.index).filter((post) => company.hears(post, stream)) ?? [];
      const liaison = stage.posts.find(
        (post) => post.role === 'liaisonOfficer' && company.hears(post.index, stream) && post.languages.includes(language),
      );
      const translator = stage.posts[able[0] ?? liaison?.index ?? -1];
      if (translator === undefined) return;
      const into = to.languages.find((one) => translator.languages.includes(one)) ?? to.writes;
      const minutes = company.draw('translateMinutes', translator, request);
      const translated = (by: number) =>
        company.order(by, 'TranslateRequest', { request, language: into, text: phrase('request', to.writes) });
      if (crew !== undefined && able.length > 0)
        crew.ask({ takes: micros(minutes), serial: -1, able, done: (_now, by) => translated(by.part.index) });
      else company.work(translator.index, minutes, () => translated(translator.index));
    },
    RequestTranslated: ({ request }, { stream }) => {
      const found = asked.get(request);
      if (found !== undefined && found.from.party !== found.to.party) review(request, found.from, stream);
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
  };
}
