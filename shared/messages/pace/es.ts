import type { PaceSentences } from './sentences.ts';

export const es: PaceSentences = {
  slow: 'La conversación está muy animada: cada persona puede escribir un comentario cada {n}\u00a0s.',
  closed: 'La conversación está cerrada.',
  closedWriting:
    'La conversación está cerrada: este texto ya no se puede publicar. Permanece aquí mientras esta página esté abierta.',
  premod: 'Los comentarios de esta conversación se leen antes de publicarse.',
};
