import type { SEVERITY_ACTIONS, WORD_LISTS } from '../../moderation-terms.ts';
import type { Message } from '../format.ts';

type List = (typeof WORD_LISTS)[number];

/** The page of a site's rules, and the box to try them in. */
export interface SettingsSentences {
  settings: Record<
    | 'title'
    | 'open'
    | 'site'
    | 'loading'
    | 'failed'
    | 'none'
    | 'readOnly'
    | 'lastChange'
    | 'unchanged'
    | 'words'
    | 'wordsHint'
    | 'count'
    | 'lexicons'
    | 'lexiconsHint'
    | 'links'
    | 'maxLinks'
    | 'maxLinksHint'
    | 'deniedHosts'
    | 'deniedHostsHint'
    | 'allowedHosts'
    | 'allowedHostsHint'
    | 'authors'
    | 'premod'
    | 'newcomerHold'
    | 'newcomerHoldHint'
    | 'save'
    | 'saving'
    | 'saved'
    | 'discard'
    | 'unsaved'
    | 'merged'
    | 'fault'
    | 'moreFaults'
    | 'leave'
    | 'leaveLead'
    | 'leaveAnyway'
    | 'stay',
    Message
  >;
  wordLists: Record<List, Message>;
  wordListHints: Record<List, Message>;
  severityActions: Record<(typeof SEVERITY_ACTIONS)[number], Message>;
  tryout: Record<
    | 'title'
    | 'lead'
    | 'text'
    | 'name'
    | 'nothing'
    | 'faulty'
    | 'readers'
    | 'reasons'
    | 'published'
    | 'flagged'
    | 'held'
    | 'refused',
    Message
  >;
}
