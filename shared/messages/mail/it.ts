import type { MailSentences } from './sentences.ts';

export const it: MailSentences = {
  title: 'E-mail',
  address: 'Indirizzo e-mail',
  why: 'Non viene mostrato a nessuno. Vi inviamo un messaggio per confermarlo e, fino ad allora, nient’altro.',
  ask: 'Inviami il messaggio',
  asked: 'Un messaggio è partito per {address}. Aprilo per confermare l’indirizzo.',
  again: 'Invia di nuovo',
  sentAgain: 'Un altro messaggio è partito per {address}.',
  other: 'Indica un altro indirizzo',
  confirmed: 'Le tue e-mail arrivano a {address}.',
  bounced:
    '{address} ha rifiutato le nostre e-mail: non vi inviamo più nulla. Indica un altro indirizzo o riprova con questo.',
  retry: 'Riprova con questo',
  remove: 'Elimina questo indirizzo',
  removed: 'L’indirizzo è stato eliminato.',
  rhythm: 'Con quale frequenza possiamo scriverti?',
  rhythms: {
    instant: 'Scrivimi subito',
    hourly: 'Scrivimi al massimo una volta all’ora, con tutto insieme',
    daily: 'Scrivimi una volta al giorno',
  },
  dailyAt: 'Ora dell’e-mail quotidiana',
  quiet: 'Non scrivermi in certe ore',
  quietFrom: 'Nessuna e-mail dalle',
  quietTo: 'Di nuovo e-mail dalle',
  news: 'Scrivimi quando un mio commento è trattenuto, pubblicato o rifiutato',
  saved: 'È stato salvato.',
};
