import { covers, requireAccess, sitesAsked, type Action, type By } from './auth/access.ts';
import type { Scope } from '../shared/identity.ts';
import type { SiteId } from '../shared/ids.ts';
import { Problem } from '../shared/problem.ts';
import type { Sites } from './sites/sites.ts';
import type { Store } from './storage/store.ts';

/** Asks whether somebody may do something about one thing, which they may only on their sites. */
export interface SiteAccess {
  /** @throws Problem `not-allowed`; `not-found` for somebody with some sites only, where there is no such thing, and of a site that is being removed */
  ofComment: (by: By, action: Action, commentId: string) => Promise<void>;
  ofPerson: (by: By, action: Action, personId: string) => Promise<void>;
  ofLetter: (by: By, action: Action, letterId: string) => Promise<void>;
  ofCall: (by: By, action: Action, callId: string) => Promise<void>;
  /**
   * The sites a question is about, as `sitesAsked`, without those that are being removed.
   * @throws Problem `not-allowed`
   */
  asked: (by: By, site?: SiteId) => Promise<Scope>;
}

type SiteOf = (id: never) => Promise<string | null>;

/** Which site a thing is of is looked up only for those who have not all of them, and while one of them is being removed. */
export function siteAccess({
  store: { comments, people, letters, webhookCalls },
  sites,
}: {
  store: Pick<Store, 'comments' | 'people' | 'letters' | 'webhookCalls'>;
  sites: Pick<Sites, 'standing'>;
}): SiteAccess {
  const asking =
    (siteOf: SiteOf) =>
    async (by: By, action: Action, id: string): Promise<void> => {
      requireAccess(by, action);
      const standing = await sites.standing(by.sites);
      if (standing === null) return;
      const site = await siteOf(id as never);
      if (site === null && by.sites === null) return;
      if (site === null) throw new Problem('not-found');
      requireAccess(by, action, site);
      if (!covers(standing, [site])) throw new Problem('not-found');
    };
  return {
    ofComment: asking(comments.siteOf),
    ofPerson: asking(people.siteOf),
    ofLetter: asking(letters.siteOf),
    ofCall: asking(webhookCalls.siteOf),
    asked: (by, site) => sites.standing(sitesAsked(by, site)),
  };
}
