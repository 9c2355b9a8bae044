import type { PreviewSentences } from './sentences.ts';

export const pt: PreviewSentences = {
  nothing: 'Escreva algo e o verá aqui como todos o verão.',
  written: 'Escreve-se',
  seen: 'Vê-se',
  paragraphs: 'Uma linha vazia começa um novo parágrafo.',
  sends: '{key}+Enter envia o comentário.',
};
