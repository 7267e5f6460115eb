/** Release officers let the texts of injects go: one queue a party, each officer knowing a text by its review alone. */
import { type Company, micros, type Reactions } from '../company.ts';

export function reviewsAct(company: Company): Reactions {
  const { stage, agenda, crews, hears, draw, order } = company;
  const gathering = new Map<string, number[]>();
  return {
    TextForReview: ({ review }, { stream }) => {
      // The same text comes to each officer of a party in one change; together they are who may do it.
      const officers = stage.posts.filter(
        (post) => post.role === 'releaseOfficer' && stream === stage.routes.ofPost(post.id) && hears(post.index, stream),
      );
      const known = gathering.get(review);
      if (known !== undefined) {
        known.push(...officers.map(({ index }) => index));
        return;
      }
      const able = officers.map(({ index }) => index);
      gathering.set(review, able);
      agenda.at(agenda.now, () => {
        gathering.delete(review);
        const resource = stage.resources.find(({ role, posts }) => role === 'releaseOfficer' && posts.some((post) => able.includes(post)));
        const officer = stage.posts[able[0] ?? -1];
        if (resource === undefined || officer === undefined) return;
        crews.get(resource.id)?.ask({
          takes: micros(draw('releaseReviewMinutes', officer, review)),
          serial: -1,
          able,
          then: (_now, by) => order(by.part.index, 'ReviewInject', { review, decision: 'released' }),
        });
      });
    },
  };
}
