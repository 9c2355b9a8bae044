import type { PassageSentences } from './sentences.ts';

export const fr: PassageSentences = {
  question: {
    one: '«\u00a0{question}\u00a0»\u00a0: lire la discussion sur ce passage ({n} commentaire)',
    many: '«\u00a0{question}\u00a0»\u00a0: lire la discussion sur ce passage ({n} de commentaires)',
    other: '«\u00a0{question}\u00a0»\u00a0: lire la discussion sur ce passage ({n} commentaires)',
  },
  passage: {
    one: 'Lire la discussion sur ce passage ({n} commentaire)',
    many: 'Lire la discussion sur ce passage ({n} de commentaires)',
    other: 'Lire la discussion sur ce passage ({n} commentaires)',
  },
  about: 'À propos de «\u00a0{question}\u00a0»',
  aboutPart: 'À propos d’un passage de l’article',
};
