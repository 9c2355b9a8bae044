import type { StandingSentences } from './sentences.ts';

export const de: StandingSentences = {
  suspended: 'Bis {until} können Sie keine Kommentare schreiben.',
  banned: 'Sie können auf dieser Website keine Kommentare mehr schreiben.',
  warned: 'Die Moderation hat Sie verwarnt.',
  premod: 'Jeder Ihrer Kommentare wird von der Moderation gelesen, bevor er erscheint.',
  premodUntil: 'Bis {until} wird jeder Ihrer Kommentare von der Moderation gelesen, bevor er erscheint.',
  why: 'Grund: {why}.',
  noteFrom: 'Nachricht der Moderation:',
  confirmWhy: 'Sobald Sie bestätigen, dass Sie dies gelesen haben, können Sie wieder schreiben.',
  confirm: 'Ich habe die Verwarnung gelesen',
  failed: 'Das hat nicht geklappt. Bitte versuchen Sie es noch einmal.',
  free: 'Sie können wieder Kommentare schreiben.',
  reasons: {
    abuse: 'Beleidigung anderer',
    hate: 'Hassrede',
    spam: 'Werbung',
    'off-topic': 'Kommentare, die nicht zum Thema gehören',
    illegal: 'rechtswidrige Äußerungen',
    'private-data': 'Preisgabe privater Angaben',
    other: 'Verstoß gegen die Regeln dieser Website',
  },
};
