import type { MailSentences } from './mail-sentences.ts';

export const mailEn: MailSentences = {
  mail: {
    letters: 'Mail',
    chats: 'Chats',
    loading: 'Loading…',
    failed: 'This could not be loaded.',
    sent: 'Mail goes out by your mail server.',
    kept: 'There is no mail server. This demo keeps its mail instead of sending it.',
    openKept: 'Read the mail it has kept (on this machine only)',
    none: 'Mail is not set up, so readers are offered none and the team is alerted in chats alone.',
    howTo: 'Set {server} and {from} where the service is started, then start it again:',
    chatsLead: 'Alerts that are posted to the chats of your team. Where they go is set under {rules}.',
    counted: 'What is done is counted for 30 days.',
    dead: 'Could not be sent',
    noneDead: 'Nothing: all went out.',
    givenUp: { one: 'Given up {when}, after {n} try.', other: 'Given up {when}, after {n} tries.' },
    retry: 'Send again',
    drop: 'Drop',
    retried: 'Waits to be sent again: {to}.',
    dropped: 'Dropped: {to}.',
    more: 'Older ones',
  },
  mailStates: { waiting: 'Waiting', sent: 'Sent', dead: 'Not sent', dropped: 'Dropped' },
  mailKinds: {
    confirm: 'Asks whether the address is theirs',
    comment: 'News of comments',
    verdict: 'News of their own comment',
    'sign-in': 'Code to sign in with',
    alert: 'Alert to the team',
  },
};
