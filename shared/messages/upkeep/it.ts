import type { UpkeepSentences } from './sentences.ts';

export const it: UpkeepSentences = {
  reportWhy: 'Perché segnali questo commento?',
  reasons: {
    abuse: 'Insulti o attacchi personali',
    hate: 'Odio o discriminazione',
    spam: 'Pubblicità',
    'off-topic': 'Fuori tema',
    illegal: 'Contrario alla legge',
    'private-data': 'Informazioni private su una persona',
    other: 'Un altro motivo',
  },
  reportNote: 'Dettagli (facoltativi)',
  reportSend: 'Invia la segnalazione',
  reported: 'Grazie, abbiamo ricevuto la tua segnalazione.',
  editLabel: 'Il tuo commento',
  save: 'Salva',
  edited: 'Il tuo commento è stato modificato.',
  editedHeld: 'Il tuo commento è stato modificato. Apparirà non appena la moderazione lo avrà letto.',
  withdrawAsk: 'Vuoi eliminare definitivamente questo commento?',
  withdrawYes: 'Elimina',
  withdrawNo: 'Non eliminare',
  withdrawn: 'Il tuo commento è stato eliminato.',
  appeal: 'Contesta',
  appealLabel: 'Perché è stato un errore rifiutare questo commento?',
  appealHint:
    'Puoi contestare il rifiuto una sola volta. Un’altra persona della moderazione rileggerà il tuo commento.',
  appealSend: 'Invia la contestazione',
  appeals: {
    open: 'Hai contestato il rifiuto. Un’altra persona della moderazione rileggerà il tuo commento.',
    upheld: 'La tua contestazione è stata esaminata: il rifiuto è confermato.',
    overturned: 'La tua contestazione è stata accolta: il commento è pubblicato.',
  },
};
