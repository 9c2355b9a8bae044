import { requireAccess, type Action, type By } from './auth/access.ts';
import { Problem } from '../shared/problem.ts';
import type { Store } from './storage/store.ts';

/** Asks whether somebody may do something about one thing, which they may only on their sites. */
export interface SiteAccess {
  /** @throws Problem `not-allowed`; `not-found` for somebody with some sites only, where there is no such thing */
  ofComment: (by: By, action: Action, commentId: string) => Promise<void>;
  ofPerson: (by: By, action: Action, personId: string) => Promise<void>;
  ofLetter: (by: By, action: Action, letterId: string) => Promise<void>;
  ofCall: (by: By, action: Action, callId: string) => Promise<void>;
}

type SiteOf = (id: never) => Promise<string | null>;

/** Which site a thing is of is looked up only for those who have not all of them. */
export function siteAccess({
  comments,
  people,
  letters,
  webhookCalls,
}: Pick<Store, 'comments' | 'people' | 'letters' | 'webhookCalls'>): SiteAccess {
  const asking =
    (siteOf: SiteOf) =>
    async (by: By, action: Action, id: string): Promise<void> => {
      requireAccess(by, action);
      if (by.sites === null) return;
      const site = await siteOf(id as never);
      if (site === null) throw new Problem('not-found');
      requireAccess(by, action, site);
    };
  return {
    ofComment: asking(comments.siteOf),
    ofPerson: asking(people.siteOf),
    ofLetter: asking(letters.siteOf),
    ofCall: asking(webhookCalls.siteOf),
  };
}
