import type { Message } from '../format.ts';

/** The small window that an article opens, and the way from the console to the article. */
export interface OnPageSentences {
  onPage: Record<
    | 'title'
    | 'see'
    | 'isPinned'
    | 'pin'
    | 'unpin'
    | 'pinned'
    | 'undo'
    | 'count'
    /** On a link to what waits of the discussion. */
    | 'waiting'
    | 'open'
    | 'closed'
    | 'close'
    | 'closeHint'
    | 'reopen'
    | 'reopenHint',
    Message
  >;
}
