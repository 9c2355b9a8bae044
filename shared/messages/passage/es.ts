import type { PassageSentences } from './sentences.ts';

export const es: PassageSentences = {
  question: {
    one: '«{question}»: leer el debate sobre este pasaje ({n} comentario)',
    other: '«{question}»: leer el debate sobre este pasaje ({n} comentarios)',
  },
  passage: {
    one: 'Leer el debate sobre este pasaje ({n} comentario)',
    other: 'Leer el debate sobre este pasaje ({n} comentarios)',
  },
  about: 'Sobre «{question}»',
  aboutPart: 'Sobre un pasaje del artículo',
};
