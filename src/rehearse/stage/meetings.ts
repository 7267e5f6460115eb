/** The battle rhythm as moments: every meeting of every day, who sits in it, and which interpreters it asks for. */
import type { Exercise, Role } from '../../exercise/index.ts';
import { localDay, microsPerMinute, minuteFromLocal, minuteInstant, readTimeOfDay } from '../../kernel/index.ts';
import type { PostPart } from './post-parts.ts';

export type MeetingHeld = {
  readonly id: string;
  readonly at: number;
  readonly lasts: number;
  readonly posts: readonly number[];
  readonly support: readonly { readonly role: Role; readonly languages: readonly string[]; readonly count: number }[];
};
export type Meetings = readonly MeetingHeld[];

export function meetingsOf(
  exercise: Exercise,
  postOf: ReadonlyMap<string, PostPart>,
  span: { readonly startex: number; readonly endex: number },
): Meetings {
  const held = exercise.meetings.list.flatMap((meeting) => {
    const from = meeting.from?.at ?? minuteInstant(Math.floor(span.startex / microsPerMinute));
    const to = meeting.to?.at ?? minuteInstant(Math.floor(span.endex / microsPerMinute));
    const minuteOfDay = readTimeOfDay(meeting.at);
    if (typeof minuteOfDay !== 'number' || !(from < to)) return [];
    const posts = meeting.posts.flatMap((post) => postOf.get(post)?.index ?? []);
    const days: MeetingHeld[] = [];
    for (let day = localDay(from, exercise.zone); day <= localDay(to, exercise.zone); day++) {
      const at = minuteFromLocal(day, minuteOfDay, exercise.zone);
      if (at < from || at > to) continue;
      days.push({
        id: `${meeting.id}.${day}`,
        at: at * microsPerMinute,
        lasts: meeting.minutes * microsPerMinute,
        posts,
        support: meeting.support,
      });
    }
    return days;
  });
  return held.toSorted((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1));
}
