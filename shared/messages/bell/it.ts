import type { BellSentences } from './sentences.ts';

export const it: BellSentences = {
  none: 'Non ci sono ancora notifiche. Le risposte ai tuoi commenti appariranno qui.',
  nowhere: 'L’indirizzo di questo articolo non è noto.',
  untitled: 'Una discussione senza titolo',
  followed: '{name}, che segui,',
  told: {
    reply: '{who} ti ha risposto.',
    replyThread: '{who} ti ha risposto in una discussione che segui.',
    replyMention: '{who} ti ha risposto e ti menziona.',
    replyMentionThread: '{who} ti ha risposto e ti menziona in una discussione che segui.',
    mention: '{who} ti ha menzionato.',
    mentionThread: '{who} ti ha menzionato in una discussione che segui.',
    mentionBranch: '{who} ti ha menzionato in una conversazione che segui.',
    branch: '{who} ha risposto in una conversazione che segui.',
    thread: '{who} ha scritto in una discussione che segui.',
    author: '{who} ha pubblicato un commento.',
  },
  report: 'La tua segnalazione è stata esaminata.',
  upheld: 'Il commento è stato rimosso. Grazie.',
  dismissed: 'Il commento resta pubblicato perché rispetta le regole.',
  verdicts: {
    held: 'Il tuo commento ora attende che la moderazione lo legga.',
    published: 'Il tuo commento è pubblicato.',
    refused: 'Il tuo commento è stato rifiutato.',
  },
  appeal: 'Apri il commento per rileggerlo o per contestare la decisione.',
  unread: 'non letta',
  readAll: 'Segna tutte come lette',
  more: 'Mostra le notifiche meno recenti',
};
