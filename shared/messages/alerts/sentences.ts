import type { ReviewQueue } from '../../moderation.ts';
import type { Message } from '../format.ts';

/** What the team is told by mail and in chats; in the languages of the console. */
export interface AlertSentences {
  /** How many wait, by where; `age` is how long the oldest one has. */
  waits: Record<ReviewQueue, Message>;
  /** Before the lines of a summary, by how many wait altogether; and all there is to say where none do. */
  digest: Message;
  digestNone: Message;
  /** A subject, or the beginning of a line. */
  subject: Message;
  digestSubject: Message;
  of: Message;
  /** How long, roundly. */
  minutes: Message;
  hours: Message;
  days: Message;
  /** Leads to the console. */
  open: Message;
  /** At the foot of a mail: why it came, and where that is changed. */
  why: Message;
}
