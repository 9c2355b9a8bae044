import type { VerdictSentences } from './sentences.ts';

export const en: VerdictSentences = {
  held: 'Awaiting approval',
  heldWhy: 'Only you can see this comment until a moderator has read it.',
  forgotten: 'Otherwise you will not find this comment or the decision again once this tab is closed.',
  refused: 'Not published',
  reasons: {
    abuse: 'A moderator found it insulting to others.',
    hate: 'A moderator found that it attacks people for what they are.',
    spam: 'A moderator took it for advertising.',
    'off-topic': 'A moderator found that it is not about this article.',
    illegal: 'A moderator found that the law does not allow it.',
    'private-data': 'It gives away private details of a person.',
    other: 'A moderator decided not to publish it.',
  },
  noteFrom: 'Message from the moderators:',
  approved: 'Your comment has been approved and is now published.',
};
