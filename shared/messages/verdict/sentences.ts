import type { ReasonCode } from '../../moderation.ts';
import type { Message } from '../format.ts';

/** To the author of a comment that waits, was refused, or was published after all. */
export interface VerdictSentences {
  held: Message;
  heldWhy: Message;
  /** Beside a held comment of somebody who would be forgotten when the tab is closed. */
  forgotten: Message;
  refused: Message;
  reasons: Record<ReasonCode, Message>;
  /** Above the words of whoever refused the comment. */
  noteFrom: Message;
  approved: Message;
}
