/** Numbers that both ends of the wire show or enforce. Lengths of text are in Unicode code points. */
export const NAME_MIN = 3;
export const NAME_MAX = 50;
export const TEXT_MAX = 5000;
export const THREAD_KEY_MAX = 300;
/** Discussions that a socket joins as it connects; more of them one by one afterwards. */
export const JOINED_AT_ONCE_MAX = 10;
export const THREAD_TITLE_MAX = 300;
export const URL_MAX = 2000;
/** An editor's name for a passage of an article; passages of one article whose comments are counted at once. */
export const PASSAGE_KEY_MAX = 64;
export const PASSAGES_MAX = 200;
/** People one comment mentions. */
export const MENTIONS_MAX = 5;
export const NOTE_MAX = 1000;
/** Words that are searched for. */
export const QUERY_MAX = 200;
export const READER_QUERY_MAX = 100;
/** People that are offered to whoever names somebody. */
export const PARTICIPANTS_SIZE = 8;
/** How far ahead a comment can be put aside, days. */
export const SNOOZE_MAX_DAYS = 30;
/** How long a reader can be suspended or looked at first, days; and the longest suspension a moderator alone decides on. */
export const SANCTION_MAX_DAYS = 365;
export const SUSPEND_DAYS = 7;
export const PASSWORD_MIN = 12;
export const PASSWORD_MAX = 200;
/** Passkeys one member of the team may have, and the length of a passkey's name. */
export const PASSKEYS_MAX = 10;
export const PASSKEY_NAME_MAX = 50;
/** Largest request body, bytes. */
export const BODY_MAX_BYTES = 32_768;
/** Root comments on one page of a thread. */
export const PAGE_SIZE = 20;
/** Replies that come with each root comment before "view more replies". */
export const REPLIES_SIZE = 20;
/** Largest page a client may ask for. */
export const PAGE_MAX = 100;
/** Threads whose numbers of comments are read in one request. */
export const COUNTS_MAX = 100;
/** Comments in a feed; and most of them, or of discussions, in a list for a side bar. */
export const FEED_SIZE = 50;
export const SIDE_MAX = 20;
/** How far back the most active discussions are looked for, days. */
export const ACTIVE_DAYS = 7;
/** Comments that stand first in one discussion at most. */
export const PINS_MAX = 3;
/** Comments of one discussion that can be featured at once. */
export const FEATURED_MAX = 50;
/** Emoji a site may offer for reactions to comments, and stars an article can be given. */
export const EMOJIS_MAX = 6;
export const STARS_MAX = 5;
/** Levels of nesting that are drawn; deeper replies stay on the last level with "in reply to". */
export const DEPTH_MAX = 5;
/** How many public changes of a thread are kept to catch up from; beyond that the client reloads the page. */
export const CHANGES_KEPT = 200;
/** Entries in one of a site's own lists (words, hosts), and the length of a word or phrase. */
export const SITE_LIST_MAX = 500;
export const SITE_WORD_MAX = 80;
/** Characters of a site's name, and origins it may be embedded on. */
export const SITE_NAME_MAX = 100;
export const ORIGINS_MAX = 100;
/** Sites a member of the team may be limited to. */
export const SCOPE_MAX = 200;
/** Least and most of every number among a site's settings, by its place there. */
export const SETTING_RANGES = {
  maxLinks: [0, 50],
  newcomerHold: [0, 50],
  closeAfterDays: [0, 3650],
  'refusals.min': [1, 100],
  'refusals.share': [1, 100],
  'refusals.strikes': [0, 100],
  'review.queueReports': [1, 100],
  'review.hideReports': [0, 1000],
  'heat.perMinute': [5, 10_000],
  'heat.times': [1, 100],
  'heat.everySeconds': [5, 3600],
  'heat.min': [5, 10_000],
  'heat.share': [1, 100],
  'readers.maxLength': [100, TEXT_MAX],
  'retention.refusedDays': [0, 3650],
  'retention.addressDays': [0, 3650],
  'retention.withdrawnDays': [1, 365],
  'alerts.olderThanMinutes': [0, 10_080],
  'alerts.longerThan': [0, 10_000],
  'alerts.digestHour': [0, 23],
} as const;
/** Where a site's alerts go. */
export const ALERT_MAILS_MAX = 10;
export const ALERT_WEBHOOKS_MAX = 5;
/** Largest request body that carries a site's settings, bytes: four full lists of words in any script, two of hosts. */
export const SETTINGS_MAX_BYTES = 1_048_576;
/** Comments picked by hand for one act. */
export const BULK_IDS_MAX = 1000;
/** How long an author may edit a comment after posting it, minutes; and appeal after a refusal, days. */
export const EDIT_MINUTES = 15;
export const APPEAL_DAYS = 14;
/** Earlier texts of a comment that are kept. */
export const REVISIONS_KEPT = 10;
/** How long a claim holds unless it is renewed, and how often a console renews it, milliseconds. */
export const CLAIM_MS = 90_000;
export const CLAIM_RENEW_MS = 30_000;
/** Comments on one page of a reader's own. */
export const MINE_SIZE = 20;
/** How long moderators can still read what its author took back where a site says nothing of it, days; then the text is gone for good. */
export const WITHDRAWN_DAYS = 7;
/** Items in the notification list behind the bell. */
export const INBOX_SIZE = 30;
/** What one reader can ask to be told of, what a page of that list holds, and authors one reader can mute. */
export const SUBSCRIPTIONS_MAX = 1000;
export const SUBSCRIPTIONS_SIZE = 50;
export const MUTES_MAX = 500;
/** How long a letter to sign in with is of use, minutes, and how many wrong codes it stands. */
export const SIGN_IN_MINUTES = 10;
export const SIGN_IN_TRIES = 5;
/** Keys in force by which a site's own server vouches for its readers, and providers of accounts beside it. */
export const SITE_KEYS_MAX = 2;
export const SITE_PROVIDERS_MAX = 5;
