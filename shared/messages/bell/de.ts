import type { BellSentences } from './sentences.ts';

export const de: BellSentences = {
  none: 'Noch keine Benachrichtigungen. Antworten auf Ihre Kommentare erscheinen hier.',
  nowhere: 'Die Adresse dieses Artikels ist nicht bekannt.',
  untitled: 'Eine Diskussion ohne Titel',
  followed: '{name}, eine Person, der Sie folgen,',
  told: {
    reply: '{who} hat Ihnen geantwortet.',
    replyThread: '{who} hat Ihnen in einer Diskussion geantwortet, der Sie folgen.',
    replyMention: '{who} hat Ihnen geantwortet und erwähnt Sie.',
    replyMentionThread: '{who} hat Ihnen in einer Diskussion geantwortet, der Sie folgen, und erwähnt Sie.',
    mention: '{who} hat Sie erwähnt.',
    mentionThread: '{who} hat Sie in einer Diskussion erwähnt, der Sie folgen.',
    mentionBranch: '{who} hat Sie in einem Gespräch erwähnt, dem Sie folgen.',
    branch: '{who} hat in einem Gespräch geantwortet, dem Sie folgen.',
    thread: '{who} hat in einer Diskussion geschrieben, der Sie folgen.',
    author: '{who} hat einen Kommentar veröffentlicht.',
  },
  report: 'Ihre Meldung wurde geprüft.',
  upheld: 'Der Kommentar wurde entfernt. Vielen Dank.',
  dismissed: 'Der Kommentar bleibt stehen, denn er verstößt nicht gegen die Regeln.',
  verdicts: {
    held: 'Ihr Kommentar wartet nun darauf, dass die Moderation ihn liest.',
    published: 'Ihr Kommentar ist veröffentlicht.',
    refused: 'Ihr Kommentar wurde abgelehnt.',
  },
  appeal: 'Öffnen Sie den Kommentar, um ihn noch einmal zu lesen oder der Entscheidung zu widersprechen.',
  unread: 'ungelesen',
  readAll: 'Alle als gelesen markieren',
  more: 'Ältere Benachrichtigungen anzeigen',
};
