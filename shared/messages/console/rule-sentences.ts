import type { PHASES } from '../../moderation-terms.ts';
import type { Level, RuleId } from '../../moderation.ts';
import type { Message } from '../format.ts';

/** What the rules found, and how grave it is, in words. */
export interface RuleSentences {
  rules: Record<RuleId, Message>;
  /** What a rule found, as a whole sentence. */
  findings: Record<
    | 'word'
    | 'disguised'
    | 'unread'
    | 'too-many'
    | 'denied-host'
    | 'other-host-shown'
    | 'punycode'
    | 'own'
    | 'thread'
    | 'site'
    | 'other-language'
    | 'newcomer'
    | 'unreadable'
    | 'shouting'
    | 'flood'
    | 'passage'
    | 'mentions'
    | 'drawing'
    | 'emoji'
    | 'piled-marks'
    | 'near-own'
    | 'near-thread'
    | 'near-site'
    | 'refused-often'
    | 'strikes'
    | 'read-first'
    | 'slow'
    | 'premod'
    | 'homonym'
    | 'masked'
    | 'site-refuse'
    | 'site-hold'
    | 'site-mask'
    | 'site-disguised',
    Message
  >;
  categories: Record<'profanity' | 'insult' | 'slur' | 'sexual' | 'threat', Message>;
  severities: Record<'mild' | 'strong' | 'extreme', Message>;
  /** How a word was disguised. */
  disguises: Record<'stretched' | 'leet' | 'masked' | 'spelled' | 'cut', Message>;
  /** Names of the facts a rule gives beside a hit; a fact without a name here is shown by its key. */
  details: Record<string, Message>;
  /** Names of the parts a priority is made of; a part without a name here is shown by its key. */
  parts: Record<string, Message>;
  levels: Record<Level, Message>;
  phases: Record<(typeof PHASES)[number], Message>;
}
