import type { PicksSentences } from './sentences.ts';

export const de: PicksSentences = {
  which: 'Welche Kommentare gezeigt werden',
  all: 'Alle Kommentare',
  picks: 'Auswahl der Redaktion ({n})',
  mark: 'Auswahl der Redaktion',
  inDiscussion: 'In der Diskussion zeigen',
};
