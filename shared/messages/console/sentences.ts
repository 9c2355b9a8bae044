import type { REVIEW_QUEUES } from '../../moderation-terms.ts';
import type { ReasonCode, Visibility } from '../../moderation.ts';
import type { Role } from '../../identity.ts';
import type { Message } from '../format.ts';
import type { AccountSentences } from './account-sentences.ts';
import type { AuditSentences } from './audit-sentences.ts';
import type { BulkSentences } from './bulk-sentences.ts';
import type { DeskSentences } from './desk-sentences.ts';
import type { DiscussionSentences } from './discussion-sentences.ts';
import type { MailSentences } from './mail-sentences.ts';
import type { PeopleSentences } from './people-sentences.ts';
import type { RuleSentences } from './rule-sentences.ts';
import type { SearchSentences } from './search-sentences.ts';
import type { SettingsSentences } from './settings-sentences.ts';
import type { SiteAdminSentences } from './site-admin-sentences.ts';
import type { SitesSentences } from './sites-sentences.ts';
import type { TeamSentences } from './team-sentences.ts';

/** Every sentence of the moderators' page. A sentence that is missing in one language does not compile. */
export interface ConsoleSentences
  extends
    AccountSentences,
    AuditSentences,
    BulkSentences,
    DeskSentences,
    DiscussionSentences,
    MailSentences,
    PeopleSentences,
    RuleSentences,
    SearchSentences,
    SettingsSentences,
    SitesSentences,
    SiteAdminSentences,
    TeamSentences {
  page: Record<
    | 'review'
    | 'title'
    | 'titleWaiting'
    | 'loading'
    | 'skip'
    | 'skipToContent'
    | 'close'
    | 'cancel'
    | 'tryAgain'
    | 'unreachable',
    Message
  >;
  /** The pages of the console, by what stands for each in the address. */
  pages: Record<'queue' | 'search' | 'people' | 'audit' | 'rules' | 'sites' | 'team' | 'mail' | 'account', Message>;
  bar: Record<
    | 'waiting'
    | 'oldest'
    | 'pages'
    | 'menu'
    | 'language'
    | 'theme'
    | 'shortcuts'
    | 'shortcutsOn'
    | 'signOut'
    | 'refresh',
    Message
  >;
  themes: Record<'auto' | 'light' | 'dark', Message>;
  roles: Record<Role, Message>;
  connection: Record<'connecting' | 'live' | 'polling' | 'offline' | 'pollingLead' | 'offlineLead', Message>;
  list: Record<
    | 'title'
    | 'loading'
    | 'more'
    | 'moreFailed'
    | 'stale'
    | 'besideStale'
    | 'empty'
    | 'emptyLead'
    | 'failed'
    | 'attention'
    | 'moreReasons'
    | 'show'
    | 'quoted'
    | 'unsent'
    | 'back',
    Message
  >;
  /** How a row stands that does not simply wait. */
  standings: Record<'sending' | 'failed' | 'changed' | 'settled' | 'gone', Message>;
  card: Record<
    | 'title'
    | 'untitled'
    | 'noLink'
    | 'passage'
    | 'question'
    | 'parent'
    | 'text'
    | 'noText'
    | 'posted'
    | 'waitingSince'
    | 'about'
    | 'authorRecord'
    | 'published'
    | 'refused'
    | 'firstComment'
    | 'site'
    | 'queue'
    | 'rules'
    | 'revision'
    | 'verdict'
    | 'verdictDetail'
    | 'none',
    Message
  >;
  reasons: Record<
    | 'title'
    | 'none'
    | 'nonePremod'
    | 'matched'
    | 'inName'
    | 'inLink'
    | 'version'
    | 'jump'
    | 'back'
    | 'failed'
    | 'slow'
    | 'yes'
    | 'no',
    Message
  >;
  queues: Record<(typeof REVIEW_QUEUES)[number], Message>;
  visibility: Record<Visibility, Message>;
  decide: Record<
    | 'title'
    | 'sending'
    | 'why'
    | 'whyHint'
    | 'note'
    | 'noteHint'
    | 'noteTooLong'
    | 'retry'
    | 'dismiss'
    | 'kept'
    | 'resent'
    | 'choiceRefuse'
    | 'choiceSnooze',
    Message
  >;
  codes: Record<ReasonCode, Message>;
  outcome: Record<
    | 'approved'
    | 'refused'
    | 'approvedByMe'
    | 'refusedByMe'
    | 'byRule'
    | 'byAuthor'
    | 'withdrawn'
    | 'code'
    | 'note'
    | 'unsentNote'
    | 'done'
    | 'changed'
    | 'gone'
    | 'today'
    | 'otherDay',
    Message
  >;
  keys: Record<
    | 'title'
    | 'next'
    | 'previous'
    | 'approve'
    | 'refuse'
    | 'reason'
    | 'reasonAdd'
    | 'send'
    | 'writeNote'
    | 'writeRemark'
    | 'spam'
    | 'escalate'
    | 'snooze'
    | 'undo'
    | 'takeOver'
    | 'tab'
    | 'filter'
    | 'moreByAuthor'
    | 'moreInThread'
    | 'clear'
    | 'pick'
    | 'actOnPicked'
    | 'veil'
    | 'cancel'
    | 'open'
    | 'refresh'
    | 'done'
    | 'help'
    | 'deciding'
    | 'moving'
    | 'choosing'
    | 'hint'
    | 'off'
    | 'keyEnter'
    | 'keyEscape'
    | 'keyShift',
    Message
  >;
}
