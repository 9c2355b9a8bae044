import type { ComposerSentences } from './sentences.ts';

export const es: ComposerSentences = {
  left: {
    one: 'Queda {n} carácter',
    many: 'Quedan {n} de caracteres',
    other: 'Quedan {n} caracteres',
  },
  over: {
    one: 'Sobra {n} carácter',
    many: 'Sobran {n} de caracteres',
    other: 'Sobran {n} caracteres',
  },
  tooMany: 'Ha sido mucho de una vez. Su texto sigue aquí.',
  retryAt: 'Podrá volver a intentarlo a partir de esta hora: {time}.',
  waitUntil: 'Disponible a partir de: {time}',
  mentions: {
    one: '{n} persona que mencionar',
    many: '{n} de personas que mencionar',
    other: '{n} personas que mencionar',
  },
};
