import type { PaceSentences } from './sentences.ts';

export const fr: PaceSentences = {
  slow: 'La discussion est très active\u00a0: chacun peut écrire un commentaire toutes les {n} s.',
  closed: 'La discussion est fermée.',
  closedWriting:
    'La discussion est fermée\u00a0: ce texte ne peut plus être publié. Il reste ici tant que cette page est ouverte.',
  premod: 'Les commentaires de cette discussion sont relus avant publication.',
};
