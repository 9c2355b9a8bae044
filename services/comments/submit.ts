import { createHash } from 'node:crypto';
import type { CommentCreate, ThreadRef } from '../../shared/comment.ts';
import type { CommentId, SiteId, ThreadId } from '../../shared/ids.ts';
import type { Verdict } from '../../shared/moderation.ts';
import type { Hint, Nudge } from '../../shared/nudge.ts';
import { Problem } from '../../shared/problem.ts';
import type { Site } from '../../shared/site.ts';
import type { CommentDoc } from '../storage/comment-schema.ts';
import type { CommentStore } from '../storage/comments.ts';
import type { PersonDoc } from '../storage/people.ts';
import type { Heat } from '../storage/threads.ts';
import { checkFields } from './check-fields.ts';
import { newComment } from './new-comment.ts';
import { comparable, findNearRepeats, type Likeness } from './near-repeats.ts';
import type { RepeatCounts, Screen, Screened } from './screening.ts';
import type { TakeTurn } from './take-turn.ts';

/** How far back the same text counts as said before, milliseconds. */
const REPEAT_WINDOW_MS = 10 * 60_000;

/** Comments with the same text that are looked at. */
const SAME_TEXT_MAX = 20;

export interface SubmitDeps {
  comments: Pick<CommentStore, 'insert' | 'byId' | 'byIdem' | 'sameText' | 'likeText'>;
  screen: Screen;
  textHash: (text: string) => string;
  likeness: (text: string) => Likeness;
  /** How hot the thread is; null while it is as any other. */
  heat: (site: Site, threadId: ThreadId) => Promise<Heat | null>;
  takeTurn: TakeTurn;
  /** Whether a name could be taken for a moderator's. */
  imitatesModerator: (name: string) => Promise<boolean>;
  ensureThread: (siteId: SiteId, ref: ThreadRef) => Promise<{ id: ThreadId; lang: string | null }>;
  rememberAuthor: (person: PersonDoc, identity: { name: string; email: string | undefined }) => Promise<void>;
  /** Throws `rate-limited` when this person has posted too much. Asked only for a comment that is otherwise in order. */
  admit: () => Promise<void>;
  /** Whether this person may be told about one more draft, and what of a verdict they are told. */
  nudge: { take: () => Promise<boolean>; hintsOf: (verdict: Verdict, texts: { text: string; name: string }) => Hint[] };
  /** Called once the comment is stored; must not fail. */
  stored: (doc: CommentDoc) => void;
  now: () => Date;
}

export interface Submission {
  site: Site;
  author: PersonDoc;
  input: CommentCreate;
  /** The client's Idempotency-Key. */
  key: string | undefined;
}

/**
 * Stores one comment with its verdict, in a single write that also holds the event. A repeated request with the same key
 * gives the comment of the first one. An author who asked to be told what may keep the comment back is told instead, if there
 * is anything to tell.
 * @throws Problem `validation-failed`, `parent-not-found`, `duplicate-comment`, `idempotency-key-reused`, `slow-mode`,
 *   `rate-limited`
 */
export async function submit(deps: SubmitDeps, submission: Submission): Promise<CommentDoc | Nudge> {
  const { site, author, input, key } = submission;
  if (key === undefined) return write(deps, submission, {});
  const idem = digest(site.id, author._id, key);
  const idemOf = digest(JSON.stringify([input.thread.key, input.parentId ?? null, input.text, input.author.name]));
  try {
    return await write(deps, submission, { idem, idemOf });
  } catch (error) {
    // Sent before and stored? Then what was true then counts, whatever has changed since.
    const first = error instanceof Problem || error === SENT_BEFORE ? await deps.comments.byIdem(idem) : null;
    if (first === null) throw error;
    if (first.idemOf !== idemOf) throw new Problem('idempotency-key-reused');
    return first;
  }
}

/** This very request was stored before: it is there, or the unique index says so. */
const SENT_BEFORE = new Error('sent before');

async function write(
  deps: SubmitDeps,
  submission: Submission,
  idempotency: { idem?: string; idemOf?: string },
): Promise<CommentDoc | Nudge> {
  const { site, author, input } = submission;
  const { name, text, body, links } = await checkFields(deps, input);
  const { id: threadId, lang: threadLang } = await deps.ensureThread(site.id, input.thread);
  const now = deps.now();
  const hash = deps.textHash(text);
  const parentId = input.parentId ?? null;
  const since = new Date(now.getTime() - REPEAT_WINDOW_MS);
  const compared = comparable(text);
  const likeness = compared === null ? null : deps.likeness(compared);
  const [sentBefore, parent, same, near, heat] = await Promise.all([
    idempotency.idem === undefined ? null : deps.comments.byIdem(idempotency.idem),
    findParent(deps, parentId, threadId),
    findRepeats(deps, { site, author, threadId, parentId, hash, since, idem: idempotency.idem }),
    likeness &&
      findNearRepeats(deps.comments, likeness, { siteId: site.id, authorId: author._id, threadId, hash, since }),
    deps.heat(site, threadId),
  ]);
  // Sending a request again is no second act, so it must not count as one.
  if (sentBefore !== null) throw SENT_BEFORE;
  const claimedLang = input.thread.lang ?? null;
  const facts = { repeats: near === null ? same : { ...same, near }, ...(heat === null ? {} : { heat }) };
  const judge = () => deps.screen({ site, threadLang, claimedLang, text, name, links, author, ...facts });
  let screened: Screened | null = null;
  // Whoever has been told often enough is not told again: their comment is posted as on a site that does not offer it.
  if (input.nudge === true && site.settings.nudge && (await deps.nudge.take())) {
    screened = await judge();
    const hints = deps.nudge.hintsOf(screened.verdict, { text, name });
    if (hints.length > 0) return { hints };
  }
  return deps.takeTurn({ threadId, authorId: author._id, everySeconds: heat?.slow?.every ?? null }, async () => {
    await deps.admit();
    screened ??= await judge();
    const from = {
      siteId: site.id,
      threadId,
      parent,
      authorId: author._id,
      name,
      text,
      links,
      body,
      hash,
      now,
      screened,
    };
    const doc = { ...newComment({ ...from, bands: likeness?.bands ?? [] }), ...idempotency };
    if ((await deps.comments.insert(doc)) === 'duplicate') throw SENT_BEFORE;
    deps.stored(doc);
    await deps.rememberAuthor(author, { name, email: input.author.email });
    return doc;
  });
}

function digest(...parts: string[]): string {
  return createHash('sha256').update(parts.join('\n')).digest('base64url');
}

/** A parent that is elsewhere, hidden or gone is the same to the caller: nothing hidden may be found out this way. */
async function findParent(
  deps: SubmitDeps,
  parentId: CommentId | null,
  threadId: ThreadId,
): Promise<CommentDoc | null> {
  if (parentId === null) return null;
  const parent = await deps.comments.byId(parentId);
  if (parent?.threadId !== threadId || parent.mod.vis !== 'visible') {
    throw new Problem('parent-not-found', { errors: [{ path: 'parentId', code: 'invalid' }] });
  }
  return parent;
}

async function findRepeats(
  deps: SubmitDeps,
  at: {
    site: Site;
    author: PersonDoc;
    threadId: ThreadId;
    parentId: CommentId | null;
    hash: string;
    since: Date;
    idem: string | undefined;
  },
): Promise<RepeatCounts> {
  const same = await deps.comments.sameText(at.site.id, at.hash, { since: at.since, limit: SAME_TEXT_MAX });
  // Where many say the same, the author may stand behind those that were looked at.
  const isAll = same.length < SAME_TEXT_MAX;
  const byAuthor = isAll
    ? same
    : await deps.comments.sameText(at.site.id, at.hash, {
        since: at.since,
        limit: SAME_TEXT_MAX,
        authorId: at.author._id,
      });
  // The same request under way twice is no repetition; the unique index will tell.
  const own = byAuthor.filter(
    (doc) => doc.authorId === at.author._id && (at.idem === undefined || doc.idem !== at.idem),
  );
  if (own.some((doc) => doc.threadId === at.threadId && doc.parentId === at.parentId))
    throw new Problem('duplicate-comment');
  const others = same.filter((doc) => doc.authorId !== at.author._id);
  return {
    own: own.length,
    thread: others.filter((doc) => doc.threadId === at.threadId).length,
    site: others.length,
  };
}
