import type { MailPageSentences } from './sentences.ts';

export const de: MailPageSentences = {
  confirm: {
    heading: 'Ihre Adresse bestätigen',
    what: 'An {address} gehen die E-Mails, die Sie in den Kommentaren auf {site} bestellen.',
  },
  confirmAct: 'Diese Adresse bestätigen',
  confirmed: {
    heading: 'Ihre Adresse ist bestätigt',
    what: 'Die E-Mails, die Sie bestellen, gehen an {address}. Sie können diese Seite schließen.',
  },
  confirmedBefore: {
    heading: 'Diese Adresse ist schon bestätigt',
    what: 'Es ist nichts mehr zu tun. Sie können diese Seite schließen.',
  },
  confirmGone: {
    heading: 'Diese Adresse wartet nicht auf eine Bestätigung',
    what: 'Sie wurde inzwischen entfernt oder ersetzt. Wenn Sie E-Mails erhalten möchten, geben Sie Ihre Adresse in den Kommentaren an.',
  },
  stop: { heading: 'Diese E-Mails nicht mehr erhalten?', what: 'Keine E-Mail berichtet Ihnen mehr über Folgendes:' },
  stopAct: 'Diese E-Mails nicht mehr erhalten',
  stopped: {
    heading: 'Sie erhalten diese E-Mails nicht mehr',
    what: 'Die Glocke in den Kommentaren meldet Ihnen weiterhin, was Sie verfolgen.',
  },
  stopAll: {
    heading: 'Gar keine E-Mails mehr erhalten?',
    what: 'An {address} wird nichts mehr über Kommentare auf {site} geschickt, und die Adresse wird vergessen.',
  },
  stopAllAct: 'Gar keine E-Mails mehr erhalten',
  stoppedAll: {
    heading: 'Sie erhalten keine E-Mails mehr',
    what: 'Ihre Adresse ist vergessen. Wenn Sie wieder E-Mails erhalten möchten, geben Sie sie in den Kommentaren an.',
  },
  settings: { heading: 'Ihre E-Mails', what: 'Sie gehen an {address} und handeln von Kommentaren auf {site}.' },
  noMail: {
    heading: 'Sie erhalten keine E-Mails',
    what: 'Es ist keine Adresse gespeichert. Wenn Sie E-Mails erhalten möchten, geben Sie Ihre in den Kommentaren an.',
  },
  notConfirmed: 'Diese Adresse ist noch nicht bestätigt: Der Link dazu steht in der E-Mail, die Sie erhalten haben.',
  bounced:
    'Diese Adresse hat unsere E-Mails abgewiesen: Es wird nichts mehr dorthin geschickt. Sie können es hier noch einmal versuchen lassen oder in den Kommentaren eine andere angeben.',
  retry: 'Diese Adresse noch einmal versuchen',
  frequency: 'Wann E-Mails kommen',
  frequencies: {
    instant: 'Sofort',
    hourly: 'Zusammen, einmal in der Stunde',
    daily: 'Zusammen, einmal am Tag',
  },
  frequencyWrong: 'Bitte wählen Sie, wann E-Mails kommen.',
  dailyAt: 'Uhrzeit der täglichen E-Mail',
  dailyWrong: 'Bitte geben Sie die Uhrzeit der täglichen E-Mail an, zum Beispiel 08:00.',
  zone: 'Zeitzone',
  zoneWhy: 'Alle Uhrzeiten auf dieser Seite gelten in dieser Zone.',
  zoneWrong: 'Bitte wählen Sie eine Zeitzone aus der Liste.',
  quiet: 'Zu bestimmten Zeiten nichts schicken',
  quietFrom: 'Von',
  quietTo: 'Bis',
  quietWhy: 'Was inzwischen geschieht, wird danach geschickt.',
  quietWrong: 'Bitte geben Sie an, wann es beginnt und wann es endet.',
  news: 'Mir auch schreiben, was aus meinen eigenen Kommentaren wird',
  save: 'Speichern',
  saved: 'Gespeichert.',
  notSaved: 'Es wurde nichts gespeichert: Bitte sehen Sie sich unten noch etwas an.',
  follows: 'Was Sie verfolgen',
  followsNothing: 'Zurzeit verfolgen Sie nichts.',
  kinds: {
    thread: 'Neue Kommentare zu „{title}“',
    answers: 'Antworten auf Ihre Kommentare',
    comment: 'Antworten auf den Kommentar von {name} zu „{title}“',
    commentOfNobody: 'Antworten auf einen Kommentar zu „{title}“',
    author: 'Kommentare von {name}',
    authorNobody: 'Kommentare einer Person',
    own: 'Was aus Ihren eigenen Kommentaren wird',
  },
  mailOff: 'Keine E-Mails mehr',
  mailOn: 'Auch E-Mails erhalten',
  more: 'Weitere anzeigen',
  appeal: 'Der Entscheidung der Moderation widersprechen',
  appealSent: {
    heading: 'Ihr Widerspruch ist abgeschickt',
    what: 'Eine andere Person der Moderation liest Ihren Kommentar noch einmal. Die Antwort erscheint in den Kommentaren, neben Ihrem.',
  },
  appealClosed: 'Gegen diese Entscheidung ist kein Widerspruch möglich',
  forged: {
    heading: 'Dieser Link führt nirgendwohin',
    what: 'Er ist unvollständig oder wurde verändert. Öffnen Sie ihn direkt aus der E-Mail, oder kopieren Sie ihn ganz.',
  },
  expired: {
    heading: 'Dieser Link ist abgelaufen',
    what: 'Links in E-Mails gelten nur eine gewisse Zeit. Öffnen Sie den einer neueren E-Mail, oder gehen Sie zu den Kommentaren auf der Website.',
  },
  failed: {
    heading: 'Das hat nicht geklappt',
    what: 'Auf unserer Seite ist ein Fehler aufgetreten. Bitte versuchen Sie es gleich noch einmal.',
  },
  tooLarge: {
    heading: 'Das war zu viel',
    what: 'Was Sie geschickt haben, ist zu lang. Es wurde nichts geändert. Bitte gehen Sie zurück und kürzen Sie es.',
  },
  unreadable: {
    heading: 'Das ließ sich nicht lesen',
    what: 'Was ankam, ist kein Formular dieser Seite. Es wurde nichts geändert. Bitte öffnen Sie den Link in der E-Mail noch einmal.',
  },
  wrongMethod: {
    heading: 'Das geht hier nicht',
    what: 'Es wurde nichts geändert. Bitte öffnen Sie den Link in der E-Mail noch einmal und benutzen Sie die Schaltflächen der Seite.',
  },
  tooOften: {
    heading: 'Das war etwas zu oft',
    what: 'Es wurde nichts geändert. Bitte warten Sie einige Minuten und versuchen Sie es dann noch einmal.',
  },
};
