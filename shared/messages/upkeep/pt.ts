import type { UpkeepSentences } from './sentences.ts';

export const pt: UpkeepSentences = {
  reportWhy: 'Por que motivo denuncia este comentário?',
  reasons: {
    abuse: 'Insultos ou ataques pessoais',
    hate: 'Ódio ou discriminação',
    spam: 'Publicidade',
    'off-topic': 'Fora do tema',
    illegal: 'Contrário à lei',
    'private-data': 'Informações privadas sobre uma pessoa',
    other: 'Outro motivo',
  },
  reportNote: 'Detalhes (opcional)',
  reportSend: 'Enviar a denúncia',
  reported: 'Recebemos a sua denúncia. Agradecemos a ajuda.',
  editLabel: 'O seu comentário',
  save: 'Confirmar alterações',
  edited: 'O seu comentário foi alterado.',
  editedHeld: 'O seu comentário foi alterado. Aparecerá assim que a moderação o ler.',
  withdrawAsk: 'Quer apagar este comentário definitivamente?',
  withdrawYes: 'Apagar',
  withdrawNo: 'Não apagar',
  withdrawn: 'O seu comentário foi apagado.',
  appeal: 'Contestar',
  appealLabel: 'Por que motivo foi um erro recusar este comentário?',
  appealHint: 'Só é possível contestar uma vez. Outra pessoa da moderação voltará a ler o seu comentário.',
  appealSend: 'Enviar a contestação',
  appeals: {
    open: 'A sua contestação foi recebida. Outra pessoa da moderação voltará a ler o seu comentário.',
    upheld: 'A sua contestação foi analisada: a recusa foi mantida.',
    overturned: 'A sua contestação foi atendida: o comentário está publicado.',
  },
};
