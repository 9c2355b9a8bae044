import type { CommentId } from '../../shared/ids.ts';
import { Problem, type ProblemCode } from '../../shared/problem.ts';
import type { Decision, ReviewCard } from '../../shared/review.ts';
import type { CommentDoc, Outcome } from '../storage/comment-schema.ts';
import type { CommentStore } from '../storage/comments.ts';
import type { ModEvent, Standing } from '../storage/mod-events.ts';
import { transition } from './transitions.ts';

export interface DecideDeps {
  comments: Pick<CommentStore, 'byId' | 'decide'>;
  card: (doc: CommentDoc) => Promise<ReviewCard>;
  /** Called once the decision is stored; must not fail. */
  stored: (doc: CommentDoc) => void;
  now: () => Date;
}

/**
 * One moderator's decision on one comment, in a single guarded update with its event. `eventId` comes from the client: the
 * same decision sent again is answered as the first time.
 * @throws Problem `not-found`, and with the fresh card `already-decided`, `stale-version`, `content-changed`,
 *   `invalid-transition`
 */
export async function decide(
  deps: DecideDeps,
  moderator: { id: string; name: string },
  { commentId, decision, eventId }: { commentId: CommentId; decision: Decision; eventId: string },
): Promise<CommentDoc> {
  const doc = await deps.comments.byId(commentId);
  if (doc === null) throw new Problem('not-found');
  if (doc.mod.outcome?.eventId === eventId) return doc;
  const refusal = refusalOf(doc, decision);
  if (refusal !== null) return refuse(deps, doc, refusal);
  const change = changeOf(doc, { decision, moderator, eventId, at: deps.now() });
  if (change === null) return refuse(deps, doc, 'invalid-transition');
  const after = await deps.comments.decide(commentId, { v: decision.expectedV, rev: decision.expectedRev }, change);
  if (after !== null) {
    deps.stored(after);
    return after;
  }
  // Somebody was faster between our look and our write; look again and say who.
  const now = await deps.comments.byId(commentId);
  if (now === null) throw new Problem('not-found');
  if (now.mod.outcome?.eventId === eventId) return now;
  return refuse(deps, now, refusalOf(now, decision) ?? 'stale-version');
}

/** Why a decision does not fit the comment as it stands now, the most telling reason first. */
function refusalOf(doc: CommentDoc, decision: Decision): ProblemCode | null {
  if (doc.rev !== decision.expectedRev) return 'content-changed';
  const next = transition(stateOf(doc), { kind: decision.action });
  if (!next.ok) return next.error;
  return doc.mod.v === decision.expectedV ? null : 'stale-version';
}

async function refuse(deps: DecideDeps, doc: CommentDoc, code: ProblemCode): Promise<never> {
  const card = await deps.card(doc);
  const by = card.outcome?.by.name;
  throw new Problem(code, { extensions: { card, ...(by === undefined ? {} : { by, at: card.outcome?.at }) } });
}

function changeOf(
  doc: CommentDoc,
  by: { decision: Decision; moderator: { id: string; name: string }; eventId: string; at: Date },
): { vis: Standing['vis']; review: Standing['review']; outcome: Outcome; event: ModEvent } | null {
  const { decision, moderator, eventId, at } = by;
  const next = transition(stateOf(doc), { kind: decision.action });
  if (!next.ok) return null;
  const { vis, review } = next.to;
  const code = decision.action === 'refuse' ? decision.code : null;
  const note = decision.action === 'refuse' ? (decision.note ?? null) : null;
  const actor = { kind: 'user' as const, ...moderator };
  const event: ModEvent = {
    id: eventId,
    seq: doc.mod.v + 1,
    type: next.event,
    at,
    actor,
    before: { vis: doc.mod.vis, review: doc.mod.review, queue: doc.mod.queue ?? null },
    after: { vis, review, queue: next.to.queue ?? null },
    rev: doc.rev,
    textHash: doc.textHash,
    code,
    note,
    rules: [],
  };
  const kind = decision.action === 'approve' ? 'approved' : 'refused';
  return { vis, review, outcome: { kind, code, note, by: actor, at, rev: doc.rev, eventId }, event };
}

function stateOf(doc: CommentDoc): Parameters<typeof transition>[0] {
  const { vis, review, queue } = doc.mod;
  return queue === undefined ? { vis, review } : { vis, review, queue };
}
