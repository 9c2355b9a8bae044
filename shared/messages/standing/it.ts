import type { StandingSentences } from './sentences.ts';

// The date stands by itself: before a day the article would change with the number ("al 7", "all’8").
export const it: StandingSentences = {
  suspended: 'Per ora non puoi scrivere commenti. Fine della sospensione: {until}.',
  banned: 'Non puoi più scrivere commenti su questo sito.',
  warned: 'La moderazione ti ha inviato un avvertimento.',
  premod: 'La moderazione legge ogni tuo commento prima che appaia.',
  premodUntil: 'Per ora la moderazione legge ogni tuo commento prima che appaia. Fine di questa misura: {until}.',
  why: 'Motivo: {why}.',
  noteFrom: 'Messaggio della moderazione:',
  confirmWhy: 'Potrai scrivere di nuovo non appena avrai confermato di averlo letto.',
  confirm: 'Ho letto questo avvertimento',
  failed: 'Qualcosa non ha funzionato. Riprova.',
  free: 'Ora puoi scrivere di nuovo commenti.',
  reasons: {
    abuse: 'insulti ad altre persone',
    hate: 'espressioni di odio',
    spam: 'pubblicità',
    'off-topic': 'commenti fuori tema',
    illegal: 'affermazioni contrarie alla legge',
    'private-data': 'diffusione di informazioni private',
    other: 'mancato rispetto delle regole di questo sito',
  },
};
