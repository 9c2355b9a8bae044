import type { SteerSentences } from './sentences.ts';

export const pt: SteerSentences = {
  moderate: 'Moderar',
  comment: 'Moderar o comentário de {name} (nova janela)',
  discussion: 'Moderar a discussão (nova janela)',
  stop: 'Não mostrar novamente',
  stopAll: 'Não mostrar novamente estes botões',
};
