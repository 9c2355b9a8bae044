import { Problem } from '../../shared/problem.ts';
import { ownComment, type Claimed } from '../comments/own-comment.ts';
import { newId } from '../ids.ts';
import type { CommentDoc } from '../storage/comment-schema.ts';
import { moderate, type ModerateDeps } from './moderate.ts';
import { authorOf, eventOf, leftOf, stateOf } from './standing.ts';
import { transition } from './transitions.ts';

export interface WithdrawDeps extends ModerateDeps {
  /** So many days moderators can still read what somebody takes back on a site. */
  withdrawnDays: (siteId: CommentDoc['siteId']) => Promise<number>;
}

const DAY_MS = 24 * 3_600_000;

/**
 * An author takes a comment back, whatever has become of it; for good. Its text is wiped some days later. Done twice, it is done once.
 * @throws Problem `not-found`
 */
export async function withdraw(deps: WithdrawDeps, claimed: Claimed): Promise<CommentDoc> {
  const own = await ownComment(deps, claimed);
  if (stateOf(own).withdrawn === true) return own;
  const identity = { eventId: newId() };
  const days = await deps.withdrawnDays(own.siteId);
  const withdrawn = moderate(deps, {
    commentId: own._id,
    identity,
    once: false,
    plan(doc) {
      const next = transition(stateOf(doc), { kind: 'withdraw' });
      if (!next.ok) return next.error;
      const at = deps.now();
      const actor = authorOf(doc);
      // What it was refused for stays on record: nobody gets rid of their refusals by taking the comments back.
      const { codes, decidedAt } = doc.mod.outcome ?? { codes: [], decidedAt: at };
      const kept = { codes, decidedAt, note: null, rev: doc.rev };
      const outcome = { kind: 'withdrawn' as const, ...kept, by: actor, at, ...identity };
      return {
        left: leftOf(doc, next.to, { at, outcome, wipeAt: new Date(at.getTime() + days * DAY_MS) }),
        event: eventOf(doc, next.to, { identity, type: next.event, at, actor }),
      };
    },
  });
  return withdrawn.catch(async (error: unknown) => {
    // It was taken back meanwhile, in another tab or with all the others.
    const now =
      error instanceof Problem && error.code === 'invalid-transition' ? await ownComment(deps, claimed) : null;
    if (now === null || stateOf(now).withdrawn !== true) throw error;
    return now;
  });
}
