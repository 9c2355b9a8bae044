import type { CommentId } from '../../shared/ids.ts';
import { SNOOZE_MAX_DAYS } from '../../shared/limits.ts';
import type { ClaimMode, EventType, ReasonCode } from '../../shared/moderation.ts';
import { Problem, type ProblemCode } from '../../shared/problem.ts';
import type { Decision } from '../../shared/review.ts';
import type { Guard } from '../storage/comment-change.ts';
import type { Appeal, CommentDoc, Outcome } from '../storage/comment-schema.ts';
import { moderate, type ModerateDeps, type Plan } from './moderate.ts';
import { barredActions, type OwnCaseDeps } from './own-case.ts';
import {
  eventOf,
  identityOf,
  isWiped,
  lastActOf,
  leftOf,
  stateOf,
  tellAt,
  type Act,
  type Identity,
} from './standing.ts';
import { transition } from './transitions.ts';

export interface DecideDeps extends ModerateDeps, OwnCaseDeps {
  card: NonNullable<ModerateDeps['card']>;
  /** Whether opening a comment of a site claims it, and whether deciding needs a claim. */
  claimMode: (siteId: CommentDoc['siteId']) => Promise<ClaimMode>;
  /** A comment as it was claimed in this process not long ago; absent where nobody looks at each before it is decided. */
  claimed?: (id: CommentId) => CommentDoc | undefined;
}

/** Who decides, and what they may. */
export interface Decider {
  id: string;
  name: string;
  /** Whether they may decide about what a colleague has passed on. */
  mayDecideEscalated: boolean;
}

const DAY_MS = 24 * 3_600_000;

/**
 * One moderator's decision on one comment. `key` is the client's Idempotency-Key: the same decision sent again is answered as
 * the first time. `batchId` names the action on many comments that it is part of.
 * @throws Problem `not-found`, `idempotency-key-reused`, `validation-failed`, and with the fresh card `comment-wiped`,
 *   `already-decided`, `stale-version`, `content-changed`, `claimed-by-other`, `claim-required`, `own-decision`, `not-allowed`, `invalid-transition`
 */
export async function decide(
  deps: DecideDeps,
  moderator: Decider,
  what: { commentId: CommentId; decision: Decision; key: string | undefined; batchId?: string },
): Promise<CommentDoc> {
  const { commentId, decision, batchId } = what;
  const at = deps.now();
  const identity = identityOfDecision(moderator.id, what);
  return moderate(deps, {
    commentId,
    identity,
    seen: asSeen(deps.claimed?.(commentId), decision),
    once: true,
    plan: async (doc) => {
      if (decision.action === 'snooze') requireFuture(decision.until, at);
      const claim = await claimGuard(deps, doc, { by: moderator.id, at, isBatch: batchId !== undefined });
      const wrong = whyNot(doc, { decision, moderator, claim });
      if (wrong !== null) return wrong;
      const isTheirs = doc.mod.appeal?.against === moderator.id;
      if (isTheirs && (await barredActions(deps, doc)).includes(decision.action)) return 'own-decision';
      const plan = planOf(doc, decision, {
        identity,
        at,
        actor: { kind: 'user', id: moderator.id, name: moderator.name },
        remark: decision.remark ?? null,
        extras: {
          ...(decision.openMs === undefined ? {} : { openMs: decision.openMs }),
          ...(batchId === undefined ? {} : { batchId }),
        },
      });
      return typeof plan === 'string' || claim === undefined ? plan : { ...plan, claim };
    },
  });
}

/** What ends the wait of a comment: what it leaves goes by nothing that changes without a new version, as reports do. */
const ENDS_THE_WAIT: ReadonlySet<Decision['action']> = new Set(['approve', 'refuse', 'spam'] as const);

/** What is known of a comment, if that is what a first decision about it is about. */
function asSeen(doc: CommentDoc | undefined, { action, expectedV, expectedRev }: Decision): CommentDoc | undefined {
  if (doc === undefined || doc.mod.last !== undefined || doc.mod.tellAt !== undefined) return undefined;
  return ENDS_THE_WAIT.has(action) && doc.mod.v === expectedV && doc.rev === expectedRev ? doc : undefined;
}

/** What tells one decision from another. How long it took does not. */
export function identityOfDecision(
  moderatorId: string,
  { commentId, decision, key }: { commentId: CommentId; decision: Decision; key: string | undefined },
): Identity {
  const { openMs: _, ...said } = decision;
  const sorted = Object.entries(said).sort(([a], [b]) => (a < b ? -1 : 1));
  return identityOf(moderatorId, key, [commentId, sorted]);
}

/**
 * Who must be at the comment, or at least nobody else. What is in no queue cannot be claimed, and nobody claims many at once.
 */
async function claimGuard(
  deps: DecideDeps,
  { siteId, mod }: CommentDoc,
  { isBatch, ...who }: { by: string; at: Date; isBatch: boolean },
): Promise<Guard['claim']> {
  if (mod.queue === undefined) return undefined;
  const mode = await deps.claimMode(siteId);
  return mode === 'off' ? undefined : { ...who, must: mode === 'required' && !isBatch };
}

/** @throws Problem `validation-failed` */
export function requireFuture(until: string, now: Date): void {
  const ahead = new Date(until).getTime() - now.getTime();
  const error = (code: 'in-the-past' | 'too-far-ahead') =>
    new Problem('validation-failed', { errors: [{ path: 'until', code, limit: SNOOZE_MAX_DAYS }] });
  if (ahead <= 0) throw error('in-the-past');
  if (ahead > SNOOZE_MAX_DAYS * DAY_MS) throw error('too-far-ahead');
}

/**
 * Why a decision does not fit the comment as it stands now, the most telling reason first. Whoever has not seen the last
 * decision is told of it; whoever has seen it may change it.
 */
function whyNot(
  doc: CommentDoc,
  { decision, moderator, claim }: { decision: Decision; moderator: Decider; claim: Guard['claim'] },
): ProblemCode | null {
  const { mod } = doc;
  if (isWiped(doc)) return 'comment-wiped';
  if (doc.rev !== decision.expectedRev) return 'content-changed';
  if (mod.v !== decision.expectedV && mod.review === 'closed') return 'already-decided';
  if (claim !== undefined) {
    const isLive = mod.claim !== undefined && mod.claim.until > claim.at;
    if (isLive && mod.claim?.by.id !== moderator.id) return 'claimed-by-other';
    if (claim.must && !isLive) return 'claim-required';
  }
  if (mod.v !== decision.expectedV) return 'stale-version';
  if (mod.review === 'escalated' && !moderator.mayDecideEscalated) return 'not-allowed';
  return null;
}

function planOf(doc: CommentDoc, decision: Decision, by: Omit<Act, 'type'>): Plan | ProblemCode {
  const next = transition(stateOf(doc), { kind: decision.action });
  if (!next.ok) return next.error;
  const { codes, note } = wordsOf(doc, decision);
  const until = decision.action === 'snooze' ? new Date(decision.until) : undefined;
  const act: Act = {
    ...by,
    type: next.event,
    codes,
    note,
    extras: { ...by.extras, ...(until === undefined ? {} : { until }) },
  };
  const kind = next.to.review !== 'closed' ? null : next.to.vis === 'visible' ? 'approved' : 'refused';
  const outcome: Outcome | undefined =
    kind === null
      ? undefined
      : {
          kind,
          codes,
          note,
          by: act.actor,
          ...(doc.mod.vis === 'hidden' ? { waited: true } : {}),
          at: act.at,
          decidedAt: act.at,
          rev: doc.rev,
          eventId: act.identity.eventId,
        };
  const left = leftOf(doc, next.to, {
    at: act.at,
    last: lastActOf(doc, act),
    ...(outcome === undefined ? {} : { outcome, tellAt: tellAt(act.at) }),
    ...answerTo(doc, next.event),
    ...(until === undefined ? {} : { until }),
  });
  return { left, event: eventOf(doc, next.to, act) };
}

function answerTo({ mod: { appeal } }: CommentDoc, event: EventType): { appeal?: Appeal } {
  const answer = event === 'appeal_upheld' ? 'upheld' : event === 'overturned' ? 'overturned' : undefined;
  return appeal === undefined || answer === undefined ? {} : { appeal: { ...appeal, answer } };
}

/** Why, and what is said about it to the author. An upheld refusal stays a refusal for the same reasons. */
function wordsOf({ mod }: CommentDoc, decision: Decision): { codes: ReasonCode[]; note: string | null } {
  switch (decision.action) {
    case 'refuse':
      return { codes: [...new Set(decision.codes)], note: decision.note ?? null };
    case 'spam':
      return { codes: ['spam'], note: null };
    case 'uphold':
      return { codes: mod.outcome?.codes ?? [], note: decision.note ?? mod.outcome?.note ?? null };
    case 'overturn':
      return { codes: [], note: decision.note ?? null };
    case 'approve':
    case 'escalate':
    case 'snooze':
      return { codes: [], note: null };
  }
}
