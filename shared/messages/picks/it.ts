import type { PicksSentences } from './sentences.ts';

export const it: PicksSentences = {
  which: 'Commenti mostrati',
  all: 'Tutti i commenti',
  picks: 'Scelti dalla redazione ({n})',
  mark: 'Scelto dalla redazione',
  inDiscussion: 'Vedi nella discussione',
};
