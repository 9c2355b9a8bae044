import type { SearchSentences } from './sentences.ts';

export const it: SearchSentences = {
  field: 'Cerca nei commenti',
  submit: 'Avvia la ricerca',
  close: 'Chiudi la ricerca',
  searching: 'Ricerca in corso…',
  found: { one: '{n} commento trovato', many: '{n} di commenti trovati', other: '{n} commenti trovati' },
  foundSoFar: {
    one: '{n} commento trovato finora',
    many: '{n} di commenti trovati finora',
    other: '{n} commenti trovati finora',
  },
  none: 'Nessun commento contiene queste parole.',
  noneSoFar: 'Nessun risultato tra i commenti più recenti.',
  goOn: 'Continua la ricerca',
  feed: 'Seguire questa discussione tramite feed (Atom)',
};
