import type { SubscriptionKind } from '../../subscription.ts';
import type { Message } from '../format.ts';

/** What a reader asks to be told of, and who they read; loaded when somebody wants something of that, or has. */
export interface SubscribeSentences {
  /** Over the choices. */
  title: Message;
  /** The choices: what the reader wishes, in their own words. `author` is about somebody by `name`. */
  wishes: Record<SubscriptionKind, Message>;
  /** Below them: how it is told. */
  how: Message;
  /** At "remember me", for who would be forgotten when the tab is closed. */
  keepWhy: Message;
  mail: Message;
  /** What holds. `comment` and `author` are about somebody by `name`. */
  holds: Record<SubscriptionKind, Message>;
  /** The same where nothing in sight says the name. */
  nameless: Record<'comment' | 'author', Message>;
  /** Said after what holds, if mail comes, too; if it would, were the address confirmed; if it came back. */
  byMail: Message;
  mailWaits: Message;
  mailBack: Message;
  /** On the button beside what holds, and once it was pressed. */
  stop: Message;
  stopped: Message;
  close: Message;
  /** On the button that hides everything by `name`, and the one that takes this back; said once it is done. */
  mute: Message;
  unmute: Message;
  muted: Message;
  unmuted: Message;
  /** In the place of a comment by somebody who is muted, and on the button that shows it. */
  veiled: Message;
  show: Message;
  /** In the reader's own space: over all that holds, where nothing does, over those who are muted, and on the button to more. */
  follows: Message;
  none: Message;
  mutes: Message;
  more: Message;
}
