// An order as it came in: held against its command's schema, and given in the name of who gave it.
import { type Command, commandSchemas, type HomeConduct, systemAuthor } from '../../conduct/index.ts';
import { Malformed, problem, Refused } from '../../kernel/index.ts';
import type { OrderMessage } from '../../protocol/index.ts';
import type { Given } from './home.ts';
import { playedIds } from './player.ts';
import { postsOf, type User } from './users.ts';

/** What our own command identifiers begin with; a client's may not. */
const ownIds = [playedIds, 'adopt-document/', 'adopt-plan/', 'import/'];
/** What the system itself orders and nobody in its name. */
const ownOrders: ReadonlySet<string> = new Set(['AdoptDocument', 'AdoptPlan', 'PassTime', 'RecordClockLimit']);
/** What is never refused to anyone who is known here. */
const urgentOrders: ReadonlySet<string> = new Set(['RaiseNoDuff', 'CallStop']);
/** Posts are given to people by these; everyone may give up a post of one's own. */
const givingPosts: ReadonlySet<string> = new Set(['coDirector', 'seniorNationalRepresentative', 'chiefController']);

/** The order to decide. Throws `Malformed` where it is none of ours, `Refused` where this user may not give it. */
export function givenBy(user: User, message: OrderMessage, conduct: HomeConduct): Given {
  const { id, type, expected } = message;
  const by = authorOf(user, message, conduct);
  const schema = Object.hasOwn(commandSchemas, type) ? commandSchemas[type as Command['type']] : undefined;
  const read = schema?.safeParse(message.order);
  if (read === undefined || !read.success) throw malformed(read?.error.issues.map(({ path }) => path.map(String).join('.')) ?? ['type']);
  // An identifier must come back from the disk as it was sent: half a character does not.
  if (/\p{Surrogate}/u.test(id) || ownIds.some((own) => id.startsWith(own))) throw malformed(['id']);
  if (by === systemAuthor && ownOrders.has(type)) throw malformed(['by']);
  return { id, type, by, order: read.data, ...(expected === undefined ? {} : { expected }) } as Given;
}

/** In whose name: the local director's in any, a person's in that of a post that the person holds now. */
function authorOf(user: User, { type, by, order }: OrderMessage, conduct: HomeConduct): string {
  if (user.kind === 'director') return by;
  if (user.kind === 'nobody') throw new Refused(problem('server.notAdmitted', {}, { key: 'server.maybeBeAdmitted', values: {} }));
  const posts = postsOf(user.id, conduct);
  if (!posts.includes(by)) {
    // Who raises the alarm under a post that was left a minute ago is heard all the same, and named as what that person is now.
    if (urgentOrders.has(type)) return posts[0] ?? `person:${user.id}`;
    throw new Refused(problem('server.notYourPost', { post: by, posts: [...posts] }));
  }
  if (type === 'TakePost' || (type === 'LeavePost' && (order as { readonly record?: unknown } | null)?.record !== user.id)) {
    const mayGive = givingPosts.has(conduct.exercise.posts.byId.get(by as never)?.role ?? '');
    if (!mayGive) throw new Refused(problem('server.notYoursToGive', { post: by }));
  }
  return by;
}

function malformed(fields: readonly string[]): Malformed {
  return new Malformed([problem('server.malformed', { fields })]);
}
