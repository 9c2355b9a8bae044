import type { PicksSentences } from './sentences.ts';

export const pt: PicksSentences = {
  which: 'Comentários mostrados',
  all: 'Todos os comentários',
  picks: 'Escolhas da redação ({n})',
  mark: 'Escolha da redação',
  inDiscussion: 'Ver na discussão',
};
