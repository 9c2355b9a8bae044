import type { SearchSentences } from './sentences.ts';

export const pt: SearchSentences = {
  field: 'Pesquisar nos comentários',
  submit: 'Iniciar a pesquisa',
  close: 'Fechar a pesquisa',
  searching: 'A pesquisar…',
  found: {
    one: '{n} comentário encontrado',
    many: '{n} de comentários encontrados',
    other: '{n} comentários encontrados',
  },
  foundSoFar: {
    one: '{n} comentário encontrado até agora',
    many: '{n} de comentários encontrados até agora',
    other: '{n} comentários encontrados até agora',
  },
  none: 'Nenhum comentário contém estas palavras.',
  noneSoFar: 'Nada encontrado entre os comentários mais recentes.',
  goOn: 'Continuar a pesquisa',
  feed: 'Acompanhar esta discussão por feed (Atom)',
};
