import type { ComposerSentences } from './sentences.ts';

export const fr: ComposerSentences = {
  left: {
    one: '{n} caractère restant',
    many: '{n} de caractères restants',
    other: '{n} caractères restants',
  },
  over: { one: '{n} caractère de trop', many: '{n} de caractères de trop', other: '{n} caractères de trop' },
  tooMany: 'Cela fait beaucoup d’un coup. Votre texte est conservé.',
  retryAt: 'Vous pourrez réessayer à partir de {time}.',
  waitUntil: 'Possible à partir de {time}',
  mentions: {
    one: '{n} personne à mentionner',
    many: '{n} de personnes à mentionner',
    other: '{n} personnes à mentionner',
  },
};
