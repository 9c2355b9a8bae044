import type { MineSentences } from './sentences.ts';

export const de: MineSentences = {
  close: 'Schließen',
  tabs: { comments: 'Meine Kommentare', follows: 'Was ich verfolge', account: 'Mein Konto' },
  states: { published: 'Veröffentlicht', held: 'Wartet', refused: 'Nicht veröffentlicht', withdrawn: 'Gelöscht' },
  wiped: 'Der Text wird nicht mehr aufbewahrt.',
  none: 'Sie haben hier noch nichts geschrieben.',
  more: 'Ältere Kommentare anzeigen',
  untitled: 'Eine Diskussion ohne Titel',
  about: 'Zu „{question}“',
  yours: 'Ihre Daten',
  export: 'Meine Daten herunterladen',
  exportWhy: 'Eine Datei mit allem, was über Sie gespeichert ist, als JSON.',
  exported: 'Ihre Datei ist fertig.',
  erase: 'Alle meine Kommentare löschen',
  eraseAsk: { one: 'Ihren einzigen Kommentar löschen?', other: 'Ihre {n} Kommentare löschen?' },
  eraseWhy: {
    one: 'In den Diskussionen bleibt nichts davon sichtbar, außer den Antworten anderer. Die Moderation kann Ihre Texte noch {n} Tag lang lesen, dann sind sie endgültig gelöscht.',
    other:
      'In den Diskussionen bleibt nichts davon sichtbar, außer den Antworten anderer. Die Moderation kann Ihre Texte noch {n} Tage lang lesen, dann sind sie endgültig gelöscht.',
  },
  eraseYes: { one: '{n} Kommentar löschen', other: '{n} Kommentare löschen' },
  forget: 'Alles über mich löschen',
  forgetAsk: {
    one: 'Ihren Kommentar, Ihren Namen, Ihre E-Mail-Adresse, Ihre Reaktionen, Ihre Meldungen, Ihre Benachrichtigungen, was Sie verfolgen und wen Sie nicht mehr lesen, löschen?',
    other:
      'Ihre {n} Kommentare, Ihren Namen, Ihre E-Mail-Adresse, Ihre Reaktionen, Ihre Meldungen, Ihre Benachrichtigungen, was Sie verfolgen und wen Sie nicht mehr lesen, löschen?',
  },
  forgetAskNone:
    'Ihren Namen, Ihre E-Mail-Adresse, Ihre Reaktionen, Ihre Meldungen, Ihre Benachrichtigungen, was Sie verfolgen und wen Sie nicht mehr lesen, löschen?',
  forgetWhy:
    'Ihre Texte werden sofort gelöscht. Es bleibt nur vermerkt, was die Moderation entschieden hat, ohne Ihren Namen und Ihre Texte.',
  forgetYes: 'Alles löschen',
  goOn: 'Weiter',
  sure: 'Das lässt sich nicht rückgängig machen. Möchten Sie es wirklich?',
  running: { one: 'Wird gelöscht: {done} von {n} Kommentar', other: 'Wird gelöscht: {done} von {n} Kommentaren' },
  erased: 'Ihre Kommentare sind gelöscht.',
  forgotten: 'Erledigt: Hier sagt nichts mehr, wer Sie sind. Die letzten Ihrer Texte werden noch gelöscht.',
};
