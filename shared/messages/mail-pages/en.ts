import type { MailPageSentences } from './sentences.ts';

export const en: MailPageSentences = {
  confirm: {
    heading: 'Confirm your address',
    what: '{address} will get the e-mails you ask for in the comments on {site}.',
  },
  confirmAct: 'Confirm this address',
  confirmed: {
    heading: 'Your address is confirmed',
    what: 'The e-mails you ask for will go to {address}. You can close this page.',
  },
  confirmedBefore: {
    heading: 'This address is already confirmed',
    what: 'There is nothing left to do. You can close this page.',
  },
  confirmGone: {
    heading: 'This address does not wait to be confirmed',
    what: 'It has been removed or replaced since. To get e-mails, give your address in the comments.',
  },
  stop: { heading: 'Stop these e-mails?', what: 'No e-mail will tell you any more about:' },
  stopAct: 'Stop these e-mails',
  stopped: {
    heading: 'You will get no more of these e-mails',
    what: 'The bell in the comments still tells you of what you follow.',
  },
  stopAll: {
    heading: 'Stop all e-mails?',
    what: 'Nothing more will be sent to {address} about comments on {site}, and the address will be forgotten.',
  },
  stopAllAct: 'Stop all e-mails',
  stoppedAll: {
    heading: 'You will get no more e-mails',
    what: 'Your address is forgotten. To get e-mails again, give it in the comments.',
  },
  settings: { heading: 'Your e-mails', what: 'They go to {address} and are about comments on {site}.' },
  noMail: {
    heading: 'No e-mails are sent to you',
    what: 'There is no address. To get e-mails, give yours in the comments.',
  },
  notConfirmed: 'This address is not confirmed yet: the link to do so is in the e-mail you got.',
  bounced: 'The last e-mails could not be delivered to this address: nothing is sent there any more.',
  frequency: 'When e-mails come',
  frequencies: {
    instant: 'At once',
    hourly: 'Together, once an hour',
    daily: 'Together, once a day, in the morning',
  },
  quiet: 'Send nothing at certain hours',
  quietFrom: 'From',
  quietTo: 'To',
  quietWhy: 'What happens meanwhile is sent afterwards. Time zone: {zone}.',
  quietWrong: 'Please give a time to begin and a time to end.',
  news: 'Also write to me what becomes of my own comments',
  save: 'Save',
  saved: 'Saved.',
  follows: 'What you follow',
  followsNothing: 'You do not follow anything at the moment.',
  kinds: {
    thread: 'New comments on “{title}”',
    answers: 'Replies to your comments',
    comment: 'Replies to the comment by {name} on “{title}”',
    commentOfNobody: 'Replies to a comment on “{title}”',
    author: 'Comments by {name}',
    authorNobody: 'Comments by somebody',
    own: 'What becomes of your own comments',
  },
  mailOff: 'Stop e-mails',
  mailOn: 'Get e-mails, too',
  more: 'Show more',
  appeal: 'Appeal against the decision of the moderators',
  appealSent: {
    heading: 'Your appeal is sent',
    what: 'Another moderator will read your comment again. The answer will appear in the comments, beside yours.',
  },
  appealClosed: 'This decision cannot be appealed',
  forged: {
    heading: 'This link leads nowhere',
    what: 'It is incomplete or has been changed. Open it straight from the e-mail, or copy all of it.',
  },
  expired: {
    heading: 'This link has expired',
    what: 'Links in e-mails only work for some time. Open the one in a more recent e-mail, or go to the comments on the site.',
  },
  failed: {
    heading: 'That did not work',
    what: 'Something went wrong on our side. Please try again in a moment.',
  },
};
