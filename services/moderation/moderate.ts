import type { CommentId } from '../../shared/ids.ts';
import { Problem, type ProblemCode } from '../../shared/problem.ts';
import type { ReviewCard } from '../../shared/review.ts';
import type { Change, Guard } from '../storage/comment-change.ts';
import type { CommentDoc } from '../storage/comment-schema.ts';
import type { CommentStore } from '../storage/comments.ts';
import type { Identity } from './standing.ts';

export interface ModerateDeps {
  comments: Pick<CommentStore, 'byId' | 'change' | 'slotsTaken'>;
  /** Null for whoever is no moderator: they are refused without it. */
  card: ((doc: CommentDoc) => Promise<ReviewCard>) | null;
  /** Called before a change is tried; what it answers, once that is stored. Neither may fail. */
  changing: (before: CommentDoc) => (after: CommentDoc) => void;
  now: () => Date;
}

/** What an act makes of a comment as it stands now. */
export interface Plan extends Change {
  claim?: Guard['claim'];
}

type Planned = Plan | ProblemCode | null;

/** How often an act that is about whatever the comment is by then is tried again when others are faster. */
const ATTEMPTS = 8;

/**
 * Carries out one act on one comment: a single guarded update with its event. Sent again, an act that stands is answered as the
 * first time.
 * @param plan what the act makes of the comment, why it cannot, or null where it has been so before
 * @param seen the comment as its actor saw it, where that is still known here and was not the subject of an act before: the act is
 *   planned from it, and from another look only where that leads to nothing
 * @param once the act is about the comment as its actor saw it: whoever was faster makes it wait for another look. Otherwise it is
 *   planned anew.
 * @throws Problem `not-found`, `idempotency-key-reused`, and with the fresh card whatever `plan` refuses with, or `stale-version`
 */
export async function moderate(
  deps: ModerateDeps,
  act: {
    commentId: CommentId;
    identity: Identity;
    seen?: CommentDoc | undefined;
    once: boolean;
    plan: (doc: CommentDoc) => Planned | Promise<Planned>;
  },
): Promise<CommentDoc> {
  const { commentId, identity, seen } = act;
  if (seen !== undefined) {
    const plan = await act.plan(seen);
    const after = plan === null || typeof plan === 'string' ? null : await carryOut(deps, seen, plan);
    if (after !== null && after !== 'slot-taken') return after;
  }
  for (let attempt = 1; ; attempt += 1) {
    const doc = await deps.comments.byId(commentId);
    if (doc === null) throw new Problem('not-found');
    if (isAnswered(doc, identity)) return doc;
    const plan = await act.plan(doc);
    if (plan === null) return doc;
    if (typeof plan === 'string') throw await refusal(deps, doc, plan);
    // Refused below although nothing was in the way above: somebody came between the look and the write.
    if (attempt > (act.once ? 1 : ATTEMPTS)) throw await refusal(deps, doc, 'stale-version');
    const after = await carryOut(deps, doc, plan);
    // The comment is as it was seen; the next plan finds another slot, or does without.
    if (after === 'slot-taken') attempt -= 1;
    else if (after !== null) return after;
  }
}

/**
 * Stores what a plan makes of a comment, if it still is what it was planned from.
 * @throws Problem `idempotency-key-reused`
 */
async function carryOut(
  deps: Pick<ModerateDeps, 'comments' | 'changing'>,
  doc: CommentDoc,
  plan: Plan,
): Promise<CommentDoc | 'slot-taken' | null> {
  const same = { v: doc.mod.v, rev: doc.rev, wiped: doc.mod.wipedAt !== undefined };
  const guard = { ...same, ...(plan.claim === undefined ? {} : { claim: plan.claim }) };
  const stored = deps.changing(doc);
  const after = await deps.comments.change(doc._id, guard, plan);
  if (after === 'key-reused') throw new Problem('idempotency-key-reused');
  if (after !== null && after !== 'slot-taken') stored(after);
  return after;
}

/** Whether this very act is the last that was done. */
function isAnswered({ mod }: CommentDoc, { eventId, idem }: Identity): boolean {
  if (mod.last?.eventId === eventId) return true;
  if (idem !== undefined && mod.last?.idem === idem) throw new Problem('idempotency-key-reused');
  return false;
}

/** Says no, to a moderator with the card as it is now, and the name of whoever is in the way. */
export async function refusal(deps: Pick<ModerateDeps, 'card'>, doc: CommentDoc, code: ProblemCode): Promise<Problem> {
  if (deps.card === null) return new Problem(code);
  const card = await deps.card(doc);
  const who = code === 'claimed-by-other' ? card.claim : (card.outcome ?? card.undo);
  const named = who === null ? {} : { by: who.by.name, at: who.at };
  return new Problem(code, { extensions: { card, ...named } });
}
