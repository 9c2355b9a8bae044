import { requireAccess } from './auth/access.ts';
import type { AuditUseCases } from './http/audit-routes.ts';
import type { Logger } from './logger.ts';
import { exportAudit } from './moderation/audit-export.ts';
import { readHours, readPeople } from './moderation/audit-figures.ts';
import { auditFilterOf, readAudit, readHistory } from './moderation/audit.ts';
import { cardDeps } from './review-use-cases.ts';
import { siteAccess } from './site-access.ts';
import type { Parts } from './use-cases.ts';

export function auditUseCases(parts: Parts): AuditUseCases {
  const { store, log, now } = parts;
  const deps = { ...cardDeps(parts), events: store.modEvents };
  const access = siteAccess(parts);
  return {
    async page(by, { cursor, limit, ...filter }) {
      requireAccess(by, 'audit.read');
      return readAudit(deps, { filter: auditFilterOf(filter, await access.asked(by, filter.site)), cursor, limit });
    },
    async history(by, commentId) {
      await access.ofComment(by, 'audit.read', commentId);
      return readHistory(deps, commentId);
    },
    async people(by, span) {
      requireAccess(by, 'audit.read');
      return readPeople({ ...deps, now }, span, await access.asked(by));
    },
    async hours(by) {
      requireAccess(by, 'audit.read');
      return readHours({ ...deps, now }, await access.asked(by));
    },
    async export(by, { format, ...filter }) {
      requireAccess(by, 'audit.export');
      const day = now().toISOString().slice(0, 10);
      const pieces = exportAudit(deps, auditFilterOf(filter, await access.asked(by, filter.site)), format);
      return { fileName: `tribune-audit-${day}.${format}`, pieces: logged(pieces, log) };
    },
  };
}

/** Whoever downloads it sees that a file breaks off, and no more; why is for the log. */
async function* logged(pieces: AsyncIterable<string>, log: Logger): AsyncGenerator<string, void> {
  try {
    yield* pieces;
  } catch (err) {
    log.error({ err }, 'an export of the audit broke off');
    throw err;
  }
}
