import type { AwayReason } from '../../console-mail.ts';
import type { Message } from '../format.ts';

/** The page of what goes out: mail to readers and to the team, and what chats are told. */
export interface MailSentences {
  mail: Record<
    | 'letters'
    | 'chats'
    | 'loading'
    | 'failed'
    | 'sent'
    | 'waits'
    | 'kept'
    | 'openKept'
    | 'none'
    | 'howTo'
    | 'chatsLead'
    | 'counted'
    | 'dead'
    | 'noneDead'
    | 'givenUp'
    | 'retry'
    | 'drop'
    | 'retried'
    | 'dropped'
    | 'more',
    Message
  >;
  mailStates: Record<'waiting' | 'sent' | 'dead' | 'dropped', Message>;
  /** The mail server is not to be talked to since `when`. */
  mailAway: Record<AwayReason, Message>;
  /** What a letter is. */
  mailKinds: Record<'confirm' | 'comment' | 'verdict' | 'sign-in' | 'alert', Message>;
}
