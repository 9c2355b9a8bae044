import { may, requireAccess } from './auth/access.ts';
import type { BulkUseCases } from './http/bulk-routes.ts';
import { previewBulk, readBulk, readBulks, startBulk, undoBulk } from './moderation/bulk.ts';
import type { BulkDeps } from './moderation/carry-out-bulk.ts';
import { cardDeps, decideDeps } from './review-use-cases.ts';
import type { Parts } from './use-cases.ts';

export function bulkDeps(parts: Parts, stopping: AbortSignal): BulkDeps {
  const { store, bus, log, now } = parts;
  return {
    bulk: store.bulk,
    deciding: decideDeps(parts),
    review: cardDeps(parts),
    rightsOf: async (memberId) => {
      const role = (await parts.roles.member(memberId))?.view.role;
      if (role === undefined || !may(role, 'review.bulk')) return null;
      return {
        mayDecideEscalated: may(role, 'review.decide-escalated'),
        mayUndoOthers: may(role, 'review.undo-others'),
      };
    },
    // Whoever misses it sees it when they look again; nothing fails because of what is only told.
    told: (bulk) =>
      void bus
        .publish({ type: 'bulk.progressed', bulk })
        .catch((err: unknown) => log.warn({ err }, 'progress of many not told')),
    stopping,
    underWay: new Set(),
    log,
    now,
  };
}

export function bulkUseCases(deps: BulkDeps): BulkUseCases {
  return {
    async preview(by, select) {
      requireAccess(by, 'review.bulk');
      return previewBulk(deps, select);
    },
    async start(by, { request, key }) {
      requireAccess(by, 'review.bulk');
      const decider = { id: by.id, name: by.name, mayDecideEscalated: may(by.role, 'review.decide-escalated') };
      return startBulk(deps, decider, { request, key });
    },
    async list(by) {
      requireAccess(by, 'review.bulk');
      return { items: await readBulks(deps) };
    },
    async read(by, bulkId) {
      requireAccess(by, 'review.bulk');
      return readBulk(deps, bulkId);
    },
    async undo(by, bulkId) {
      requireAccess(by, 'review.bulk');
      return undoBulk(deps, { id: by.id, name: by.name, mayUndoOthers: may(by.role, 'review.undo-others') }, bulkId);
    },
  };
}
