import type { PreviewSentences } from './sentences.ts';

export const fr: PreviewSentences = {
  nothing: 'Écrivez quelque chose\u00a0: vous le verrez ici comme les autres le verront.',
  written: 'Vous écrivez',
  seen: 'On voit',
  paragraphs: 'Une ligne vide commence un nouveau paragraphe.',
  sends: '{key}+Entrée envoie le commentaire.',
};
