import type { CommentId } from '../shared/ids.ts';
import { CLAIM_MS, WITHDRAWN_DAYS } from '../shared/limits.ts';
import { may, requireAccess } from './auth/access.ts';
import type { ReviewUseCases } from './http/review-routes.ts';
import { createLru } from './lru.ts';
import { claim, claimNext, release, releaseDesk, type ClaimDeps, type NextDeps } from './moderation/claims.ts';
import { decide, type DecideDeps } from './moderation/decide.ts';
import type { ModerateDeps } from './moderation/moderate.ts';
import { toCard } from './moderation/review-card.ts';
import {
  queueFilterOf,
  readCard,
  readContext,
  readFigures,
  readQueue,
  readSnoozed,
} from './moderation/review-queue.ts';
import { undo } from './moderation/undo.ts';
import { createUpNext } from './moderation/up-next.ts';
import type { WithdrawDeps } from './moderation/withdraw.ts';
import { siteAccess } from './site-access.ts';
import type { CommentDoc } from './storage/comment-schema.ts';
import type { Parts } from './use-cases.ts';

/** What a card of a comment is made from, and all that is shown beside it. */
export function cardDeps(parts: Pick<Parts, 'store' | 'namedThreads' | 'sites' | 'authorFigures'>) {
  const { store, namedThreads, sites, authorFigures } = parts;
  return {
    ...{ comments: store.comments, threads: namedThreads, siteById: sites.byId, figuresOf: authorFigures.of },
    isAlone: async () => (await store.moderators.count()) <= 1,
  };
}

/** What every change of a comment's standing needs, whoever makes it. */
export function moderateDeps(parts: Parts): ModerateDeps & Pick<DecideDeps, 'card'> {
  const { store, pages, cleanAuthors, authorFigures, heat, relay, now } = parts;
  const cards = cardDeps(parts);
  return {
    comments: store.comments,
    card: (doc) => toCard(cards, doc),
    changing: (before) => {
      const counted = authorFigures.changing(before);
      return (after) => {
        pages.invalidate(after.threadId, after.siteId);
        cleanAuthors.forget(after.authorId);
        counted(after);
        heat.follow(after);
        relay.kick(after);
      };
    },
    now,
  };
}

/** What taking one's own comment back needs. */
export function withdrawDeps(parts: Parts): WithdrawDeps {
  return {
    ...moderateDeps(parts),
    // No reader is shown a moderator's card, whatever is in the way.
    card: null,
    withdrawnDays: async (siteId) =>
      (await parts.sites.byId(siteId))?.settings.retention.withdrawnDays ?? WITHDRAWN_DAYS,
  };
}

export function decideDeps(parts: Parts): DecideDeps {
  return {
    ...moderateDeps(parts),
    claimMode: async (siteId) => (await parts.sites.byId(siteId))?.settings.review.claims ?? 'off',
    isAlone: cardDeps(parts).isAlone,
  };
}

/** As many as people of one process have on their desks at once; each may be as long as a comment can be. */
const CLAIMED_KEPT = 200;

function claimDeps(parts: Parts, keep: (doc: CommentDoc) => void = () => undefined): ClaimDeps {
  const { store, bus, log } = parts;
  return {
    ...decideDeps(parts),
    comments: store.comments,
    // Whoever misses it sees it with the next page; no claim fails because of what is only told.
    told: (comment) => {
      keep(comment);
      void bus
        .publish({ type: 'review.claimed', comment })
        .catch((err: unknown) => log.warn({ err }, 'claim not told'));
    },
  };
}

/** Gives up what a window of the console has claimed, some time after its socket went. */
export function deskGone(parts: Parts): (desk: string, leftAt: Date) => Promise<void> {
  const deps = claimDeps(parts);
  return (desk, leftAt) => releaseDesk(deps, desk, leftAt);
}

export function reviewUseCases(parts: Parts): ReviewUseCases {
  const { store } = parts;
  const deps = cardDeps(parts);
  const claimed = createLru<CommentDoc>(CLAIMED_KEPT, CLAIM_MS, () => parts.now().getTime());
  const deciding = { ...decideDeps(parts), claimed: (id: CommentId) => claimed.get(id) };
  const claiming: NextDeps = {
    ...claimDeps(parts, (doc) => claimed.set(doc._id, doc)),
    upNext: createUpNext({ freeInQueue: store.comments.freeInQueue, now: parts.now }),
    // The card asks again what could not be read.
    foresee: (authorId) => void parts.authorFigures.of(authorId).catch(() => undefined),
  };
  const access = siteAccess(parts);
  return {
    async queue(by, { cursor, limit, ...filter }) {
      requireAccess(by, 'review.read');
      return readQueue(deps, { filter: queueFilterOf(filter, await access.asked(by, filter.site)), cursor, limit });
    },
    async figures(by, siteId) {
      requireAccess(by, 'review.read');
      return readFigures(deps, await access.asked(by, siteId));
    },
    async snoozed(by, siteId) {
      requireAccess(by, 'review.read');
      return readSnoozed(deps, await access.asked(by, siteId));
    },
    async card(by, commentId) {
      await access.ofComment(by, 'review.read', commentId);
      return readCard(deps, commentId);
    },
    async context(by, commentId) {
      await access.ofComment(by, 'review.read', commentId);
      return readContext(store, commentId);
    },
    async decide(by, what) {
      await access.ofComment(by, 'review.decide', what.commentId);
      const decider = { id: by.id, name: by.name, mayDecideEscalated: may(by, 'review.decide-escalated') };
      return { card: await deciding.card(await decide(deciding, decider, what)) };
    },
    async undo(by, what) {
      await access.ofComment(by, 'review.decide', what.commentId);
      const undoer = { id: by.id, name: by.name, mayUndoOthers: may(by, 'review.undo-others') };
      return { card: await deciding.card(await undo(deciding, undoer, what)) };
    },
    async claim(by, what) {
      await access.ofComment(by, 'review.decide', what.commentId);
      return { card: await claiming.card(await claim(claiming, { id: by.id, name: by.name }, what)) };
    },
    async release(by, commentId) {
      await access.ofComment(by, 'review.decide', commentId);
      await release(claiming, by, commentId);
    },
    async next(by, { desk, filter }) {
      requireAccess(by, 'review.decide');
      const who = { id: by.id, name: by.name };
      const asked = queueFilterOf(filter ?? {}, await access.asked(by, filter?.site));
      const doc = await claimNext(claiming, who, { desk, filter: asked });
      return { card: doc === null ? null : await toCard(deps, doc) };
    },
  };
}
