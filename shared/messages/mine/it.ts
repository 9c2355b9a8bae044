import type { MineSentences } from './sentences.ts';

export const it: MineSentences = {
  close: 'Chiudi',
  states: { published: 'Pubblicato', held: 'In attesa', refused: 'Non pubblicato', withdrawn: 'Eliminato' },
  none: 'Non ha ancora scritto nulla qui.',
  more: 'Mostra i commenti meno recenti',
  untitled: 'Una discussione senza titolo',
  yours: 'I suoi dati',
  export: 'Scarica i miei dati',
  exportWhy: 'Un file con tutto ciò che è conservato su di lei, in formato JSON.',
  exported: 'Il suo file è pronto.',
  erase: 'Elimina tutti i miei commenti',
  eraseAsk: { one: 'Eliminare il suo unico commento?', other: 'Eliminare i suoi {n} commenti?' },
  eraseWhy: {
    one: 'Nelle discussioni non ne resterà nulla di visibile, tranne le risposte degli altri. La moderazione potrà leggere i suoi testi ancora per {n} giorno, poi saranno cancellati per sempre.',
    other:
      'Nelle discussioni non ne resterà nulla di visibile, tranne le risposte degli altri. La moderazione potrà leggere i suoi testi ancora per {n} giorni, poi saranno cancellati per sempre.',
  },
  eraseYes: { one: 'Elimina {n} commento', other: 'Elimina {n} commenti' },
  forget: 'Cancella tutto ciò che mi riguarda',
  forgetAsk: {
    one: 'Cancellare il suo commento, il suo nome, il suo indirizzo e-mail, le sue reazioni, le sue segnalazioni e le sue notifiche?',
    other:
      'Cancellare i suoi {n} commenti, il suo nome, il suo indirizzo e-mail, le sue reazioni, le sue segnalazioni e le sue notifiche?',
  },
  forgetAskNone:
    'Cancellare il suo nome, il suo indirizzo e-mail, le sue reazioni, le sue segnalazioni e le sue notifiche?',
  forgetWhy:
    'I suoi testi sono cancellati subito. Resta solo traccia di ciò che ha deciso la moderazione, senza il suo nome né i suoi testi.',
  forgetYes: 'Cancella tutto',
  goOn: 'Continua',
  sure: 'Non si può annullare. Vuole davvero farlo?',
  running: {
    one: 'Eliminazione in corso: {done} di {n} commento',
    other: 'Eliminazione in corso: {done} di {n} commenti',
  },
  erased: 'I suoi commenti sono stati eliminati.',
  forgotten: 'Fatto: qui più nulla dice chi è lei. Gli ultimi suoi testi stanno per essere cancellati.',
};
