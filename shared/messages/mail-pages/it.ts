import type { MailPageSentences } from './sentences.ts';

export const it: MailPageSentences = {
  confirm: {
    heading: 'Conferma il tuo indirizzo',
    what: 'A {address} arriveranno le e-mail che chiedi nei commenti su {site}.',
  },
  confirmAct: 'Conferma questo indirizzo',
  confirmed: {
    heading: 'Il tuo indirizzo è confermato',
    what: 'Le e-mail che chiedi arriveranno a {address}. Puoi chiudere questa pagina.',
  },
  confirmedBefore: {
    heading: 'Questo indirizzo è già confermato',
    what: 'Non c’è altro da fare. Puoi chiudere questa pagina.',
  },
  confirmGone: {
    heading: 'Questo indirizzo non aspetta una conferma',
    what: 'Nel frattempo è stato tolto o sostituito. Per ricevere e-mail, indica il tuo indirizzo nei commenti.',
  },
  stop: { heading: 'Non ricevere più queste e-mail?', what: 'Nessuna e-mail ti avviserà più di quanto segue:' },
  stopAct: 'Non ricevere più queste e-mail',
  stopped: {
    heading: 'Non riceverai più queste e-mail',
    what: 'La campanella nei commenti continua a segnalarti ciò che segui.',
  },
  stopAll: {
    heading: 'Non ricevere più nessuna e-mail?',
    what: 'A {address} non verrà inviato più nulla sui commenti di {site}, e l’indirizzo sarà dimenticato.',
  },
  stopAllAct: 'Non ricevere più nessuna e-mail',
  stoppedAll: {
    heading: 'Non riceverai più nessuna e-mail',
    what: 'Il tuo indirizzo è stato dimenticato. Per ricevere di nuovo e-mail, indicalo nei commenti.',
  },
  settings: { heading: 'Le tue e-mail', what: 'Arrivano a {address} e riguardano i commenti su {site}.' },
  noMail: {
    heading: 'Non ti viene inviata nessuna e-mail',
    what: 'Non c’è nessun indirizzo. Per ricevere e-mail, indica il tuo nei commenti.',
  },
  notConfirmed: 'Questo indirizzo non è ancora confermato: il link per farlo è nell’e-mail che hai ricevuto.',
  bounced:
    'Questo indirizzo ha rifiutato le nostre e-mail: non vi viene più inviato nulla. Puoi farlo riprovare qui o indicarne un altro nei commenti.',
  retry: 'Riprova questo indirizzo',
  frequency: 'Quando arrivano le e-mail',
  frequencies: {
    instant: 'Subito',
    hourly: 'Insieme, una volta all’ora',
    daily: 'Insieme, una volta al giorno',
  },
  frequencyWrong: 'Scegli quando arrivano le e-mail.',
  dailyAt: 'Ora dell’e-mail quotidiana',
  dailyWrong: 'Indica l’ora dell’e-mail quotidiana, per esempio 08:00.',
  zone: 'Fuso orario',
  zoneWhy: 'Tutte le ore di questa pagina si intendono in questo fuso.',
  zoneWrong: 'Scegli un fuso orario dall’elenco.',
  quiet: 'Non inviare nulla in certe ore',
  quietFrom: 'Dalle',
  quietTo: 'Alle',
  quietWhy: 'Ciò che accade nel frattempo viene inviato dopo.',
  quietWrong: 'Indica un’ora di inizio e un’ora di fine.',
  news: 'Scrivimi anche che cosa ne è dei miei commenti',
  save: 'Salva',
  saved: 'Salvato.',
  notSaved: 'Non è stato salvato nulla: qualcosa qui sotto va rivisto.',
  follows: 'Ciò che segui',
  followsNothing: 'Per ora non segui nulla.',
  kinds: {
    thread: 'I nuovi commenti su «{title}»',
    answers: 'Le risposte ai tuoi commenti',
    comment: 'Le risposte al commento di {name} su «{title}»',
    commentOfNobody: 'Le risposte a un commento su «{title}»',
    author: 'I commenti di {name}',
    authorNobody: 'I commenti di una persona',
    own: 'Che cosa ne è dei tuoi commenti',
  },
  mailOff: 'Non ricevere più e-mail',
  mailOn: 'Ricevi anche e-mail',
  more: 'Mostra altro',
  appeal: 'Contesta la decisione della moderazione',
  appealSent: {
    heading: 'La tua contestazione è stata inviata',
    what: 'Un’altra persona della moderazione rileggerà il tuo commento. La risposta apparirà nei commenti, accanto al tuo.',
  },
  appealClosed: 'Questa decisione non può essere contestata',
  forged: {
    heading: 'Questo link non porta da nessuna parte',
    what: 'È incompleto o è stato modificato. Aprilo direttamente dall’e-mail, oppure copialo per intero.',
  },
  expired: {
    heading: 'Questo link è scaduto',
    what: 'I link nelle e-mail funzionano solo per un certo tempo. Apri quello di un’e-mail più recente, oppure vai ai commenti del sito.',
  },
  failed: {
    heading: 'Qualcosa non ha funzionato',
    what: 'Si è verificato un errore da parte nostra. Riprova tra un momento.',
  },
  tooLarge: {
    heading: 'Era troppo',
    what: 'Ciò che hai inviato è troppo lungo. Non è cambiato nulla. Torna indietro e accorcialo.',
  },
  unreadable: {
    heading: 'Non è stato possibile leggerlo',
    what: 'Ciò che è stato inviato non è un modulo di questa pagina. Non è cambiato nulla. Apri di nuovo il link dell’e-mail.',
  },
  wrongMethod: {
    heading: 'Qui non è possibile',
    what: 'Non è cambiato nulla. Apri di nuovo il link dell’e-mail e usa i pulsanti della pagina.',
  },
  tooOften: { heading: 'Troppe volte di seguito', what: 'Non è cambiato nulla. Aspetta qualche minuto, poi riprova.' },
};
