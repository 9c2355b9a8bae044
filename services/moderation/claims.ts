import type { CommentId, SiteId } from '../../shared/ids.ts';
import { CLAIM_MS } from '../../shared/limits.ts';
import type { ClaimMode } from '../../shared/moderation.ts';
import { Problem } from '../../shared/problem.ts';
import type { Claim, CommentDoc } from '../storage/comment-schema.ts';
import type { CommentStore } from '../storage/comments.ts';
import type { QueueFilter } from '../storage/review-queries.ts';
import { newId } from '../ids.ts';
import { moderate, refusal, type ModerateDeps } from './moderate.ts';
import { eventOf, leftOf, stateOf } from './standing.ts';
import { transition } from './transitions.ts';
import type { UpNext } from './up-next.ts';

export interface ClaimDeps extends ModerateDeps {
  card: NonNullable<ModerateDeps['card']>;
  comments: ModerateDeps['comments'] & Pick<CommentStore, 'claim' | 'release' | 'claimedBy' | 'releaseFrom'>;
  claimMode: (siteId: SiteId) => Promise<ClaimMode>;
  /** Tells who is at a comment now. */
  told: (doc: CommentDoc) => void;
}

export interface NextDeps extends ClaimDeps {
  upNext: UpNext;
  /** Begins to read what the card of a comment of this author will say of them, since the card comes right after the claim. */
  foresee: (authorId: CommentDoc['authorId']) => void;
}

interface Claimant {
  id: string;
  name: string;
}

/** Lost as often as this, somebody else had all the luck there is. */
const ROUNDS = 20;

function claimOf({ id, name }: Claimant, desk: string, at: Date): Claim {
  return { by: { id, name }, desk, at, until: new Date(at.getTime() + CLAIM_MS) };
}

/**
 * Claims a comment, or renews a claim. Where a site has claims switched off, the comment comes back as it is.
 * @throws Problem `not-found`, and with the fresh card `claimed-by-other`, `already-decided`, `invalid-transition`
 */
export async function claim(
  deps: ClaimDeps,
  moderator: Claimant,
  { commentId, desk, takeOver }: { commentId: CommentId; desk: string; takeOver: boolean },
): Promise<CommentDoc> {
  const doc = await deps.comments.byId(commentId);
  if (doc === null) throw new Problem('not-found');
  if ((await deps.claimMode(doc.siteId)) === 'off') return doc;
  const claimed = await deps.comments.claim(commentId, claimOf(moderator, desk, deps.now()));
  if (claimed !== null) {
    // A renewal, too: whoever does not hear of it takes the claim to have lapsed.
    deps.told(claimed);
    return claimed;
  }
  if (takeOver) return takeClaimOver(deps, moderator, { commentId, desk });
  const now = await deps.comments.byId(commentId);
  if (now === null) throw new Problem('not-found');
  throw await refusal(deps, now, whyNot(now));
}

function whyNot({ mod }: CommentDoc): 'claimed-by-other' | 'already-decided' | 'invalid-transition' {
  if (mod.queue !== undefined) return 'claimed-by-other';
  return mod.review === 'closed' ? 'already-decided' : 'invalid-transition';
}

async function takeClaimOver(
  deps: ClaimDeps,
  moderator: Claimant,
  { commentId, desk }: { commentId: CommentId; desk: string },
): Promise<CommentDoc> {
  const identity = { eventId: newId() };
  return moderate(deps, {
    commentId,
    identity,
    once: false,
    plan: (doc) => {
      const next = transition(stateOf(doc), { kind: 'take-over' });
      if (!next.ok) return doc.mod.review === 'closed' ? 'already-decided' : next.error;
      const at = deps.now();
      const from = doc.mod.claim?.by;
      const actor = { kind: 'user' as const, id: moderator.id, name: moderator.name };
      const extras = from === undefined ? {} : { takenFrom: from };
      return {
        left: { ...leftOf(doc, next.to, { at }), claim: claimOf(moderator, desk, at) },
        event: eventOf(doc, next.to, { identity, type: next.event, at, actor, extras }),
      };
    },
  });
}

/** Gives up a moderator's own claim; without one, nothing happens. */
export async function release(
  deps: Pick<ClaimDeps, 'comments' | 'told'>,
  moderator: Pick<Claimant, 'id'>,
  commentId: CommentId,
): Promise<void> {
  const released = await deps.comments.release(commentId, moderator.id);
  if (released !== null) deps.told(released);
}

/**
 * Gives up what one window of a console had claimed when its socket went; what it has claimed or renewed since, through another
 * node say, it keeps.
 */
export async function releaseDesk(
  deps: Pick<ClaimDeps, 'comments' | 'told'>,
  desk: string,
  leftAt: Date,
): Promise<void> {
  for (const id of await deps.comments.claimedBy(desk, leftAt)) {
    const released = await deps.comments.releaseFrom(id, desk, leftAt);
    if (released !== null) deps.told(released);
  }
}

/**
 * Claims one of the first few that fit a filter and that nobody is at; null when there is none. Of a site that has claims switched
 * off it comes as it is.
 * @throws Problem `store-unavailable` when others were faster every time
 */
export async function claimNext(
  deps: NextDeps,
  moderator: Claimant,
  { filter, desk }: { filter: QueueFilter; desk: string },
): Promise<CommentDoc | null> {
  for (let round = 0; round < ROUNDS; round += 1) {
    const one = await deps.upNext.take(filter, round);
    if (one === null) return null;
    if ((await deps.claimMode(one.siteId)) === 'off') {
      const doc = await deps.comments.byId(one._id);
      if (doc?.mod.v === one.mod.v) return doc;
      continue;
    }
    deps.foresee(one.authorId);
    const claimed = await deps.comments.claim(one._id, claimOf(moderator, desk, deps.now()), one.mod.v);
    if (claimed === null) continue;
    deps.told(claimed);
    return claimed;
  }
  throw new Problem('store-unavailable');
}
