import type { SubscribeSentences } from './sentences.ts';

export const en: SubscribeSentences = {
  title: 'What would you like to follow?',
  wishes: {
    thread: 'Tell me of every new comment',
    answers: 'Tell me of replies to my comments',
    comment: 'Tell me of replies to this comment',
    author: 'Tell me of every comment by {name}',
  },
  how: 'The bell tells you, under this article and every other.',
  keepWhy: 'Otherwise nothing is told to you once this tab is closed.',
  mail: 'Write to me by e-mail, too',
  holds: {
    thread: 'You are told of every new comment in this discussion.',
    answers: 'You are told of replies to your comments.',
    comment: 'You are told of replies to a comment by {name}.',
    author: 'You are told of every comment by {name}.',
  },
  nameless: {
    comment: 'You are told of replies to a comment.',
    author: 'You are told of every comment by somebody.',
  },
  byMail: 'You get an e-mail, too.',
  mailWaits: 'E-mail comes once you have confirmed your address.',
  mailBack: 'E-mail to your address comes back to us.',
  stop: 'Stop',
  stopped: 'You are not told of that any more.',
  close: 'Close',
  mute: 'Do not show me comments by {name}',
  unmute: 'Show me comments by {name} again',
  muted: 'Comments by {name} are folded away from now on. You find the name in your own space.',
  unmuted: 'Comments by {name} are shown again.',
  veiled: 'A comment by somebody you have muted',
  show: 'Show',
  none: 'You do not follow anything yet.',
  mutes: 'People you have muted',
  more: 'Show more',
};
