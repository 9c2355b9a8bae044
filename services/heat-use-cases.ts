import { requireAccess } from './auth/access.ts';
import type { HeatUseCases } from './http/heat-routes.ts';
import { readHotThreads } from './moderation/hot-threads.ts';
import type { Parts } from './use-cases.ts';

export function heatUseCases(parts: Parts): HeatUseCases {
  return {
    async hot(by) {
      requireAccess(by, 'review.read');
      return readHotThreads(
        { threads: parts.store.threads, siteById: parts.sites.byId },
        await parts.sites.standing(by.sites),
      );
    },
  };
}
