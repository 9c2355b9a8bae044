import type { SubscribeSentences } from './sentences.ts';

export const it: SubscribeSentences = {
  title: 'Che cosa vuoi seguire?',
  wishes: {
    thread: 'Avvisami di ogni nuovo commento',
    answers: 'Avvisami delle risposte ai miei commenti',
    comment: 'Avvisami delle risposte a questo commento',
    author: 'Avvisami di ogni commento di {name}',
  },
  how: 'Te lo segnala la campanella, sotto questo articolo e sotto tutti gli altri.',
  keepWhy: 'Altrimenti, una volta chiusa questa scheda, non ti sarà più segnalato nulla.',
  mail: 'Scrivimi anche per e-mail',
  holds: {
    thread: 'Ti viene segnalato ogni nuovo commento di questa discussione.',
    answers: 'Ti vengono segnalate le risposte ai tuoi commenti.',
    comment: 'Ti vengono segnalate le risposte a un commento di {name}.',
    author: 'Ti viene segnalato ogni commento di {name}.',
  },
  nameless: {
    comment: 'Ti vengono segnalate le risposte a un commento.',
    author: 'Ti vengono segnalati i commenti di una persona.',
  },
  byMail: 'Ricevi anche un’e-mail.',
  mailWaits: 'Le e-mail arriveranno quando avrai confermato il tuo indirizzo.',
  mailBack: 'Le e-mail inviate al tuo indirizzo ci tornano indietro.',
  stop: 'Interrompi',
  stopped: 'Non ti sarà più segnalato.',
  close: 'Chiudi',
  mute: 'Non mostrarmi più i commenti di {name}',
  unmute: 'Mostrami di nuovo i commenti di {name}',
  muted: 'Da ora i commenti di {name} sono ripiegati. Trovi il nome nel tuo spazio.',
  unmuted: 'I commenti di {name} sono di nuovo visibili.',
  veiled: 'Commento di una persona che non vuoi più leggere',
  show: 'Mostra',
  none: 'Non segui ancora nulla.',
  mutes: 'Persone che non leggi più',
  more: 'Mostra altro',
};
