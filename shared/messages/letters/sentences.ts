import type { NoticeReason, VerdictOutcome } from '../../notification.ts';
import type { SubscriptionKind } from '../../subscription.ts';
import type { Message } from '../format.ts';

/**
 * What letters say. Names and titles come isolated, whichever direction they are written in. `{title}` is that of the article, or
 * the name of the site where nobody has said it.
 */
export interface LetterSentences {
  /** Of one comment, by the strongest reason. */
  subjects: Record<NoticeReason, Message>;
  /** The first sentence about a comment, by the strongest reason; and one for each other reason, behind it. */
  told: Record<NoticeReason, Message>;
  also: Record<Exclude<NoticeReason, 'reply'>, Message>;
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
  /** With a code to sign in with, which stands below `signIn`, and perhaps a link; both are good for `n` minutes. */
  signInSubject: Message;
  signIn: Message;
  signInAct: Message;
  signInElse: Message;
  /** About one's own comment; above its words. */
  verdictSubjects: Record<VerdictOutcome, Message>;
  verdicts: Record<VerdictOutcome, Message>;
  yours: Message;
  appealUntil: Message;
  appealAct: Message;
  /** Why this letter came, by what was subscribed to; `own` for what is about one's own comment, `several` for all together. */
  why: Record<SubscriptionKind | 'own' | 'several', Message>;
  stop: Message;
  stopAll: Message;
  settings: Message;
}
