import type { Hit, Level, Phase } from '../../shared/moderation.ts';

/** How grave a lexicon entry is; a site decides which level each leads to. */
export type Severity = 'mild' | 'strong' | 'extreme';

/** What a site may set about moderation. Every rule reads its numbers from here, never from a constant of its own. */
export interface ModerationSettings {
  /** Every comment waits for a person, whatever the verdict. Read by the transition, not by a rule. */
  readonly premod: boolean;
  /** The first n comments of an author wait for a person; 0 switches it off. */
  readonly newcomerHold: number;
  /** More links than this in one comment wait for a person. Links to `allowedHosts` are not counted. */
  readonly maxLinks: number;
  /** Host names whose links (and those of their subdomains) wait for a person. */
  readonly deniedHosts: readonly string[];
  /** Host names that are trusted: not counted, not compared. A denied host stays denied. */
  readonly allowedHosts: readonly string[];
  readonly severityLevels: Readonly<Record<Severity, Level>>;
}

/** Everything a rule may know. Facts that need the database (repeats, approvals) are looked up before and handed in. */
export interface ModerationContext {
  /** Revision of the text the verdict will be about. */
  readonly rev: number;
  /** BCP 47 tag of the thread. */
  readonly lang: string;
  /** BCP 47 tag of the site; its words are looked for as well. */
  readonly siteLang: string;
  /** The original text, as the author sent it: spans count in its UTF-16 units. */
  readonly body: string;
  readonly name: string;
  readonly links: readonly { readonly href: string; readonly text: string }[];
  readonly author: { readonly isStaff: boolean; readonly approvedCount: number; readonly knownSince: Date | null };
  /** How many recent comments have exactly this text hash: by the author, in the thread, on the site (by others). */
  readonly repeats: { readonly own: number; readonly thread: number; readonly site: number };
  readonly settings: ModerationSettings;
}

/** What a rule says; the pipeline adds which rule said it. */
export type Finding = Omit<Hit, 'ruleId' | 'ruleV' | 'phase'>;

/** One check. Pure: the same context gives the same findings. */
export interface Rule {
  readonly id: string;
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
