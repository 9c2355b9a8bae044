import type { AlertSentences } from './sentences.ts';

export const en: AlertSentences = {
  waits: {
    premod: {
      one: '{n} held comment waits for a moderator, for {age}.',
      other: '{n} held comments wait for a moderator, the oldest for {age}.',
    },
    suspect: {
      one: '{n} published comment waits for a look, for {age}.',
      other: '{n} published comments wait for a look, the oldest for {age}.',
    },
    reported: {
      one: '{n} reported comment waits for a moderator, for {age}.',
      other: '{n} reported comments wait for a moderator, the oldest for {age}.',
    },
    appeal: {
      one: '{n} appeal waits for an answer, for {age}.',
      other: '{n} appeals wait for an answer, the oldest for {age}.',
    },
    escalated: {
      one: '{n} comment passed on waits for an administrator, for {age}.',
      other: '{n} comments passed on wait for an administrator, the oldest for {age}.',
    },
  },
  digest: { one: '{n} comment waits.', other: '{n} comments wait.' },
  digestNone: 'No comment waits.',
  subject: { one: '{site}: {n} comment waits', other: '{site}: {n} comments wait' },
  digestSubject: '{site}: what waits today',
  of: '{site}: {text}',
  minutes: { one: '{n} minute', other: '{n} minutes' },
  hours: { one: '{n} hour', other: '{n} hours' },
  days: { one: '{n} day', other: '{n} days' },
  open: 'Open the console',
  why: 'You get this because your address is among the alerts of {site}. An administrator can take it out in the console, under Rules, Alerts to the team.',
};
