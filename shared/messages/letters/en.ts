import type { LetterSentences } from './sentences.ts';

export const en: LetterSentences = {
  subjects: {
    reply: '{name} replied to your comment on “{title}”',
    mention: '{name} mentioned you in a comment on “{title}”',
    branch: '{name} continued a conversation you follow on “{title}”',
    author: '{name} posted a comment on “{title}”',
    thread: 'New comment by {name} on “{title}”',
  },
  told: {
    reply: '{name} replied to your comment.',
    mention: '{name} mentioned you in a comment.',
    branch: '{name} continued a conversation you follow.',
    author: '{name}, whom you follow, posted a comment.',
    thread: '{name} posted a comment in a discussion you follow.',
  },
  also: {
    mention: 'It mentions you by name.',
    branch: 'It also continues a conversation you follow.',
    author: 'You also follow the person who wrote it.',
    thread: 'You also follow the whole discussion.',
  },
  read: 'Read and reply',
  digestSubject: {
    one: '{n} new comment for you on {site}',
    other: '{n} new comments for you on {site}',
  },
  digest: {
    one: '{n} new comment is waiting for you on {site}.',
    other: '{n} new comments are waiting for you on {site}.',
  },
  confirmSubject: 'Confirm your e-mail address for {site}',
  confirm:
    'Somebody, probably you, asked for news about comments on {site} to be sent to this address. To agree, confirm that the address is yours.',
  confirmAct: 'Confirm this address',
  confirmElse: {
    one: 'The link works for {n} day. If it was not you, there is nothing to do: without confirmation, nothing else will be sent and the address will be forgotten.',
    other:
      'The link works for {n} days. If it was not you, there is nothing to do: without confirmation, nothing else will be sent and the address will be forgotten.',
  },
  signInSubject: '{code} is your code for {site}',
  signIn: 'Somebody, probably you, wants to sign in to the comments on {site} with this address. This is the code:',
  signInAct: 'Go back to the page and sign in there',
  signInElse: {
    one: 'The code works for {n} minute, and only once. If it was not you, there is nothing to do: without the code nobody can sign in with your address. Do not pass it on to anybody.',
    other:
      'The code works for {n} minutes, and only once. If it was not you, there is nothing to do: without the code nobody can sign in with your address. Do not pass it on to anybody.',
  },
  verdictSubjects: {
    held: 'Moderators are reviewing your comment on “{title}”',
    published: 'Your comment on “{title}” is published',
    refused: 'Your comment on “{title}” is not published',
  },
  verdicts: {
    held: 'Moderators are reviewing your comment. Until they have decided, nobody but you can see it.',
    published: 'Moderators have reviewed your comment: everybody can see it.',
    refused: 'Moderators have decided not to publish your comment.',
  },
  yours: 'You wrote:',
  appealUntil: 'If you think that this is a mistake, you can appeal against the decision until {date}.',
  appealAct: 'Appeal against this decision',
  why: {
    thread: 'You get this e-mail because you follow this discussion.',
    answers: 'You get this e-mail because you asked to know when somebody replies to you.',
    comment: 'You get this e-mail because you follow the replies to a comment in this discussion.',
    author: 'You get this e-mail because you follow {name}.',
    own: 'You get this e-mail because it is about a comment you wrote.',
    several: 'You get this e-mail because you follow comments on {site}.',
  },
  stop: 'Stop these e-mails',
  stopAll: 'Stop all e-mails from {site}',
  settings: 'Choose which e-mails you get',
};
