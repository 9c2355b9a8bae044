import type { PicksSentences } from './sentences.ts';

export const es: PicksSentences = {
  which: 'Comentarios que se muestran',
  all: 'Todos los comentarios',
  picks: 'Selección de la redacción ({n})',
  mark: 'Selección de la redacción',
  inDiscussion: 'Ver en la conversación',
};
