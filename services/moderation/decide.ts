import { createHash } from 'node:crypto';
import type { CommentId } from '../../shared/ids.ts';
import { Problem, type ProblemCode } from '../../shared/problem.ts';
import type { Decision, ReviewCard } from '../../shared/review.ts';
import type { CommentDoc, Outcome } from '../storage/comment-schema.ts';
import type { CommentStore } from '../storage/comments.ts';
import { newId } from '../ids.ts';
import type { ModEvent, Standing } from '../storage/mod-events.ts';
import { transition } from './transitions.ts';

export interface DecideDeps {
  comments: Pick<CommentStore, 'byId' | 'decide'>;
  card: (doc: CommentDoc) => Promise<ReviewCard>;
  /** Called once the decision is stored; must not fail. */
  stored: (doc: CommentDoc) => void;
  now: () => Date;
}

/** What tells one decision from another, however often each is sent. */
interface Identity {
  eventId: string;
  idem?: string;
}

/**
 * One moderator's decision on one comment, in a single guarded update with its event. `key` is the client's
 * Idempotency-Key: the same decision sent again is answered as the first time.
 * @throws Problem `not-found`, `idempotency-key-reused`, and with the fresh card `already-decided`, `stale-version`,
 *   `content-changed`, `invalid-transition`
 */
export async function decide(
  deps: DecideDeps,
  moderator: { id: string; name: string },
  { commentId, decision, key }: { commentId: CommentId; decision: Decision; key: string | undefined },
): Promise<CommentDoc> {
  const identity = identityOf(moderator.id, { commentId, decision, key });
  const doc = await deps.comments.byId(commentId);
  if (doc === null) throw new Problem('not-found');
  if (isAnswered(doc, identity)) return doc;
  const refusal = refusalOf(doc, decision);
  if (refusal !== null) return refuse(deps, doc, refusal);
  const change = changeOf(doc, { decision, moderator, identity, at: deps.now() });
  if (change === null) return refuse(deps, doc, 'invalid-transition');
  const after = await deps.comments.decide(commentId, { v: decision.expectedV, rev: decision.expectedRev }, change);
  if (after === 'key-reused') throw new Problem('idempotency-key-reused');
  if (after !== null) {
    deps.stored(after);
    return after;
  }
  // Somebody was faster between our look and our write; look again and say who.
  const now = await deps.comments.byId(commentId);
  if (now === null) throw new Problem('not-found');
  if (isAnswered(now, identity)) return now;
  return refuse(deps, now, refusalOf(now, decision) ?? 'stale-version');
}

/**
 * A key is one moderator's own, and the event's id is all of the decision: with the key alone, two decisions under one key
 * would be one event, and whoever has seen the first would pass over the second.
 */
function identityOf(
  moderatorId: string,
  { commentId, decision, key }: { commentId: CommentId; decision: Decision; key: string | undefined },
): Identity {
  if (key === undefined) return { eventId: newId() };
  const note = decision.action === 'refuse' ? [decision.code, decision.note ?? null] : [];
  const idem = digest([moderatorId, key]);
  return {
    idem,
    eventId: digest([idem, commentId, decision.action, decision.expectedV, decision.expectedRev, ...note]),
  };
}

function digest(parts: readonly unknown[]): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('base64url');
}

/** Whether this very decision is the one that stands. */
function isAnswered(doc: CommentDoc, { eventId, idem }: Identity): boolean {
  if (doc.mod.outcome?.eventId === eventId) return true;
  if (idem !== undefined && doc.mod.outcome?.idem === idem) throw new Problem('idempotency-key-reused');
  return false;
}

/**
 * Why a decision does not fit the comment as it stands now, the most telling reason first. Whoever has not seen the last
 * decision is told of it; whoever has seen it may change it.
 */
function refusalOf(doc: CommentDoc, decision: Decision): ProblemCode | null {
  if (doc.rev !== decision.expectedRev) return 'content-changed';
  if (doc.mod.v !== decision.expectedV) return doc.mod.review === 'closed' ? 'already-decided' : 'stale-version';
  const next = transition(stateOf(doc), { kind: decision.action });
  return next.ok ? null : next.error;
}

async function refuse(deps: DecideDeps, doc: CommentDoc, code: ProblemCode): Promise<never> {
  const card = await deps.card(doc);
  const by = card.outcome?.by.name;
  throw new Problem(code, { extensions: { card, ...(by === undefined ? {} : { by, at: card.outcome?.at }) } });
}

function changeOf(
  doc: CommentDoc,
  by: { decision: Decision; moderator: { id: string; name: string }; identity: Identity; at: Date },
): { vis: Standing['vis']; review: Standing['review']; outcome: Outcome; event: ModEvent } | null {
  const { decision, moderator, identity, at } = by;
  const next = transition(stateOf(doc), { kind: decision.action });
  if (!next.ok) return null;
  const { vis, review } = next.to;
  const code = decision.action === 'refuse' ? decision.code : null;
  const note = decision.action === 'refuse' ? (decision.note ?? null) : null;
  const actor = { kind: 'user' as const, ...moderator };
  const event: ModEvent = {
    id: identity.eventId,
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
  return { vis, review, outcome: { kind, code, note, by: actor, at, rev: doc.rev, ...identity }, event };
}

function stateOf(doc: CommentDoc): Parameters<typeof transition>[0] {
  const { vis, review, queue } = doc.mod;
  return queue === undefined ? { vis, review } : { vis, review, queue };
}
