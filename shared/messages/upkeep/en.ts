import type { UpkeepSentences } from './sentences.ts';

export const en: UpkeepSentences = {
  reportWhy: 'Why are you reporting this comment?',
  reasons: {
    abuse: 'Insults or personal attacks',
    hate: 'Hate or discrimination',
    spam: 'Advertising',
    'off-topic': 'Off topic',
    illegal: 'Against the law',
    'private-data': 'Private details of a person',
    other: 'Another reason',
  },
  reportNote: 'Details (optional)',
  reportSend: 'Send report',
  reported: 'Thank you, your report has been received.',
  editLabel: 'Your comment',
  save: 'Save',
  edited: 'Your comment has been changed.',
  editedHeld: 'Your comment has been changed. It will appear once a moderator has read it.',
  withdrawAsk: 'Delete this comment for good?',
  withdrawYes: 'Delete',
  withdrawNo: 'Keep it',
  withdrawn: 'Your comment is deleted.',
  appeal: 'Appeal',
  appealLabel: 'Why was it wrong to refuse this comment?',
  appealHint: 'You can appeal once. Somebody else on the moderation team will read your comment again.',
  appealSend: 'Send appeal',
  appeals: {
    open: 'You have appealed. Somebody else on the moderation team will read your comment again.',
    upheld: 'Your appeal was reviewed: the comment stays unpublished.',
    overturned: 'Your appeal was accepted: the comment is published.',
  },
};
