import type { StandingSentences } from './sentences.ts';

export const en: StandingSentences = {
  suspended: 'You cannot write comments until {until}.',
  banned: 'You can no longer write comments on this site.',
  warned: 'The moderators have sent you a warning.',
  premod: 'A moderator reads each of your comments before it appears.',
  premodUntil: 'Until {until}, a moderator reads each of your comments before it appears.',
  why: 'Reason: {why}.',
  noteFrom: 'Message from the moderators:',
  confirmWhy: 'You can write again as soon as you have confirmed that you have read it.',
  confirm: 'I have read this warning',
  failed: 'That did not work. Please try again.',
  free: 'You can write comments again.',
  reasons: {
    abuse: 'insulting other people',
    hate: 'hateful remarks',
    spam: 'advertising',
    'off-topic': 'off-topic comments',
    illegal: 'remarks against the law',
    'private-data': 'disclosing private information',
    other: 'not keeping to the rules of this site',
  },
};
