import type { Message } from '../format.ts';

/** What owners do with a whole site. */
export interface SiteAdminSentences {
  siteRemoval: Record<
    | 'title'
    | 'lead'
    | 'openFirst'
    | 'fromFile'
    | 'remove'
    | 'question'
    | 'what'
    | 'team'
    | 'keep'
    | 'typed'
    | 'typedHint'
    | 'removeNow'
    | 'underWay'
    | 'begun'
    | 'comments'
    | 'rest',
    Message
  >;
}
