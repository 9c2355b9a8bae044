import type { ComposerSentences } from './sentences.ts';

export const pt: ComposerSentences = {
  left: { one: '{n} caractere restante', many: '{n} de caracteres restantes', other: '{n} caracteres restantes' },
  over: { one: '{n} caractere a mais', many: '{n} de caracteres a mais', other: '{n} caracteres a mais' },
  tooMany: 'Foram muitos pedidos em pouco tempo. O seu texto continua aqui.',
  retryAt: 'Poderá tentar novamente a partir das {time}.',
  waitUntil: 'Possível a partir das {time}',
  mentions: {
    one: '{n} pessoa para mencionar',
    many: '{n} de pessoas para mencionar',
    other: '{n} pessoas para mencionar',
  },
};
