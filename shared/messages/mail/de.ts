import type { MailSentences } from './sentences.ts';

export const de: MailSentences = {
  title: 'E-Mails',
  address: 'E-Mail-Adresse',
  why: 'Sie wird niemandem gezeigt. Zur Bestätigung geht eine Nachricht dorthin und bis dahin sonst nichts.',
  ask: 'Nachricht zusenden',
  asked: 'Eine Nachricht an {address} ist unterwegs. Bestätigen Sie die Adresse von dort aus.',
  again: 'Noch einmal senden',
  sentAgain: 'Eine weitere Nachricht an {address} ist unterwegs.',
  other: 'Andere Adresse angeben',
  confirmed: 'Ihre E-Mails gehen an {address}.',
  bounced:
    '{address} hat unsere E-Mails abgewiesen. Dorthin wird nichts mehr gesendet. Geben Sie eine andere Adresse an, oder versuchen Sie es noch einmal mit dieser.',
  retry: 'Noch einmal versuchen',
  remove: 'Diese Adresse löschen',
  removed: 'Die Adresse ist gelöscht.',
  rhythm: 'Wie oft dürfen wir Ihnen schreiben?',
  rhythms: {
    instant: 'Schreiben Sie mir sofort',
    hourly: 'Schreiben Sie mir höchstens einmal pro Stunde, alles auf einmal',
    daily: 'Schreiben Sie mir einmal am Tag',
  },
  dailyAt: 'Uhrzeit der täglichen E-Mail',
  quiet: 'Schreiben Sie mir nicht zu bestimmten Zeiten',
  quietFrom: 'Keine E-Mails ab',
  quietTo: 'Wieder E-Mails ab',
  news: 'Schreiben Sie mir, wenn ein Kommentar von mir zurückgehalten, veröffentlicht oder abgelehnt wird',
  saved: 'Das ist gespeichert.',
};
