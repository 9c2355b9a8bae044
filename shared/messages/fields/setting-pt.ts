import type { SettingFieldSentences } from './setting-sentences.ts';

export const settingFields: SettingFieldSentences = {
  'in-the-past': 'Escolha um momento futuro.',
  'too-far-ahead': 'O prazo máximo é de {limit} dias.',
  'too-many': 'São permitidas no máximo {limit} entradas.',
  duplicate: '“{entry}” aparece duas vezes nesta lista.',
  contradiction: '“{entry}” aparece em várias listas. Escolha apenas uma.',
  'misplaced-star': 'Em “{entry}”, o asterisco deve ficar no fim ou nas duas extremidades.',
  unmatchable: 'Não é possível procurar “{entry}”: uma entrada começa e termina com uma letra ou um algarismo.',
  'invalid-host': '“{entry}” não é um nome de site. Escreva-o como example.com.',
  'invalid-origin': '“{entry}” não é uma origem. Escreva-a como https://example.com.',
  'not-callable':
    '“{entry}” não pode ser chamado: o endereço deve começar com https://, sem senha, e levar à internet pública.',
};
