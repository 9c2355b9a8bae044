import type { Message } from '../format.ts';

/** The page of what goes out: mail to readers and to the team, and what chats are told. */
export interface MailSentences {
  mail: Record<
    | 'letters'
    | 'chats'
    | 'loading'
    | 'failed'
    | 'sent'
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
  /** What a letter is. */
  mailKinds: Record<'confirm' | 'comment' | 'verdict' | 'sign-in' | 'alert', Message>;
}
