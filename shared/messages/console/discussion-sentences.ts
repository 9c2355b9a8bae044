import type { Message } from '../format.ts';

/** What is said of whole discussions, and where an article's are moderated. */
export interface DiscussionSentences {
  /** A discussion that boils over; `title` is a link. */
  heat: Record<'slow' | 'premod', Message>;
  /** The small window that an article opens, and the way from the console to the article. */
  onPage: Record<
    | 'title'
    | 'see'
    | 'isPinned'
    | 'isFeatured'
    | 'feature'
    | 'unfeature'
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
