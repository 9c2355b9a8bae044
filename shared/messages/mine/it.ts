import type { MineSentences } from './sentences.ts';

export const it: MineSentences = {
  close: 'Chiudi',
  tabs: { comments: 'I miei commenti', follows: 'Ciò che seguo', account: 'Il mio account' },
  states: { published: 'Pubblicato', held: 'In attesa', refused: 'Non pubblicato', withdrawn: 'Eliminato' },
  wiped: 'Il testo non è più conservato.',
  none: 'Non hai ancora scritto nulla qui.',
  more: 'Mostra i commenti meno recenti',
  untitled: 'Una discussione senza titolo',
  about: 'A proposito di «{question}»',
  yours: 'I tuoi dati',
  export: 'Scarica i miei dati',
  exportWhy: 'Un file con tutto ciò che è conservato su di te, in formato JSON.',
  exported: 'Il tuo file è pronto.',
  erase: 'Elimina tutti i miei commenti',
  eraseAsk: {
    one: 'Eliminare il tuo unico commento?',
    many: 'Eliminare i tuoi {n} di commenti?',
    other: 'Eliminare i tuoi {n} commenti?',
  },
  eraseWhy: {
    one: 'Nelle discussioni non ne resterà nulla di visibile, tranne le risposte degli altri. La moderazione potrà leggere i tuoi testi ancora per {n} giorno, poi saranno cancellati per sempre.',
    many: 'Nelle discussioni non ne resterà nulla di visibile, tranne le risposte degli altri. La moderazione potrà leggere i tuoi testi ancora per {n} di giorni, poi saranno cancellati per sempre.',
    other:
      'Nelle discussioni non ne resterà nulla di visibile, tranne le risposte degli altri. La moderazione potrà leggere i tuoi testi ancora per {n} giorni, poi saranno cancellati per sempre.',
  },
  eraseYes: { one: 'Elimina {n} commento', many: 'Elimina {n} di commenti', other: 'Elimina {n} commenti' },
  forget: 'Cancella tutto ciò che mi riguarda',
  forgetAsk: {
    one: 'Cancellare il tuo commento, il tuo nome, il tuo indirizzo e-mail, le tue reazioni, le tue segnalazioni, le tue notifiche, ciò che segui e l’elenco delle persone che non leggi più?',
    many: 'Cancellare i tuoi {n} di commenti, il tuo nome, il tuo indirizzo e-mail, le tue reazioni, le tue segnalazioni, le tue notifiche, ciò che segui e l’elenco delle persone che non leggi più?',
    other:
      'Cancellare i tuoi {n} commenti, il tuo nome, il tuo indirizzo e-mail, le tue reazioni, le tue segnalazioni, le tue notifiche, ciò che segui e l’elenco delle persone che non leggi più?',
  },
  forgetAskNone:
    'Cancellare il tuo nome, il tuo indirizzo e-mail, le tue reazioni, le tue segnalazioni, le tue notifiche, ciò che segui e l’elenco delle persone che non leggi più?',
  forgetWhy:
    'I tuoi testi sono cancellati subito. Resta solo traccia di ciò che ha deciso la moderazione, senza il tuo nome né i tuoi testi.',
  forgetYes: 'Cancella tutto',
  goOn: 'Continua',
  sure: 'Non si può annullare. Vuoi davvero farlo?',
  running: {
    one: 'Eliminazione in corso: {done} di {n} commento',
    many: 'Eliminazione in corso: {done} di {n} di commenti',
    other: 'Eliminazione in corso: {done} di {n} commenti',
  },
  erased: 'I tuoi commenti sono stati eliminati.',
  forgotten: 'Fatto: qui più nulla dice chi sei. Gli ultimi tuoi testi stanno per essere cancellati.',
};
