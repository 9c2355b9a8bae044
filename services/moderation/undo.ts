import type { CommentId } from '../../shared/ids.ts';
import type { CommentDoc } from '../storage/comment-schema.ts';
import { withDistinctions } from './distinctions.ts';
import { moderate, type ModerateDeps } from './moderate.ts';
import type { OwnCaseDeps } from './own-case.ts';
import { eventOf, identityOf, isWiped, stateOf, tellAt, type Act } from './standing.ts';

export type UndoDeps = ModerateDeps & OwnCaseDeps;

/**
 * Takes back the last thing a moderator did about a comment: it is where it was, with its age and its place in the queue. Only
 * the newest act can be taken back, once, and an undo is none; what others did needs the right to, and whoever refused a comment
 * never takes back what a colleague has answered to its appeal.
 * @throws Problem `not-found`, `idempotency-key-reused`, and with the fresh card `comment-wiped`, `not-newest`,
 *   `not-allowed`, `own-decision`, `stale-version`
 */
export async function undo(
  deps: UndoDeps,
  moderator: { id: string; name: string; mayUndoOthers: boolean },
  what: { commentId: CommentId; eventId: string; key: string | undefined; batchId?: string },
): Promise<CommentDoc> {
  const { commentId, eventId, key, batchId } = what;
  const identity = identityOf(moderator.id, key, [commentId, 'undo', eventId]);
  return moderate(deps, {
    commentId,
    identity,
    once: true,
    plan: async (doc) => {
      if (isWiped(doc)) return 'comment-wiped';
      const { last } = doc.mod;
      if (last?.eventId !== eventId || last.was === undefined) return 'not-newest';
      if (last.by.id !== moderator.id && !moderator.mayUndoOthers) return 'not-allowed';
      const { appeal } = doc.mod;
      const isAnswer = appeal?.answer !== undefined && last.was.appeal?.answer === undefined;
      const isOwnCase = isAnswer && appeal.against === moderator.id && last.by.id !== moderator.id;
      if (isOwnCase && !(await deps.isAlone())) return 'own-decision';
      const act: Act = {
        identity,
        type: 'undone',
        at: deps.now(),
        actor: { kind: 'user', id: moderator.id, name: moderator.name },
        extras: { undoes: eventId, ...(batchId === undefined ? {} : { batchId }) },
      };
      const was = await withDistinctions(deps, doc, last.was);
      const { firstQueuedAt } = doc.mod;
      const by = { id: moderator.id, name: moderator.name };
      return {
        left: {
          ...was,
          ...(firstQueuedAt === undefined ? {} : { firstQueuedAt }),
          last: { ...identity, at: act.at, by },
          // Within the grace nothing has followed from what is taken back; after it, that has to be put right.
          tellAt: tellAt(act.at),
        },
        event: eventOf(doc, stateOf({ mod: was }), act),
      };
    },
  });
}
