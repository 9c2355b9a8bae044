import type { CommentId, PersonId, SiteId, ThreadId } from '../../shared/ids.ts';
import { Problem } from '../../shared/problem.ts';
import type { CommentStore } from '../storage/comments.ts';
import { comparable, type Likeness } from './near-repeats.ts';
import type { RepeatCounts, Repeats } from './screening.ts';

/** How far back the same text counts as said before, milliseconds. */
const REPEAT_WINDOW_MS = 10 * 60_000;

/** Comments with the same text that are looked at. */
const SAME_TEXT_MAX = 20;

/** Recent comments that are looked at, and characters of them that are compared: long ones are made on purpose. */
const FOUND_MAX = 80;
const COMPARED_MAX = 50_000;

/** This very request was stored before: it is there, or the unique index says so. */
export const SENT_BEFORE = new Error('sent before');

/** Where and by whom a text is about to be said. */
export interface Saying {
  siteId: SiteId;
  threadId: ThreadId;
  parentId: CommentId | null;
  authorId: PersonId;
  /** Of the text's canonical form. */
  hash: string;
  /** null where the text is too short to tell. */
  likeness: Likeness | null;
  /** Of the request's Idempotency-Key. */
  idem: string | undefined;
  /** The comment whose text it is to become, which repeats nothing by itself. */
  except?: CommentId;
  now: Date;
}

type Asked = Pick<CommentStore, 'recentLike' | 'sameText'>;
type Found = Awaited<ReturnType<Asked['recentLike']>>[number];
type Same = Pick<Found, 'authorId' | 'threadId' | 'parentId' | 'idem'>;

/** What is stored and looked up of a text, in one index: one number for its very wording, and the bands of its signature. */
export function marksOf(hash: string, likeness: Likeness | null): number[] {
  // Signed, so that the database keeps it in 32 bits. What meets by chance is told apart by the whole hash.
  return [Buffer.from(hash, 'base64url').readInt32BE(0), ...(likeness?.bands ?? [])];
}

/**
 * How many recent comments say the same or nearly the same: one query by one index, and at most so many texts compared,
 * however much is posted.
 * @throws Problem `duplicate-comment` if the author has said this here already; SENT_BEFORE if by this very request
 */
export async function findRepeats(comments: Asked, saying: Saying): Promise<Repeats> {
  const { siteId, hash, likeness, now } = saying;
  const since = new Date(now.getTime() - REPEAT_WINDOW_MS);
  const like = await comments.recentLike(siteId, marksOf(hash, likeness), { since, limit: FOUND_MAX });
  const found = like.filter(isOther(saying));
  const known = found.filter(({ textHash }) => textHash === hash);
  // Where there is more than was looked at, what is the same to the letter may be among the rest.
  const { same, own } =
    like.length < FOUND_MAX
      ? { same: known, own: known.filter(({ authorId }) => authorId === saying.authorId) }
      : await findSame(comments, saying, since);
  if (own.some(({ idem }) => idem !== undefined && idem === saying.idem)) throw SENT_BEFORE;
  if (own.some(({ threadId, parentId }) => threadId === saying.threadId && parentId === saying.parentId))
    throw new Problem('duplicate-comment');
  const exact = { ...counted(same, saying), own: own.length };
  return likeness === null ? exact : { ...exact, near: counted(nearOf(found, hash, likeness), saying) };
}

async function findSame(
  comments: Asked,
  saying: Saying,
  since: Date,
): Promise<{ same: readonly Same[]; own: readonly Same[] }> {
  const { siteId, authorId, hash } = saying;
  const range = { since, limit: SAME_TEXT_MAX };
  // The author may stand behind those that are looked at.
  const [same, own] = await Promise.all([
    comments.sameText(siteId, hash, range),
    comments.sameText(siteId, hash, { ...range, authorId }),
  ]);
  return { same: same.filter(isOther(saying)), own: own.filter(isOther(saying)) };
}

function isOther({ except }: Saying): (one: { _id: CommentId }) => boolean {
  return ({ _id }) => _id !== except;
}

function nearOf(found: readonly Found[], hash: string, likeness: Likeness): Found[] {
  let compared = 0;
  return found.filter(({ text, textHash }) => {
    if (textHash === hash) return false;
    compared += text.length;
    return compared <= COMPARED_MAX && likeness.isNear(comparable(text) ?? '');
  });
}

function counted(some: readonly Pick<Found, 'authorId' | 'threadId'>[], at: Saying): RepeatCounts {
  const others = some.filter(({ authorId }) => authorId !== at.authorId);
  return {
    own: some.length - others.length,
    thread: others.filter(({ threadId }) => threadId === at.threadId).length,
    site: others.length,
  };
}
