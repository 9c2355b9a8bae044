import type { SubscribeSentences } from './sentences.ts';

export const de: SubscribeSentences = {
  title: 'Worüber möchten Sie informiert werden?',
  wishes: {
    thread: 'Benachrichtigen Sie mich über jeden neuen Kommentar',
    answers: 'Benachrichtigen Sie mich über Antworten auf meine Kommentare',
    comment: 'Benachrichtigen Sie mich über Antworten auf diesen Kommentar',
    author: 'Benachrichtigen Sie mich über jeden Kommentar von {name}',
  },
  how: 'Die Glocke meldet es Ihnen, unter diesem Artikel und unter allen anderen.',
  keepWhy: 'Sonst wird Ihnen nichts mehr gemeldet, sobald dieser Tab geschlossen ist.',
  mail: 'Schreiben Sie mir auch per E-Mail',
  holds: {
    thread: 'Sie erfahren von jedem neuen Kommentar in dieser Diskussion.',
    answers: 'Sie erfahren von Antworten auf Ihre Kommentare.',
    comment: 'Sie erfahren von Antworten auf einen Kommentar von {name}.',
    author: 'Sie erfahren von jedem Kommentar von {name}.',
  },
  nameless: {
    comment: 'Sie erfahren von Antworten auf einen Kommentar.',
    author: 'Sie erfahren von jedem Kommentar einer Person.',
  },
  byMail: 'Sie erhalten auch eine E-Mail.',
  mailWaits: 'E-Mails kommen, sobald Sie Ihre Adresse bestätigt haben.',
  mailBack: 'E-Mails an Ihre Adresse kommen zurück.',
  stop: 'Beenden',
  stopped: 'Das wird Ihnen nicht mehr gemeldet.',
  close: 'Schließen',
  mute: 'Kommentare von {name} nicht mehr anzeigen',
  unmute: 'Kommentare von {name} wieder anzeigen',
  muted: 'Kommentare von {name} sind ab jetzt eingeklappt. Sie finden den Namen in Ihrem Bereich.',
  unmuted: 'Kommentare von {name} werden wieder angezeigt.',
  veiled: 'Kommentar einer Person, die Sie nicht mehr lesen möchten',
  show: 'Anzeigen',
  none: 'Sie folgen noch nichts und niemandem.',
  mutes: 'Personen, die Sie nicht mehr lesen',
  more: 'Mehr anzeigen',
};
