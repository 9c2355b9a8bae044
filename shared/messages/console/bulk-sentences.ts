import type { BulkAction } from '../../bulk.ts';
import type { Message } from '../format.ts';

/** Why an act on many comments left one as it was, by the code of the problem; `other` for any that is not expected here. */
export type LeftAlone =
  | 'content-changed'
  | 'already-decided'
  | 'stale-version'
  | 'claimed-by-other'
  | 'own-decision'
  | 'not-allowed'
  | 'invalid-transition'
  | 'not-newest'
  | 'comment-wiped'
  | 'not-found'
  | 'other';

/** Acts on many comments at once. */
export interface BulkSentences {
  bulk: Record<
    | 'bar'
    | 'picked'
    | 'pickedAll'
    | 'most'
    | 'pickAll'
    | 'act'
    | 'clear'
    | 'newest'
    | 'title'
    | 'counting'
    | 'about'
    | 'nothing'
    | 'what'
    | 'codes'
    | 'until'
    | 'confirm'
    | 'sending'
    | 'noAction'
    | 'noCode'
    | 'wrongMoment'
    | 'wrongNumber'
    | 'tooLong'
    | 'lines'
    | 'progress'
    | 'undoing'
    | 'by'
    | 'left'
    | 'whyLine'
    | 'undone'
    | 'undo'
    | 'hide'
    | 'newestTitle'
    | 'newestNone',
    Message
  >;
  /** What will be done to {n} comments. */
  bulkGo: Record<BulkAction['action'], Message>;
  /** What was done to {n} comments. */
  bulkDid: Record<BulkAction['action'], Message>;
  leftAlone: Record<LeftAlone, Message>;
}
