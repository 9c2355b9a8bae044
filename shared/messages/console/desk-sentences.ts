import type { REVIEW_QUEUES } from '../../moderation-terms.ts';
import type { Action } from '../../moderation.ts';
import type { Message } from '../format.ts';

/** Sentences of the moderators' desk: the parts of the queue, what can be done, who is at what, what stands around a comment. */
export interface DeskSentences {
  /** Parts of the queue, side by side. */
  tabs: Record<'title' | 'all' | 'snoozed' | (typeof REVIEW_QUEUES)[number], Message>;
  ages: Record<'waiting' | 'oldest' | 'p95', Message>;
  filters: Record<
    | 'title'
    | 'open'
    | 'active'
    | 'words'
    | 'wordsHint'
    | 'site'
    | 'sitesFailed'
    | 'lang'
    | 'rule'
    | 'age'
    | 'any'
    | 'older'
    | 'author'
    | 'thread'
    | 'someAuthor'
    | 'someThread'
    | 'remove'
    | 'clear'
    | 'apply'
    | 'moreByAuthor'
    | 'moreInThread'
    | 'empty'
    | 'emptyLead'
    | 'noneAside'
    | 'noneAsideLead'
    | 'showAll',
    Message
  >;
  /** What a button does. */
  actions: Record<Action, Message>;
  /** The same within a sentence. Refusing and putting aside say more. */
  choices: Record<Exclude<Action, 'refuse' | 'snooze'>, Message>;
  /** The same done; a name follows. */
  acts: Record<Action, Message>;
  panels: Record<
    | 'several'
    | 'send'
    | 'remark'
    | 'remarkHint'
    | 'addRemark'
    | 'escalate'
    | 'escalateHint'
    | 'uphold'
    | 'upholdHint'
    | 'snooze'
    | 'snoozeHint'
    | 'hour'
    | 'evening'
    | 'morning'
    | 'week'
    | 'own'
    | 'ownWrong',
    Message
  >;
  done: Record<'title' | 'line' | 'undo' | 'undoing', Message>;
  /** What was wished for a comment and not done. */
  refused: Record<'decide' | 'undo' | 'wake' | 'takeOver', Message>;
  presence: Record<'row' | 'held' | 'lost' | 'takeOver', Message>;
  notes: Record<
    | 'wiped'
    | 'snoozed'
    | 'wake'
    | 'escalated'
    | 'notYours'
    | 'appeal'
    | 'appealOf'
    | 'against'
    | 'own'
    | 'ownLost'
    | 'flags'
    | 'passedOn'
    | 'putAside'
    | 'moved',
    Message
  >;
  around: Record<
    | 'title'
    | 'this'
    | 'nothing'
    | 'failed'
    | 'versions'
    | 'version'
    | 'present'
    | 'earlier'
    | 'removed'
    | 'added'
    | 'changedTo',
    Message
  >;
  /** What readers say about a comment: how much each weighs, and what came of it. */
  reports: Record<'title' | 'nameless' | 'weight' | 'upheld' | 'dismissed', Message>;
  veil: Record<'setting' | 'show' | 'hide' | 'showAny' | 'hideAny', Message>;
  priority: Record<'title' | 'points' | 'level' | 'severity' | 'reasons' | 'flags' | 'reach', Message>;
  /** What is said aloud of what happens on the desk. */
  announce: Record<'done' | 'undone' | 'lost' | 'next' | 'finished' | 'failed' | 'arrived', Message>;
}
