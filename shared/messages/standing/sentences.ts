import type { ReasonCode } from '../../moderation.ts';
import type { Message } from '../format.ts';

/** What a reader is told about whom moderators have done something. `{why}` is a list of `reasons`. */
export interface StandingSentences {
  suspended: Message;
  banned: Message;
  warned: Message;
  premod: Message;
  premodUntil: Message;
  why: Message;
  /** Above the words of the moderator. */
  noteFrom: Message;
  /** Beside a warning, and the button that says it was read. */
  confirmWhy: Message;
  confirm: Message;
  failed: Message;
  /** Said when it is over. */
  free: Message;
  reasons: Record<ReasonCode, string>;
}
