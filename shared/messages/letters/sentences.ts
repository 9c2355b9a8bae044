import type { SUBSCRIPTION_KINDS } from '../../subscription.ts';
import type { Message } from '../format.ts';

/** Why somebody is told of a comment. */
export type ToldReason = 'reply' | 'mention' | 'branch' | 'author' | 'thread';
export type ToldOutcome = 'held' | 'published' | 'refused';

/**
 * What letters say. Names and titles come isolated, whichever direction they are written in. `{title}` is that of the article, or
 * the name of the site where nobody has said it.
 */
export interface LetterSentences {
  /** Of one comment, by the strongest reason. */
  subjects: Record<ToldReason, Message>;
  /** The first sentence about a comment, by the strongest reason; and one for each other reason, behind it. */
  told: Record<ToldReason, Message>;
  also: Record<Exclude<ToldReason, 'reply'>, Message>;
  /** Leads to the comment. */
  read: Message;
  /** Of `n` comments. */
  digestSubject: Message;
  digest: Message;
  /** Asks about an address; the link is good for `n` days. */
  confirmSubject: Message;
  confirm: Message;
  confirmAct: Message;
  confirmElse: Message;
  /** About one's own comment; above its words. */
  verdictSubjects: Record<ToldOutcome, Message>;
  verdicts: Record<ToldOutcome, Message>;
  yours: Message;
  appealUntil: Message;
  appealAct: Message;
  /** Why this letter came, by what was subscribed to; `own` for what is about one's own comment, `several` for all together. */
  why: Record<(typeof SUBSCRIPTION_KINDS)[number] | 'own' | 'several', Message>;
  stop: Message;
  stopAll: Message;
  settings: Message;
}
