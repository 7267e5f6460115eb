/** The battle rhythm: meetings hold their posts, ask for interpreters, and are contacts between the parties. */
import type { Company, Reactions } from '../company.ts';
import { crewFor } from './crews.ts';

export function meetingsAct(company: Company): Reactions {
  const { stage, agenda, workers } = company;
  for (const meeting of stage.meetings) {
    agenda.at(meeting.at, () => {
      for (const post of meeting.posts) {
        const worker = workers[post];
        if (worker?.isFree(-1) === true) worker.enterMeeting(meeting.lasts);
      }
      for (const { role, languages, count } of meeting.support) {
        const crew = crewFor(company, role, languages);
        for (let one = 0; one < count; one++) crew?.ask({ takes: meeting.lasts, serial: -1, able: undefined, done: () => {} });
      }
    });
    const [chair, ...others] = meeting.posts;
    const chairPart = stage.posts[chair ?? -1];
    const guest = others.map((post) => stage.posts[post]).find((post) => post?.party !== undefined && post.party !== chairPart?.party);
    if (chairPart === undefined || guest === undefined) continue;
    agenda.at(meeting.at + meeting.lasts, () => {
      if (company.draw('captureProbability', chairPart, meeting.id, stage.lookups.kindsOf('faceToFace')) !== 1) return;
      company.work(chairPart.index, 1, () =>
        company.order(chairPart.index, 'MarkContact', {
          contact: `${meeting.id}.contact`,
          from: chairPart.id,
          to: guest.id,
          means: 'faceToFace',
          language: chairPart.writes,
        }),
      );
    });
  }
  return {};
}
