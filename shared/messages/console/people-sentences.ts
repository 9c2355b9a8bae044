import type { SANCTION_KINDS } from '../../moderation-terms.ts';
import type { Message } from '../format.ts';

/** The pages of readers: who they are to moderators, and what is done about them. */
export interface PeopleSentences {
  readers: Record<
    | 'open'
    | 'lead'
    | 'search'
    | 'searchHint'
    | 'site'
    | 'loading'
    | 'sanctioned'
    | 'noneSanctioned'
    | 'found'
    | 'noneFound'
    | 'tooMany'
    | 'more'
    | 'back'
    | 'unnamed'
    | 'alsoNamed'
    | 'until',
    Message
  >;
  person: Record<
    | 'since'
    | 'guest'
    | 'reader'
    | 'names'
    | 'figures'
    | 'counts'
    | 'record'
    | 'noRecord'
    | 'strikes'
    | 'reports'
    | 'strip'
    | 'comments'
    | 'all'
    | 'onlyRefused'
    | 'noComments'
    | 'needsComment'
    | 'flags'
    | 'act'
    | 'actFor'
    | 'sanctions'
    | 'noSanctions'
    | 'by'
    | 'inForce'
    | 'noEnd'
    | 'endsAt'
    | 'lifted'
    | 'replaced'
    | 'read'
    | 'expired'
    | 'forComment'
    | 'textGone'
    | 'note'
    | 'remark'
    | 'lift'
    | 'liftTitle'
    | 'liftLead'
    | 'notes'
    | 'noNotes'
    | 'writeNote'
    | 'noteHint'
    | 'addNote'
    | 'noteAdded'
    | 'done'
    | 'liftedNow',
    Message
  >;
  sanction: Record<'title' | 'kind' | 'length' | 'endless' | 'days' | 'why' | 'whyMissing' | 'impose', Message>;
  sanctionKinds: Record<(typeof SANCTION_KINDS)[number], Message>;
  sanctionHints: Record<(typeof SANCTION_KINDS)[number], Message>;
  commentStates: Record<'published' | 'held' | 'refused' | 'withdrawn' | 'erased', Message>;
}
