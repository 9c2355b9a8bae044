import type { CommentId } from '../shared/ids.ts';
import { covers, may, requireAccess } from './auth/access.ts';
import { createBatch, createBatchOfIds } from './batch.ts';
import type { BulkUseCases } from './http/bulk-routes.ts';
import { previewBulk, readBulk, readBulks, startBulk, undoBulk } from './moderation/bulk.ts';
import type { BulkDeps } from './moderation/carry-out-bulk.ts';
import type { DecideDeps } from './moderation/decide.ts';
import { cardDeps, decideDeps } from './review-use-cases.ts';
import { siteAccess } from './site-access.ts';
import type { CommentDoc } from './storage/comment-schema.ts';
import type { Store } from './storage/store.ts';
import type { Parts } from './use-cases.ts';

export function bulkDeps(parts: Parts, stopping: AbortSignal): BulkDeps {
  const { store, bus, log, now } = parts;
  return {
    bulk: store.bulk,
    crews: [crewOf(parts), crewOf(parts)],
    review: cardDeps(parts),
    asked: siteAccess(parts).asked,
    rightsOf: async (memberId, sites) => {
      const by = (await parts.roles.member(memberId))?.view;
      if (by === undefined || !may(by, 'review.bulk') || !covers(by.sites, sites)) return null;
      return {
        mayDecideEscalated: may(by, 'review.decide-escalated'),
        mayUndoOthers: may(by, 'review.undo-others'),
      };
    },
    // Whoever misses it sees it when they look again; nothing fails because of what is only told.
    told: (bulk, sites) =>
      void bus
        .publish({ type: 'bulk.progressed', bulk, sites })
        .catch((err: unknown) => log.warn({ err }, 'progress of many not told')),
    stopping,
    underWay: new Set(),
    log,
    now,
  };
}

/** What those that decide at the same moment look at, and change, together. */
function crewOf(parts: Parts): DecideDeps {
  const { store } = parts;
  const deciding = decideDeps(parts);
  const byIds = createBatchOfIds(store.comments.byIds);
  const byId = async (id: CommentId): Promise<CommentDoc | null> => (await byIds([id]))[0] ?? null;
  const changed = createBatch((changes: Parameters<Store['comments']['changeAll']>[0]) =>
    store.comments.changeAll(changes),
  );
  const change: Store['comments']['change'] = (id, guard, what) => changed({ id, guard, change: what });
  return { ...deciding, comments: { ...deciding.comments, byId, change } };
}

export function bulkUseCases(deps: BulkDeps): BulkUseCases {
  return {
    async preview(by, select) {
      requireAccess(by, 'review.bulk');
      return previewBulk(deps, by, select);
    },
    async start(by, { request, key }) {
      requireAccess(by, 'review.bulk');
      const decider = { id: by.id, name: by.name, mayDecideEscalated: may(by, 'review.decide-escalated') };
      return startBulk(deps, decider, { request, key, of: by });
    },
    async list(by) {
      requireAccess(by, 'review.bulk');
      return { items: await readBulks(deps, by) };
    },
    async read(by, bulkId) {
      requireAccess(by, 'review.bulk');
      return readBulk(deps, by, bulkId);
    },
    async undo(by, bulkId) {
      requireAccess(by, 'review.bulk');
      const undoer = { id: by.id, name: by.name, mayUndoOthers: may(by, 'review.undo-others') };
      return undoBulk(deps, undoer, { bulkId, of: by });
    },
  };
}
