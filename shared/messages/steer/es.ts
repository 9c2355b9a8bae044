import type { SteerSentences } from './sentences.ts';

export const es: SteerSentences = {
  moderate: 'Moderar',
  comment: 'Moderar el comentario de {name} (ventana nueva)',
  discussion: 'Moderar la conversación (ventana nueva)',
  stop: 'No volver a mostrar',
  stopAll: 'No volver a mostrar estos botones',
};
