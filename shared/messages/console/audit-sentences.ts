import type { DISCUSSION_ACTS } from '../../discussion.ts';
import type { EVENT_TYPES } from '../../moderation-terms.ts';
import type { Message } from '../format.ts';

/** Kinds of acts that are looked for together. */
export type ActKind =
  | 'approved'
  | 'refused'
  | 'escalated'
  | 'snoozed'
  | 'appeals'
  | 'undone'
  | 'pins'
  | 'features'
  | 'takenOver'
  | 'readers'
  | 'authors'
  | 'rules';

/** Sentences of the page of the audit, and of a comment's history. */
export interface AuditSentences {
  audit: Record<
    | 'title'
    | 'loading'
    | 'failed'
    | 'figuresFailed'
    | 'empty'
    | 'more'
    | 'filter'
    | 'person'
    | 'anyone'
    | 'someone'
    | 'site'
    | 'anySite'
    | 'kinds'
    | 'span'
    | 'always'
    | 'days'
    | 'ofComment'
    | 'ofBatch'
    | 'allComments'
    | 'wholeHistory'
    | 'list'
    | 'discussions'
    | 'export'
    | 'csv'
    | 'json'
    | 'undone'
    | 'open'
    | 'until'
    | 'from'
    | 'note'
    | 'appeal'
    | 'remark'
    | 'noText',
    Message
  >;
  /** What happened; `by` is who did it. */
  events: Record<(typeof EVENT_TYPES)[number], Message>;
  /** Who did it when it was no person of the team. */
  actors: Record<'rule' | 'author' | 'readers' | 'clock', Message>;
  /** What was done about a whole discussion; `by` is who did it. */
  discussionActs: Record<(typeof DISCUSSION_ACTS)[number], Message>;
  kinds: Record<ActKind, Message>;
  colleagues: Record<
    | 'title'
    | 'hint'
    | 'nobody'
    | 'name'
    | 'decisions'
    | 'approved'
    | 'refused'
    | 'other'
    | 'undone'
    | 'undoneOf'
    | 'median'
    | 'hours'
    | 'hoursSum'
    | 'hour',
    Message
  >;
  history: Record<'title' | 'intact' | 'broken' | 'failed', Message>;
}
