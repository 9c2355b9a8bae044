import type { CommentDoc } from '../storage/comment-schema.ts';
import { appealableUntil } from '../comments/comment.ts';
import { ownComment, type Claimed } from '../comments/own-comment.ts';
import { newId } from '../ids.ts';
import { moderate, type ModerateDeps } from './moderate.ts';
import { authorOf, eventOf, isWiped, leftOf, stateOf } from './standing.ts';
import { transition } from './transitions.ts';

/**
 * An author objects to the refusal of a comment, by a person or by the rules; once ever, and for some days. The same objection
 * sent again is answered as the first time.
 * @throws Problem `not-found`, `appeal-closed`, `comment-wiped`
 */
export async function appeal(deps: ModerateDeps, claimed: Claimed, text: string): Promise<CommentDoc> {
  const own = await ownComment(deps, claimed);
  if (own.mod.appeal?.text === text) return own;
  const identity = { eventId: newId() };
  return moderate(deps, {
    commentId: own._id,
    identity,
    once: false,
    plan(doc) {
      if (isWiped(doc)) return 'comment-wiped';
      const at = deps.now();
      const until = appealableUntil(doc);
      const next = transition(stateOf(doc), { kind: 'appeal' });
      if (!next.ok || until === null || until < at) return 'appeal-closed';
      const { outcome } = doc.mod;
      const against = outcome?.by.kind === 'user' ? outcome.by.id : '';
      return {
        left: leftOf(doc, next.to, { at, fresh: true, appeal: { at, text, against } }),
        // The author's words stay with the comment, and can be wiped there; the audit is for good.
        event: eventOf(doc, next.to, { identity, type: next.event, at, actor: authorOf(doc) }),
      };
    },
  });
}
