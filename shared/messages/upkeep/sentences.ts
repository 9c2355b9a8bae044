import type { ReasonCode } from '../../moderation.ts';
import type { Message } from '../format.ts';

/** What is said to whoever reports a comment, or edits, takes back or appeals for their own. */
export interface UpkeepSentences {
  /** Above the reasons of a report. */
  reportWhy: Message;
  reasons: Record<ReasonCode, Message>;
  reportNote: Message;
  reportSend: Message;
  reported: Message;
  editLabel: Message;
  save: Message;
  edited: Message;
  editedHeld: Message;
  /** Asked before a comment is taken back, and the two answers. */
  withdrawAsk: Message;
  withdrawYes: Message;
  withdrawNo: Message;
  withdrawn: Message;
  appeal: Message;
  appealLabel: Message;
  appealHint: Message;
  appealSend: Message;
  /** What has come of an appeal. */
  appeals: Record<'open' | 'upheld' | 'overturned', Message>;
}
