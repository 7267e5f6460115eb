/** Release officers let the texts of injects go: one queue a party, each officer knowing a text by its review alone. */
import { type Company, micros, type Reactions } from '../company.ts';

export function reviewsAct(company: Company): Reactions {
  const { stage, agenda, crews } = company;
  const gathering = new Map<string, number[]>();
  return {
    TextForReview: ({ review }, { stream }) => {
      // The same text comes to each officer of a party in one change; together they are who may do it.
      const officer = stage.lookups.postOfStream(stream);
      if (officer === undefined || officer.role !== 'releaseOfficer' || !company.hears(officer.index, stream)) return;
      const known = gathering.get(review);
      if (known !== undefined) {
        known.push(officer.index);
        return;
      }
      const able = [officer.index];
      gathering.set(review, able);
      agenda.at(agenda.now, () => {
        gathering.delete(review);
        const resource = stage.resources.find(({ role, posts }) => role === 'releaseOfficer' && posts.some((post) => able.includes(post)));
        if (resource === undefined) return;
        crews.get(resource.id)?.ask({
          takes: micros(company.draw('releaseReviewMinutes', officer, review)),
          serial: -1,
          able,
          done: (_now, by) => company.order(by.part.index, 'ReviewInject', { review, decision: 'released' }),
        });
      });
    },
  };
}
