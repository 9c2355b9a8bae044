import type { Hint } from '../../nudge.ts';
import type { Message } from '../format.ts';

/** What an author is told before posting, in a tone that helps: they may not know what the rules are. */
export interface NudgeSentences {
  /** Before the words. */
  lead: Message;
  /** `n` is how many links the site lets pass. */
  links: Message;
  shouting: Message;
  /** Kinds of words, beside each. */
  kinds: Record<Exclude<Hint['reason'], 'links' | 'shouting'>, Message>;
  inName: Message;
  rewrite: Message;
  anyway: Message;
}
