import type { PicksSentences } from './sentences.ts';

export const tr: PicksSentences = {
  which: 'Gösterilen yorumlar',
  all: 'Tüm yorumlar',
  picks: 'Editörün seçtikleri ({n})',
  mark: 'Editörün seçimi',
  inDiscussion: 'Tartışmada göster',
};
