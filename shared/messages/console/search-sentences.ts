import type { Review } from '../../moderation.ts';
import type { Message } from '../format.ts';

/** The search among all comments. */
export interface SearchSentences {
  search: Record<
    | 'results'
    | 'vis'
    | 'state'
    | 'span'
    | 'go'
    | 'everywhere'
    | 'open'
    | 'searching'
    | 'searchedTo'
    | 'nothing'
    | 'all'
    | 'more',
    Message
  >;
  /** Whether a person is to decide, or has. */
  searchStates: Record<Review, Message>;
}
