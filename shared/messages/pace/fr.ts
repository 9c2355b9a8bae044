import type { PaceSentences } from './sentences.ts';

export const fr: PaceSentences = {
  slow: 'La discussion est très active\u00a0: chacun peut écrire un commentaire toutes les {n} s.',
  premod: 'Les commentaires de cette discussion sont relus avant publication.',
};
