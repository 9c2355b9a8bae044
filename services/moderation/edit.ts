import type { CommentEdit } from '../../shared/comment.ts';
import { MENTIONS_MAX, REVISIONS_KEPT } from '../../shared/limits.ts';
import type { Block } from '../../shared/markdown.ts';
import { Problem } from '../../shared/problem.ts';
import type { Site } from '../../shared/site.ts';
import { checkText } from '../comments/check-fields.ts';
import { editableUntil, typedName } from '../comments/comment.ts';
import { findRepeats, marksOf } from '../comments/find-repeats.ts';
import { bodyForReaders } from '../comments/masking.ts';
import { findMentions, standingMentions, type MentionDeps } from '../comments/mentions.ts';
import { comparable, type Likeness } from '../comments/near-repeats.ts';
import type { Judged, Judgement } from '../comments/screening.ts';
import { rulesActor, rulesOf } from '../comments/new-comment.ts';
import { ownComment, type Claimed } from '../comments/own-comment.ts';
import { newId } from '../ids.ts';
import type { NewText } from '../storage/comment-change.ts';
import type { CommentDoc, Outcome } from '../storage/comment-schema.ts';
import type { CommentStore } from '../storage/comments.ts';
import type { Heat } from '../storage/threads.ts';
import { moderate, type ModerateDeps, type Plan } from './moderate.ts';
import { authorOf, eventOf, leftOf, stateOf } from './standing.ts';
import { transition } from './transitions.ts';

export interface EditDeps extends ModerateDeps {
  comments: ModerateDeps['comments'] &
    Pick<CommentStore, 'sameText' | 'recentLike' | 'hasVisibleReply'> &
    MentionDeps['comments'];
  /** What the rules say of a text of this author; what there is to know of them is looked up first. */
  judge: (site: Site) => Promise<(judged: Judged, rev: number) => Judgement>;
  textHash: (text: string) => string;
  likeness: (text: string) => Likeness;
  thread: (id: CommentDoc['threadId']) => Promise<{ lang: string | null; heat: Heat | null; closed: boolean }>;
  /** Throws `rate-limited` when this person has changed too much. */
  admit: () => Promise<void>;
}

/**
 * An author replaces a comment's text, for some minutes and as long as nobody in sight has answered it. It goes through the
 * same checks as a new one, and where nobody has seen it a moderator's decision on the way is refused, as that says which text it
 * is about. The same text again is no edit.
 * @throws Problem `not-found`, `validation-failed`, `thread-closed`, `edit-closed`, `content-changed`, `duplicate-comment`, `rate-limited`
 */
export async function edit(
  deps: EditDeps,
  { site, ...claimed }: Omit<Claimed, 'siteId'> & { site: Site },
  { text: typed, expectedRev, mentions: claims = [] }: CommentEdit,
): Promise<CommentDoc> {
  const own = await ownComment(deps, { ...claimed, siteId: site.id });
  const { text, body, links, fault } = checkText(typed, site.settings.readers.maxLength);
  if (fault !== null) throw new Problem('validation-failed', { errors: [fault] });
  if (own.text === text) return own;
  if (own.rev !== expectedRev) throw new Problem('content-changed');
  const [answered, judge, thread] = await Promise.all([
    deps.comments.hasVisibleReply(own._id),
    deps.judge(site),
    deps.thread(own.threadId),
  ]);
  if (site.closed || thread.closed) throw new Problem('thread-closed');
  if (answered || editableUntil(own) < deps.now()) throw new Problem('edit-closed');
  await deps.admit();
  const [{ hash, marks, repeats }, mentions] = await Promise.all([
    compare(deps, own, text),
    mentionsOf(deps, own, { body, claims }),
  ]);
  const name = typedName(own);
  const { lang: threadLang, heat } = thread;
  const judged = { threadLang, claimedLang: null, text, name, links, repeats, ...(heat === null ? {} : { heat }) };
  const judgement = judge(judged, expectedRev + 1);
  const shown = bodyForReaders({ text, links, body, spans: judgement.masks.body });
  const fields = { text, body: shown, textHash: hash, shingle: marks, ...mentions };
  const eventId = newId();
  return moderate(deps, {
    commentId: own._id,
    identity: { eventId },
    once: false,
    plan: (doc) =>
      doc.rev === expectedRev
        ? planOf(doc, { ...{ eventId, at: deps.now(), fields, judgement }, premod: site.settings.premod })
        : 'content-changed',
  });
}

/** What says the same elsewhere; the comment's present text is no repeat of its next one. */
async function compare(deps: EditDeps, own: CommentDoc, text: string) {
  const { _id: except, siteId, threadId, parentId, authorId } = own;
  const hash = deps.textHash(text);
  const compared = comparable(text);
  const likeness = compared === null ? null : deps.likeness(compared);
  const at = { siteId, threadId, parentId, authorId, except };
  const repeats = await findRepeats(deps.comments, { ...at, hash, likeness, idem: undefined, now: deps.now() });
  return { hash, marks: marksOf(hash, likeness), repeats };
}

/** Whom the text names by now: those its author adds, and whoever it named before, while their name still stands in it. */
async function mentionsOf(
  deps: EditDeps,
  own: CommentDoc,
  { body, claims }: { body: Block[]; claims: readonly string[] },
): Promise<Pick<CommentDoc, 'mentions'>> {
  const standing = standingMentions(body, own.mentions);
  const known = new Set(standing.map(({ personId }) => personId as string));
  const claimed = claims.filter((id) => !known.has(id));
  const added = await findMentions(deps, { threadId: own.threadId, body, claimed });
  const mentions = [...standing, ...added].slice(0, MENTIONS_MAX);
  return mentions.length === 0 && own.mentions === undefined ? {} : { mentions };
}

interface Edited {
  eventId: string;
  at: Date;
  fields: Pick<NewText['fields'], 'text' | 'body' | 'textHash' | 'shingle' | 'mentions'>;
  judgement: Judgement;
  premod: boolean;
}

function planOf(doc: CommentDoc, { eventId, at, fields, judgement, premod }: Edited): Plan | 'edit-closed' {
  const { verdict, lang, troubling } = judgement;
  const { outcome: before } = doc.mod;
  const vouched = before?.kind === 'approved' && before.rev === doc.rev;
  const next = transition(stateOf(doc), { kind: 'edit', level: verdict.level, premod, vouched });
  if (!next.ok) return 'edit-closed';
  const rev = doc.rev + 1;
  const revs = [...(doc.revs ?? []), { rev: doc.rev, text: doc.text, at, hits: doc.mod.verdict.hits }].slice(
    -REVISIONS_KEPT,
  );
  const newText: NewText = { fields: { ...fields, rev, revs, lang, editedAt: at }, verdict, troubling };
  const { flags: _, ...mod } = doc.mod;
  // What was decided, and reported, was about the text before.
  const edited: CommentDoc = { ...doc, ...newText.fields, mod: { ...mod, verdict } };
  const isRejected = next.to.review === 'closed';
  const outcome: Outcome | null = isRejected
    ? { kind: 'rejected', codes: [], note: null, by: rulesActor(verdict), at, decidedAt: at, rev, eventId }
    : null;
  const actor = authorOf(doc);
  const event = { identity: { eventId }, type: next.event, at, actor, rules: rulesOf(verdict) };
  return {
    left: leftOf(edited, next.to, { at, outcome, flagged: null }),
    event: eventOf(edited, next.to, event),
    newText,
  };
}
