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
  bounced:
    'This address refused our e-mails: nothing is sent there any more. You can have it tried again here, or give another one in the comments.',
  retry: 'Try this address again',
  frequency: 'When e-mails come',
  frequencies: {
    instant: 'At once',
    hourly: 'Together, once an hour',
    daily: 'Together, once a day',
  },
  frequencyWrong: 'Please choose when e-mails come.',
  dailyAt: 'Time of the daily e-mail',
  dailyWrong: 'Please give the time of the daily e-mail, such as 08:00.',
  zone: 'Time zone',
  zoneWhy: 'All times on this page are by its clock.',
  zoneWrong: 'Please choose a time zone from the list.',
  quiet: 'Send nothing at certain hours',
  quietFrom: 'From',
  quietTo: 'To',
  quietWhy: 'What happens meanwhile is sent afterwards.',
  quietWrong: 'Please give a time to begin and a time to end.',
  news: 'Also write to me what becomes of my own comments',
  save: 'Save',
  saved: 'Saved.',
  notSaved: 'Nothing was saved: something below needs another look.',
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
  tooLarge: {
    heading: 'That was too much',
    what: 'What you sent is too long for us to take. Nothing was changed. Please go back and shorten it.',
  },
  unreadable: {
    heading: 'That could not be read',
    what: 'What was sent is not a form of this page. Nothing was changed. Please open the link in the e-mail again.',
  },
  wrongMethod: {
    heading: 'That is not possible here',
    what: 'Nothing was changed. Please open the link in the e-mail again, and use the buttons on the page.',
  },
  tooOften: {
    heading: 'That was a little often',
    what: 'Nothing was changed. Please wait a few minutes, then try again.',
  },
};
