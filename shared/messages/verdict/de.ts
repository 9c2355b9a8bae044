import type { VerdictSentences } from './sentences.ts';

export const de: VerdictSentences = {
  held: 'Wartet auf Freigabe',
  heldWhy: 'Nur Sie sehen diesen Kommentar, bis die Moderation ihn gelesen hat.',
  forgotten: 'Sonst finden Sie weder diesen Kommentar noch die Entscheidung wieder, sobald dieser Tab geschlossen ist.',
  refused: 'Nicht veröffentlicht',
  reasons: {
    abuse: 'Nach Ansicht der Moderation beleidigt er andere.',
    hate: 'Nach Ansicht der Moderation greift er Menschen für das an, was sie sind.',
    spam: 'Die Moderation hält ihn für Werbung.',
    'off-topic': 'Nach Ansicht der Moderation geht es darin nicht um diesen Artikel.',
    illegal: 'Nach Ansicht der Moderation verstößt er gegen geltendes Recht.',
    'private-data': 'Er gibt Privates über eine Person preis.',
    other: 'Die Moderation hat entschieden, ihn nicht zu veröffentlichen.',
  },
  noteFrom: 'Nachricht der Moderation:',
  approved: 'Ihr Kommentar wurde freigegeben und ist jetzt veröffentlicht.',
};
