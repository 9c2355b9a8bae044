import type { Hit, Phase, RuleId } from '../../shared/moderation.ts';
import type { SiteSettings } from '../../shared/site.ts';
import type { Link } from '../comments/markdown.ts';
import type { Repeats } from '../comments/screening.ts';
import type { Heat } from '../storage/threads.ts';
import type { Languages } from './text/engine.ts';

/** How grave a lexicon entry is; a site decides which level each leads to. */
export type Severity = 'mild' | 'strong' | 'extreme';

/** Everything a rule may know. Facts that need the database (repeats, what is published) are looked up before and handed in. */
export interface ModerationContext {
  /** Revision of the text the verdict will be about. */
  readonly rev: number;
  /** Which languages' words are looked for, BCP 47. Whoever writes can add to them, never take one away. */
  readonly languages: Languages;
  /** The language the text itself is in, ISO 639-1; null where that is not sure. */
  readonly detected: string | null;
  /** The original text, as the author sent it: spans count in its UTF-16 units. */
  readonly body: string;
  readonly name: string;
  readonly links: readonly Link[];
  /** How many of the author's comments everyone can see; null where the site does not ask, so that nobody counts. */
  readonly author: {
    readonly published: number | null;
    readonly refusals?: Refusals;
    /** A moderator wants to read every comment of the author first: who, and since when (ISO 8601). */
    readonly premod?: { readonly by: string; readonly since: string };
  };
  readonly repeats: Readonly<Repeats>;
  /** How hot the thread is; absent while it is not. */
  readonly heat?: Heat;
  /** What the site may set. A number that is the same for every site is a constant beside its rule. */
  readonly settings: Readonly<SiteSettings>;
}

/** What people decided about the author's comments lately; absent where the site does not ask. */
export interface Refusals {
  readonly decided: number;
  readonly refused: number;
  /** Of these, for abuse or hate. */
  readonly strikes: number;
}

/** What a rule says; the pipeline adds which rule said it. */
export type Finding = Omit<Hit, 'ruleId' | 'ruleV' | 'phase'>;

/** One check. Pure: the same context gives the same findings. */
export interface Rule {
  /** Named in `shared/moderation-terms.ts`, so that no rule is without words in the console. */
  readonly id: RuleId;
  /** Raised whenever the rule's answers change, so that a stored verdict can name what it was judged by. */
  readonly v: number;
  readonly phase: Phase;
  /** What a crash of this rule means for the comment: let it through, queue it, or hide it. */
  readonly onError: 'open' | 'suspect' | 'hold';
  /** Milliseconds this rule may take; more is reported among the verdict's errors. */
  readonly budgetMs: number;
  check(context: ModerationContext): readonly Finding[];
}

/** An ordered set of rules under one version. */
export interface Policy {
  readonly rulesetV: number;
  readonly rules: readonly Rule[];
}
