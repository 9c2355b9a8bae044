import type { Hint } from '../../nudge.ts';
import type { Message } from '../format.ts';

/** What an author is told before posting, in a tone that helps: they may not know what the rules are. */
export interface NudgeSentences {
  /** Before the words. */
  lead: Message;
  /** `n` is how many links the site lets pass. */
  links: Message;
  shouting: Message;
  /** The comment is in a language for which it waits. */
  language: Message;
  /** Kinds of words, beside each. */
  kinds: Record<Exclude<Hint['reason'], 'links' | 'shouting' | 'language'>, Message>;
  inName: Message;
  rewrite: Message;
  anyway: Message;
}
