/**
 * The vocabulary of moderation as plain constants. Browsers need the lists at run time, and the schemas beside them would
 * bring a whole validation library along.
 */

/**
 * What a check may conclude, from harmless to certain. Levels combine by maximum:
 * pass: publish; note: publish, remember why; suspect: publish and queue; hold: hide and queue; reject: hide, closed.
 */
export const LEVELS = ['pass', 'note', 'suspect', 'hold', 'reject'] as const;

/** What the words of one severity may lead to: a level, or publishing with the word masked for readers. */
export const SEVERITY_ACTIONS = ['pass', 'note', 'mask', 'suspect', 'hold', 'reject'] as const;

/** What becomes of the comments of authors who were often refused. */
export const REFUSAL_LEVELS = ['pass', 'suspect', 'hold'] as const;

/** Languages that have a word list of their own (services/moderation/lexicons), ISO 639-1. */
export const WORD_LANGUAGES = ['fr', 'en', 'tr', 'ar', 'de', 'es', 'it', 'pt', 'ru'] as const;

/** What becomes of comments in a language nobody here is said to read. */
export const OTHER_LANGUAGE_LEVELS = ['pass', 'suspect', 'hold'] as const;

/** A site's own lists of words: what each does with a comment that holds one. `allow` beats all others, and the lexicons. */
export const WORD_LISTS = ['refuse', 'hold', 'mask', 'allow'] as const;

/** 'admit' is what verdicts from before the rules of shape had a phase of their own say. */
export const PHASES = ['admit', 'lexicon', 'links', 'repeat', 'shape', 'language', 'author', 'heat'] as const;

/** The rules; each has its name in every language of the console, and its findings a sentence. */
export const RULE_IDS = [
  'shape',
  'lexicon',
  'site-words',
  'links',
  'repeat',
  'languages',
  'newcomer',
  'refusals',
  'sanction',
  'heat',
] as const;

/** Which part of the comment a hit was found in; `link` is the address of a link in the body. */
export const FIELDS = ['body', 'name', 'link'] as const;

export const VISIBILITIES = ['visible', 'hidden', 'erased'] as const;

export const REVIEWS = ['none', 'open', 'escalated', 'closed'] as const;

/**
 * Where a comment waits for a person: held before anyone reads it; published and doubtful; reported by readers; refused and
 * appealed against; passed on to an admin.
 */
export const REVIEW_QUEUES = ['premod', 'suspect', 'reported', 'appeal', 'escalated'] as const;

/** What a moderator may decide about a comment. The last two answer an appeal. */
export const ACTIONS = ['approve', 'refuse', 'spam', 'escalate', 'snooze', 'uphold', 'overturn'] as const;

/** Why a comment waits no more: a person's decision, the rules', or its author's. */
export const OUTCOMES = ['approved', 'refused', 'rejected', 'withdrawn', 'erased'] as const;

/** What became of a reader's report: the comment was refused, or a moderator found nothing wrong with it. */
export const REPORT_OUTCOMES = ['upheld', 'dismissed'] as const;

/** Whether opening a card claims it, and whether deciding needs a claim. */
export const CLAIM_MODES = ['off', 'auto', 'required'] as const;

/** Why a person refused a comment; shown to its author in words. */
export const REASON_CODES = ['abuse', 'hate', 'spam', 'off-topic', 'illegal', 'private-data', 'other'] as const;

/**
 * What moderators may do about a reader, from mild to grave: tell them, look at each of their comments first, keep them from
 * posting for a time, or for good.
 */
export const SANCTION_KINDS = ['warn', 'premod', 'suspend', 'ban'] as const;

/** How readers may vote on comments. */
export const VOTE_MODES = ['both', 'likes', 'none'] as const;

/** Whether guests are asked for an e-mail address, and have to give one. */
export const EMAIL_MODES = ['off', 'optional', 'required'] as const;

export const EVENT_TYPES = [
  'auto_published',
  'auto_flagged',
  'auto_held',
  'auto_rejected',
  'approved',
  'rejected',
  'escalated',
  'snoozed',
  'woken',
  'taken_over',
  'flagged',
  'appealed',
  'appeal_upheld',
  'overturned',
  'edited',
  'withdrawn',
  'erased',
  'undone',
  'pinned',
  'unpinned',
  'featured',
  'unfeatured',
] as const;

/** What people decide, among the events. */
export const DECISION_TYPES = [
  'approved',
  'rejected',
  'escalated',
  'snoozed',
  'appeal_upheld',
  'overturned',
] as const satisfies readonly (typeof EVENT_TYPES)[number][];
