import type { LetterSentences } from './sentences.ts';

export const de: LetterSentences = {
  subjects: {
    reply: '{name} hat auf Ihren Kommentar zu „{title}“ geantwortet',
    mention: '{name} hat Sie in einem Kommentar zu „{title}“ erwähnt',
    branch: '{name} führt ein Gespräch weiter, dem Sie zu „{title}“ folgen',
    author: '{name} hat einen Kommentar zu „{title}“ geschrieben',
    thread: 'Neuer Kommentar von {name} zu „{title}“',
  },
  told: {
    reply: '{name} hat auf Ihren Kommentar geantwortet.',
    mention: '{name} hat Sie in einem Kommentar erwähnt.',
    branch: '{name} hat ein Gespräch weitergeführt, dem Sie folgen.',
    author: 'Sie folgen {name}: Es gibt einen neuen Kommentar.',
    thread: '{name} hat einen Kommentar in einer Diskussion geschrieben, der Sie folgen.',
  },
  also: {
    mention: 'Sie werden darin namentlich erwähnt.',
    branch: 'Der Kommentar führt auch ein Gespräch weiter, dem Sie folgen.',
    author: 'Sie folgen auch der Person, die ihn geschrieben hat.',
    thread: 'Sie folgen auch der ganzen Diskussion.',
  },
  read: 'Lesen und antworten',
  digestSubject: {
    one: '{n} neuer Kommentar für Sie auf {site}',
    other: '{n} neue Kommentare für Sie auf {site}',
  },
  digest: {
    one: '{n} neuer Kommentar wartet auf {site} auf Sie.',
    other: '{n} neue Kommentare warten auf {site} auf Sie.',
  },
  confirmSubject: 'Bestätigen Sie Ihre E-Mail-Adresse für {site}',
  confirm:
    'Jemand, vermutlich Sie, möchte, dass Neuigkeiten zu Kommentaren auf {site} an diese Adresse geschickt werden. Wenn Sie einverstanden sind, bestätigen Sie bitte, dass die Adresse Ihnen gehört.',
  confirmAct: 'Diese Adresse bestätigen',
  confirmElse: {
    one: 'Der Link gilt {n} Tag. Wenn Sie es nicht waren, brauchen Sie nichts zu tun: Ohne Bestätigung wird nichts weiter geschickt, und die Adresse wird vergessen.',
    other:
      'Der Link gilt {n} Tage. Wenn Sie es nicht waren, brauchen Sie nichts zu tun: Ohne Bestätigung wird nichts weiter geschickt, und die Adresse wird vergessen.',
  },
  signInSubject: '{code} ist Ihr Code für {site}',
  signIn:
    'Jemand, vermutlich Sie, möchte sich mit dieser Adresse bei den Kommentaren von {site} anmelden. Das ist der Code:',
  signInAct: 'Zurück zur Seite und dort anmelden',
  signInElse: {
    one: 'Der Code gilt {n} Minute und nur einmal. Wenn Sie es nicht waren, ist nichts zu tun: Ohne den Code kann sich niemand mit Ihrer Adresse anmelden. Geben Sie ihn niemandem weiter.',
    other:
      'Der Code gilt {n} Minuten und nur einmal. Wenn Sie es nicht waren, ist nichts zu tun: Ohne den Code kann sich niemand mit Ihrer Adresse anmelden. Geben Sie ihn niemandem weiter.',
  },
  verdictSubjects: {
    held: 'Ihr Kommentar zu „{title}“ wird von der Moderation geprüft',
    published: 'Ihr Kommentar zu „{title}“ ist veröffentlicht',
    refused: 'Ihr Kommentar zu „{title}“ wird nicht veröffentlicht',
  },
  verdicts: {
    held: 'Die Moderation prüft Ihren Kommentar. Bis sie entschieden hat, sehen nur Sie ihn.',
    published: 'Die Moderation hat Ihren Kommentar geprüft: Alle können ihn sehen.',
    refused: 'Die Moderation hat entschieden, Ihren Kommentar nicht zu veröffentlichen.',
  },
  yours: 'Sie hatten geschrieben:',
  appealUntil: 'Wenn Sie das für einen Irrtum halten, können Sie dieser Entscheidung bis {date} widersprechen.',
  appealAct: 'Dieser Entscheidung widersprechen',
  why: {
    thread: 'Sie erhalten diese E-Mail, weil Sie dieser Diskussion folgen.',
    answers: 'Sie erhalten diese E-Mail, weil Sie erfahren möchten, wenn Ihnen jemand antwortet.',
    comment: 'Sie erhalten diese E-Mail, weil Sie den Antworten auf einen Kommentar dieser Diskussion folgen.',
    author: 'Sie erhalten diese E-Mail, weil Sie {name} folgen.',
    own: 'Sie erhalten diese E-Mail, weil es um einen Kommentar von Ihnen geht.',
    several: 'Sie erhalten diese E-Mail, weil Sie Kommentaren auf {site} folgen.',
  },
  stop: 'Diese E-Mails nicht mehr erhalten',
  stopAll: 'Keine E-Mails von {site} mehr erhalten',
  settings: 'Auswählen, welche E-Mails Sie erhalten',
};
