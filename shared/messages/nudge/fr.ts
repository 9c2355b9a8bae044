import type { NudgeSentences } from './sentences.ts';

export const fr: NudgeSentences = {
  lead: 'Ces mots risquent de retenir votre commentaire\u00a0:',
  links: 'Liens\u00a0: ce site en laisse passer {n} sans relecture.',
  shouting: 'Les majuscules se lisent comme des cris.',
  language: 'Dans cette langue, votre commentaire devra attendre que quelqu’un puisse le lire.',
  kinds: {
    profanity: 'grossièreté',
    insult: 'injure',
    slur: 'injure discriminatoire',
    sexual: 'propos sexuel',
    threat: 'menace',
  },
  inName: 'dans votre nom',
  rewrite: 'Réécrire',
  anyway: 'Publier quand même',
};
