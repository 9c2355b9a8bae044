import type { MailView } from '../../mail.ts';
import type { Message } from '../format.ts';

/** How a reader gets mail; loaded when they ask for it. */
export interface MailSentences {
  /** Over all of it, in the reader's own space. */
  title: Message;
  /** The field, why it is asked for, and the button that sends the message it is confirmed from. */
  address: Message;
  why: Message;
  ask: Message;
  /** Where that message went, and on the buttons to have it sent once more, and to give another address. */
  asked: Message;
  again: Message;
  sentAgain: Message;
  other: Message;
  confirmed: Message;
  bounced: Message;
  /** On the button that has such an address asked about again. */
  retry: Message;
  remove: Message;
  removed: Message;
  /** Over how often, and the choices. */
  rhythm: Message;
  rhythms: Record<MailView['frequency'], Message>;
  /** At the hour of what comes daily. */
  dailyAt: Message;
  quiet: Message;
  /** At the two times. */
  quietFrom: Message;
  quietTo: Message;
  news: Message;
  saved: Message;
}
