import type { CommentCreate, ThreadRef } from '../../shared/comment.ts';
import type { CommentId, SiteId, ThreadId } from '../../shared/ids.ts';
import type { Verdict } from '../../shared/moderation.ts';
import type { Hint, Nudge } from '../../shared/nudge.ts';
import { Problem } from '../../shared/problem.ts';
import type { Site } from '../../shared/site.ts';
import { digest } from '../digest.ts';
import type { About } from '../storage/comment-about.ts';
import type { CommentDoc } from '../storage/comment-schema.ts';
import type { CommentStore } from '../storage/comments.ts';
import type { PersonDoc } from '../storage/people.ts';
import type { Heat } from '../storage/threads.ts';
import { checkFields } from './check-fields.ts';
import { findRepeats, marksOf, SENT_BEFORE } from './find-repeats.ts';
import { findMentions, type MentionDeps } from './mentions.ts';
import { newComment } from './new-comment.ts';
import { comparable, type Likeness } from './near-repeats.ts';
import { passageOf } from './passage.ts';
import type { Repeats, Screen, Screened } from './screening.ts';
import type { ProofOfWork, Signs } from './proof-of-work.ts';
import type { TakeTurn } from './take-turn.ts';

export interface SubmitDeps {
  comments: Pick<CommentStore, 'insert' | 'byId' | 'byIdem' | 'sameText' | 'recentLike'> & MentionDeps['comments'];
  /** The question beside a passage as it may be shown to others; null if it may not. */
  fitQuestion: (siteId: SiteId, question: string) => Promise<string | null>;
  screen: Screen;
  textHash: (text: string) => string;
  likeness: (text: string) => Likeness;
  /** How hot the thread is; null while it is as any other. */
  heat: (site: Site, threadId: ThreadId) => Promise<Heat | null>;
  takeTurn: TakeTurn;
  /** Whether a name could be taken for a moderator's. */
  imitatesModerator: (name: string) => Promise<boolean>;
  ensureThread: (siteId: SiteId, ref: ThreadRef) => Promise<{ id: ThreadId; lang: string | null; closed: boolean }>;
  /** @throws Problem `suspended`, `banned`, `warning-unread` */
  requireMayWrite: (author: PersonDoc) => Promise<void>;
  rememberAuthor: (person: PersonDoc, identity: { name: string; email: string | undefined }) => Promise<void>;
  /**
   * Throws `rate-limited` when this person has posted too much; answers how to undo it. Asked only for a comment that is
   * otherwise in order.
   */
  admit: () => Promise<() => Promise<void>>;
  /** What speaks for a program; null where nothing is asked about this author. */
  work: { signs: () => Promise<Pick<Signs, 'arrived' | 'fromAddress'>>; proof: ProofOfWork } | null;
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
 * @throws Problem `suspended`, `banned`, `warning-unread`, `validation-failed`, `thread-closed`, `parent-not-found`,
 *   `duplicate-comment`, `idempotency-key-reused`, `work-needed`, `slow-mode`, `rate-limited`
 */
export async function submit(deps: SubmitDeps, submission: Submission): Promise<CommentDoc | Nudge> {
  const { site, author, input, key } = submission;
  if (key === undefined) return write(deps, submission, {});
  const idem = digest([site.id, author._id, key]);
  const idemOf = digest([
    ...[input.thread.key, input.parentId ?? null, input.text, input.author?.name ?? null],
    ...(input.passage === undefined ? [] : [input.passage.key]),
  ]);
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

async function write(
  deps: SubmitDeps,
  submission: Submission,
  idempotency: { idem?: string; idemOf?: string },
): Promise<CommentDoc | Nudge> {
  const { site, author, input } = submission;
  if (site.closed) throw new Problem('thread-closed');
  await deps.requireMayWrite(author);
  const { email, lacksEmail } = emailOf(submission);
  const sent = { typedName: typedNameOf(submission), text: input.text, lacksEmail };
  const { name, text, body, links } = await checkFields(deps, sent, site.settings.readers.maxLength);
  const { id: threadId, lang: threadLang, closed } = await deps.ensureThread(site.id, input.thread);
  if (closed) throw new Problem('thread-closed');
  const now = deps.now();
  const hash = deps.textHash(text);
  const parentId = input.parentId ?? null;
  const compared = comparable(text);
  const likeness = compared === null ? null : deps.likeness(compared);
  const { idem } = idempotency;
  const wantsNudge = input.nudge === true && site.settings.nudge;
  const [parent, repeats, heat, judge, sentBefore] = await Promise.all([
    findParent(deps, parentId, threadId),
    findRepeats(deps.comments, {
      siteId: site.id,
      threadId,
      parentId,
      authorId: author._id,
      hash,
      likeness,
      idem,
      now,
    }),
    deps.heat(site, threadId),
    deps.screen({ site, author }),
    // Otherwise the unique index tells, when it is inserted; whoever would be told of a draft is not told of what is stored.
    wantsNudge && idem !== undefined ? deps.comments.byIdem(idem) : null,
  ]);
  if (sentBefore !== null) throw SENT_BEFORE;
  const about = await aboutOf(deps, { site, input, threadId, parent, body });
  const claimedLang = input.thread.lang ?? null;
  const judged = { threadLang, claimedLang, text, name, links, repeats, ...(heat === null ? {} : { heat }) };
  let screened: Screened | null = null;
  // Whoever has been told often enough is not told again: their comment is posted as on a site that does not offer it.
  if (wantsNudge && (await deps.nudge.take())) {
    screened = judge(judged);
    const hints = deps.nudge.hintsOf(screened.verdict, { text, name });
    if (hints.length > 0) return { hints };
  }
  await requireWork(deps, submission, { repeats, hot: heat !== null, links: links.length });
  return deps.takeTurn({ threadId, authorId: author._id, everySeconds: heat?.slow?.every ?? null }, async () => {
    const undo = await deps.admit();
    screened ??= judge(judged);
    const from = {
      siteId: site.id,
      threadId,
      parent,
      about,
      authorId: author._id,
      name,
      text,
      links,
      body,
      hash,
      now,
      screened,
    };
    const doc = { ...newComment({ ...from, marks: marksOf(hash, likeness) }), ...idempotency };
    if ((await deps.comments.insert(doc)) === 'duplicate') {
      // Sending a request again is no second act, so it must not count as one.
      await undo();
      throw SENT_BEFORE;
    }
    deps.stored(doc);
    await deps.rememberAuthor(author, { name, email });
    return doc;
  });
}

/** @throws Problem `work-needed` */
async function requireWork(
  { work }: SubmitDeps,
  { site, author, input }: Submission,
  { repeats, ...signs }: Pick<Signs, 'hot' | 'links'> & { repeats: Repeats },
): Promise<void> {
  if (work === null) return;
  const ofOthers = [repeats, repeats.near].some((said) => said !== undefined && said.thread + said.site > 0);
  const all = { ...signs, repeats: ofOthers, ...(await work.signs()) };
  await work.proof.require({ siteId: site.id, personId: author._id }, all, input.proof);
}

/** Who has signed in writes by their own name, and only the first one they give is theirs; a guest says it each time. */
function typedNameOf({ author, input }: Submission): string | undefined {
  return (author.kind === 'reader' ? author.name : null) ?? input.author?.name;
}

/** The address that came with it, as far as the site takes any, and whether it lacks one. Who has signed in is never asked. */
function emailOf({ site, author, input }: Submission): { email: string | undefined; lacksEmail: boolean } {
  const { email: asks } = site.settings.readers;
  const email = asks === 'off' ? undefined : input.author?.email;
  return { email, lacksEmail: asks === 'required' && author.kind === 'guest' && email === undefined };
}

/** Which passage a comment is about and whom it mentions; nothing is asked for one that does neither. */
async function aboutOf(
  deps: SubmitDeps,
  of: { site: Site; input: CommentCreate; threadId: ThreadId; parent: CommentDoc | null; body: CommentDoc['body'] },
): Promise<About> {
  const { site, input, threadId, parent, body } = of;
  const [passage, mentions] = await Promise.all([
    passageOf(deps, { siteId: site.id, parent, passage: input.passage }),
    findMentions(deps, { threadId, body, claimed: input.mentions ?? [] }),
  ]);
  return { ...passage, ...(mentions.length === 0 ? {} : { mentions }) };
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
