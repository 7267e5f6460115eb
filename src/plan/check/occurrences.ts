// Meetings day by day: when each takes place, and which of its posts are there.
import { type Exercise, isPresent, presenceOf } from '../../exercise/bare/index.ts';
import { localDay, type MinuteInstant, minuteFromLocal } from '../../kernel/index.ts';

/** A meeting on one day. */
export type Occurrence = { readonly meeting: string; readonly start: number; readonly end: number; readonly posts: readonly string[] };

export function occurrencesOf(exercise: Exercise): readonly Occurrence[] {
  const { zone, setting } = exercise;
  return exercise.meetings.list.flatMap((meeting) => {
    const from = (meeting.from ?? setting.from).at;
    const to = (meeting.to ?? setting.to).at;
    const minuteOfDay = Number(meeting.at.slice(0, 2)) * 60 + Number(meeting.at.slice(3));
    const found: Occurrence[] = [];
    for (let day = localDay(from, zone); day <= localDay(to, zone); day++) {
      const start: MinuteInstant = minuteFromLocal(day, minuteOfDay, zone);
      const end = start + meeting.minutes;
      if (start < from || end > to) continue;
      const posts = meeting.posts.filter((id) => {
        return isPresent(presenceOf(exercise, id), start, end);
      });
      found.push({ meeting: meeting.id, start, end, posts });
    }
    return found;
  });
}
