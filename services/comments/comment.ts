import type { CommentView, OwnAppeal, OwnCommentView } from '../../shared/comment.ts';
import { APPEAL_DAYS, EDIT_MINUTES } from '../../shared/limits.ts';
import { withMentions } from './mentions.ts';
import type { CommentDoc } from '../storage/comment-schema.ts';

const DAY_MS = 24 * 3_600_000;

/** A comment as everyone may see it. One that is hidden shows neither author nor text, only its place. */
export function publicView(doc: CommentDoc): CommentView {
  const visible = doc.mod.vis === 'visible';
  return {
    id: doc._id,
    parentId: doc.parentId,
    rootId: doc.rootId,
    depth: doc.depth,
    v: doc.mod.v,
    state: visible ? 'published' : 'removed',
    author: visible ? authorOf(doc) : null,
    body: visible ? withMentions(doc.body, doc.mentions) : [],
    createdAt: doc.createdAt.toISOString(),
    editedAt: visible ? (doc.editedAt?.toISOString() ?? null) : null,
    pinnedAt: visible ? (doc.mod.pin?.at.toISOString() ?? null) : null,
    ...(visible && doc.mod.feature !== undefined ? { featuredAt: doc.mod.feature.at.toISOString() } : {}),
    tally: visible ? (doc.tally ?? null) : null,
    ...(doc.passage === undefined ? {} : { passage: doc.passage.key }),
  };
}

/** A comment as its author sees it, whatever has become of it. */
export function ownView(doc: CommentDoc): OwnCommentView {
  const { outcome } = doc.mod;
  const refusal = outcome?.kind === 'refused' ? outcome : null;
  const state = ownState(doc);
  return {
    ...publicView(doc),
    state,
    author: authorOf(doc),
    body: withMentions(doc.body, doc.mentions),
    editedAt: doc.editedAt?.toISOString() ?? null,
    rev: doc.rev,
    editableUntil: state === 'published' || state === 'held' ? editableUntil(doc).toISOString() : null,
    appealableUntil: appealableUntil(doc)?.toISOString() ?? null,
    appeal: appealOf(doc),
    reasons: refusal?.codes ?? [],
    note: refusal?.note ?? null,
  };
}

function ownState({ mod }: CommentDoc): OwnCommentView['state'] {
  if (mod.vis === 'visible') return 'published';
  if (mod.outcome?.kind === 'withdrawn') return 'withdrawn';
  return mod.review === 'closed' || mod.queue === 'appeal' ? 'refused' : 'held';
}

/** The name as its author typed it: what moderators and the rules read, whatever readers get. */
export function typedName({ typedName: typed, authorName }: Pick<CommentDoc, 'typedName' | 'authorName'>): string {
  return typed ?? authorName;
}

/** Until when its author may change the text, if nothing else is in the way. */
export function editableUntil({ createdAt }: Pick<CommentDoc, 'createdAt'>): Date {
  return new Date(createdAt.getTime() + EDIT_MINUTES * 60_000);
}

/** Until when its author may object to a refusal; null where there is none, or they have objected before. */
export function appealableUntil({ mod }: CommentDoc): Date | null {
  const { vis, review, outcome, appeal, wipedAt } = mod;
  const isRefused = outcome?.kind === 'refused' || outcome?.kind === 'rejected';
  if (vis !== 'hidden' || review !== 'closed' || !isRefused || appeal !== undefined || wipedAt !== undefined)
    return null;
  return new Date(outcome.at.getTime() + APPEAL_DAYS * DAY_MS);
}

function appealOf({ mod: { appeal } }: CommentDoc): OwnAppeal | null {
  return appeal === undefined
    ? null
    : { at: appeal.at.toISOString(), text: appeal.text, state: appeal.answer ?? 'open' };
}

function authorOf(doc: CommentDoc): { id: string; name: string; staff: boolean } {
  return { id: doc.authorId, name: doc.authorName, staff: doc.authorStaff };
}
