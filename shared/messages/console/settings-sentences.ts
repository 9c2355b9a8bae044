import type { CLAIM_MODES, EMAIL_MODES, SEVERITY_ACTIONS, VOTE_MODES } from '../../moderation-terms.ts';
import type { Message } from '../format.ts';
import type { SettingLabels } from './setting-labels.ts';

/** The page of a site's rules, and the box to try them in. */
export interface SettingsSentences extends SettingLabels {
  settings: Record<
    | 'title'
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
    | 'languages'
    | 'languagesHint'
    | 'links'
    | 'authors'
    | 'discussions'
    | 'refusals'
    | 'refusalsHint'
    | 'review'
    | 'reviewHint'
    | 'heat'
    | 'heatSlow'
    | 'heatHold'
    | 'writing'
    | 'readers'
    | 'readersHint'
    | 'alerts'
    | 'alertsHint'
    | 'retention'
    | 'retentionHint'
    | 'wipe'
    | 'wipeLead'
    | 'wipeYes'
    | 'save'
    | 'saving'
    | 'saved'
    | 'discard'
    | 'unsaved'
    | 'byDefault'
    | 'fromFile'
    | 'reset'
    | 'on'
    | 'off'
    | 'empty'
    | 'merged'
    | 'fault'
    | 'moreFaults'
    | 'leave'
    | 'leaveLead'
    | 'leaveAnyway'
    | 'stay',
    Message
  >;
  settingChoices: Record<
    (typeof SEVERITY_ACTIONS)[number] | (typeof CLAIM_MODES)[number] | (typeof VOTE_MODES)[number],
    Message
  >;
  /** Whether guests are asked for an e-mail address. */
  emailChoices: Record<(typeof EMAIL_MODES)[number], Message>;
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
