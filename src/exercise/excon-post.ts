// Which posts are exercise control's.
import type { Post } from './exercise.ts';

/** Whether a post belongs to exercise control: every cell but the training audience and support. */
export function isExconPost(post: Pick<Post, 'cell'>): boolean {
  return post.cell !== 'trainingAudience' && post.cell !== 'support';
}
