import type { MineSentences } from './sentences.ts';

export const en: MineSentences = {
  close: 'Close',
  tabs: { comments: 'My comments', follows: 'What I follow', account: 'My account' },
  states: { published: 'Published', held: 'Waiting', refused: 'Not published', withdrawn: 'Deleted' },
  wiped: 'Its text is no longer kept.',
  none: 'You have not written anything here yet.',
  more: 'Show older comments',
  untitled: 'A discussion without a title',
  about: 'About “{question}”',
  yours: 'Your data',
  export: 'Download my data',
  exportWhy: 'A file with everything that is kept about you, in JSON.',
  exported: 'Your file is ready.',
  erase: 'Delete all my comments',
  eraseAsk: { one: 'Delete your only comment?', other: 'Delete your {n} comments?' },
  eraseWhy: {
    one: 'Nothing of it stays in sight, except the replies of others. Moderators can read your texts for {n} more day, then they are gone for good.',
    other:
      'Nothing of it stays in sight, except the replies of others. Moderators can read your texts for {n} more days, then they are gone for good.',
  },
  eraseYes: { one: 'Delete {n} comment', other: 'Delete {n} comments' },
  forget: 'Erase everything about me',
  forgetAsk: {
    one: 'Erase your comment, your name, your e-mail address, your reactions, your reports, your notifications, what you follow and whom you have muted?',
    other:
      'Erase your {n} comments, your name, your e-mail address, your reactions, your reports, your notifications, what you follow and whom you have muted?',
  },
  forgetAskNone:
    'Erase your name, your e-mail address, your reactions, your reports, your notifications, what you follow and whom you have muted?',
  forgetWhy:
    'Your texts are erased at once. Only what moderators decided is kept on record, without your name or texts.',
  forgetYes: 'Erase everything',
  goOn: 'Continue',
  sure: 'This cannot be undone. Do you really want to do it?',
  running: 'Deleting: {done} of {n} comments',
  erased: 'Your comments are deleted.',
  forgotten: 'Done: nothing here says who you are any more. The last of your texts are being erased.',
};
