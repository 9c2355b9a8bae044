import type { StandingSentences } from './sentences.ts';

export const pt: StandingSentences = {
  suspended: 'A sua participação nos comentários está suspensa até {until}.',
  banned: 'A sua participação nos comentários deste site foi bloqueada.',
  warned: 'Esta é uma advertência da moderação.',
  premod: 'A moderação lê todos os seus comentários antes de serem publicados.',
  premodUntil: 'Até {until}, a moderação lê todos os seus comentários antes de serem publicados.',
  why: 'Motivo: {why}.',
  noteFrom: 'Mensagem da moderação:',
  confirmWhy: 'Poderá voltar a escrever assim que confirmar que leu a advertência.',
  confirm: 'Li esta advertência',
  failed: 'Algo não funcionou. Tente novamente.',
  free: 'Já pode escrever comentários novamente.',
  reasons: {
    abuse: 'insultos a outras pessoas',
    hate: 'discurso de ódio',
    spam: 'publicidade',
    'off-topic': 'comentários fora do tema',
    illegal: 'afirmações contrárias à lei',
    'private-data': 'divulgação de informações privadas',
    other: 'violação das regras deste site',
  },
};
