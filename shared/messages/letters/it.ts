import type { LetterSentences } from './sentences.ts';

// The date stands by itself: before a day the article would change with the number ("al 7", "all’8").
export const it: LetterSentences = {
  subjects: {
    reply: '{name} ha risposto al tuo commento su «{title}»',
    mention: '{name} ti ha menzionato in un commento su «{title}»',
    branch: '{name} continua una conversazione che segui su «{title}»',
    author: '{name} ha pubblicato un commento su «{title}»',
    thread: 'Nuovo commento di {name} su «{title}»',
  },
  told: {
    reply: '{name} ha risposto al tuo commento.',
    mention: '{name} ti ha menzionato in un commento.',
    branch: '{name} ha continuato una conversazione che segui.',
    author: 'Segui {name}: c’è un nuovo commento.',
    thread: '{name} ha pubblicato un commento in una discussione che segui.',
  },
  also: {
    mention: 'Vi compare anche il tuo nome.',
    branch: 'Continua anche una conversazione che segui.',
    author: 'Segui anche la persona che lo ha scritto.',
    thread: 'Segui anche tutta la discussione.',
  },
  read: 'Leggi e rispondi',
  digestSubject: {
    one: '{n} nuovo commento per te su {site}',
    many: '{n} di nuovi commenti per te su {site}',
    other: '{n} nuovi commenti per te su {site}',
  },
  digest: {
    one: '{n} nuovo commento ti aspetta su {site}.',
    many: '{n} di nuovi commenti ti aspettano su {site}.',
    other: '{n} nuovi commenti ti aspettano su {site}.',
  },
  confirmSubject: 'Conferma il tuo indirizzo e-mail per {site}',
  confirm:
    'Qualcuno, probabilmente tu, ha chiesto che le novità sui commenti di {site} arrivino a questo indirizzo. Se sei d’accordo, conferma che l’indirizzo è tuo.',
  confirmAct: 'Conferma questo indirizzo',
  confirmElse: {
    one: 'Il link vale {n} giorno. Se la richiesta non è tua, non devi fare nulla: senza conferma non verrà inviato altro e l’indirizzo sarà dimenticato.',
    many: 'Il link vale {n} di giorni. Se la richiesta non è tua, non devi fare nulla: senza conferma non verrà inviato altro e l’indirizzo sarà dimenticato.',
    other:
      'Il link vale {n} giorni. Se la richiesta non è tua, non devi fare nulla: senza conferma non verrà inviato altro e l’indirizzo sarà dimenticato.',
  },
  signInSubject: '{code} è il tuo codice per {site}',
  signIn: 'Qualcuno, probabilmente tu, vuole accedere ai commenti di {site} con questo indirizzo. Ecco il codice:',
  signInAct: 'Torna alla pagina e accedi da lì',
  signInElse: {
    one: 'Il codice vale {n} minuto e una sola volta. Se la richiesta non viene da te, non c’è nulla da fare: senza il codice nessuno può accedere con il tuo indirizzo. Non comunicarlo a nessuno.',
    many: 'Il codice vale {n} di minuti e una sola volta. Se la richiesta non viene da te, non c’è nulla da fare: senza il codice nessuno può accedere con il tuo indirizzo. Non comunicarlo a nessuno.',
    other:
      'Il codice vale {n} minuti e una sola volta. Se la richiesta non viene da te, non c’è nulla da fare: senza il codice nessuno può accedere con il tuo indirizzo. Non comunicarlo a nessuno.',
  },
  verdictSubjects: {
    held: 'La moderazione rilegge il tuo commento su «{title}»',
    published: 'Il tuo commento su «{title}» è pubblicato',
    refused: 'Il tuo commento su «{title}» non è pubblicato',
  },
  verdicts: {
    held: 'La moderazione sta rileggendo il tuo commento. Finché non avrà deciso, lo vedi solo tu.',
    published: 'La moderazione ha riletto il tuo commento: ora è visibile a tutti.',
    refused: 'La moderazione ha deciso di non pubblicare il tuo commento.',
  },
  yours: 'Avevi scritto:',
  appealUntil: 'Se pensi che sia un errore, puoi contestare questa decisione. Ultimo giorno per farlo: {date}.',
  appealAct: 'Contesta questa decisione',
  why: {
    thread: 'Ricevi questa e-mail perché segui questa discussione.',
    answers: 'Ricevi questa e-mail perché hai chiesto di sapere quando qualcuno ti risponde.',
    comment: 'Ricevi questa e-mail perché segui le risposte a un commento di questa discussione.',
    author: 'Ricevi questa e-mail perché segui {name}.',
    own: 'Ricevi questa e-mail perché riguarda un commento che hai scritto.',
    several: 'Ricevi questa e-mail perché segui dei commenti su {site}.',
  },
  stop: 'Non ricevere più queste e-mail',
  stopAll: 'Non ricevere più nessuna e-mail da {site}',
  settings: 'Scegli quali e-mail ricevere',
};
