import type { CommentView, OwnCommentView } from '../../shared/comment.ts';
import type { CommentDoc } from '../storage/comment-schema.ts';

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
    body: visible ? doc.body : [],
    createdAt: doc.createdAt.toISOString(),
  };
}

/** A comment as its author sees it, whatever has become of it. */
export function ownView(doc: CommentDoc): OwnCommentView {
  const refusal = doc.mod.outcome?.kind === 'refused' ? doc.mod.outcome : null;
  return {
    ...publicView(doc),
    state: doc.mod.vis === 'visible' ? 'published' : doc.mod.review === 'closed' ? 'refused' : 'held',
    author: authorOf(doc),
    body: doc.body,
    reasons: refusal?.codes ?? [],
    note: refusal?.note ?? null,
  };
}

function authorOf(doc: CommentDoc): { id: string; name: string; staff: boolean } {
  return { id: doc.authorId, name: doc.authorName, staff: doc.authorStaff };
}
