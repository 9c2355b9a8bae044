import type { Message } from '../format.ts';

/** The page of the sites. */
export interface SitesSentences {
  sites: Record<
    | 'loading'
    | 'first'
    | 'none'
    | 'make'
    | 'makeNow'
    | 'name'
    | 'nameHint'
    | 'id'
    | 'idHint'
    | 'lang'
    | 'langHint'
    | 'origins'
    | 'originsHint'
    | 'self'
    | 'closed'
    | 'closedHint'
    | 'isClosed'
    | 'readOnly'
    | 'snippet'
    | 'snippetHint'
    | 'seenTitle'
    | 'watched'
    | 'seen'
    | 'notSeen'
    | 'refusedTitle'
    | 'refused'
    | 'allow'
    | 'made'
    | 'changed'
    | 'movedName'
    | 'movedLang'
    | 'added'
    | 'removed'
    | 'wasClosed'
    | 'wasOpened',
    Message
  >;
}
