import type { MailSentences } from './sentences.ts';

export const en: MailSentences = {
  title: 'E-mail',
  address: 'E-mail address',
  why: 'Nobody else sees it. One message is sent there for you to confirm it, and nothing else until you have.',
  ask: 'Send me the message',
  asked: 'A message is on its way to {address}. Confirm the address from there.',
  again: 'Send it again',
  sentAgain: 'Another message is on its way to {address}.',
  other: 'Use another address',
  confirmed: 'Your e-mail goes to {address}.',
  bounced:
    '{address} refused our e-mails, so nothing is sent there any more. Give another address, or try this one again.',
  retry: 'Try it again',
  remove: 'Remove this address',
  removed: 'The address has been removed.',
  rhythm: 'How often may we write to you?',
  rhythms: {
    instant: 'Write to me at once',
    hourly: 'Write to me once an hour, with all there is',
    daily: 'Write to me once a day',
  },
  dailyAt: 'Time of the daily e-mail',
  quiet: 'Do not write to me at certain hours',
  quietFrom: 'No e-mail from',
  quietTo: 'E-mail again from',
  news: 'Write to me when a comment of mine is kept back, published or refused',
  saved: 'That is saved.',
};
