/** A post as the dry run plays it: what it can read and speak, when it is manned, what it belongs to. */
import { type Exercise, languagesOfPost, type Post, type Role } from '../../exercise/index.ts';
import { isLanguage, type Language } from '../../words/index.ts';
import { type Duty, dutyOf } from './duty.ts';

export type PostPart = {
  readonly index: number;
  readonly id: string;
  readonly post: Post;
  readonly role: Role;
  readonly party: string | undefined;
  readonly languages: readonly string[];
  /** The language it writes in: its first that the message catalogue has. */
  readonly writes: Language;
  readonly duty: Duty;
  /** Whoever supports a serial does nothing else meanwhile; controllers, safety officers and evaluators go on working by radio. */
  readonly isTakenWhole: boolean;
};

const takenWhole: readonly Role[] = ['interpreter', 'translator', 'medicalCover', 'rolePlayer'];

export function postParts(exercise: Exercise): readonly PostPart[] {
  return exercise.posts.list.map((post, index) => {
    const languages = languagesOfPost(exercise, post);
    return {
      index,
      id: post.id,
      post,
      role: post.role,
      party: post.party,
      languages,
      writes: languages.find(isLanguage) ?? 'en',
      duty: dutyOf(exercise, post.id),
      isTakenWhole: takenWhole.includes(post.role),
    };
  });
}

/** Whether two posts have a language in common. */
export function understand(a: PostPart, b: PostPart): boolean {
  return a.languages.some((language) => b.languages.includes(language));
}
