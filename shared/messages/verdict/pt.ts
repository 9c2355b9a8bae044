import type { VerdictSentences } from './sentences.ts';

export const pt: VerdictSentences = {
  held: 'Pendente de aprovação',
  heldWhy: 'Ninguém mais pode ver este comentário até que a moderação o leia.',
  forgotten: 'Caso contrário, depois de fechar esta página, não voltará a encontrar este comentário nem a decisão.',
  refused: 'Não publicado',
  reasons: {
    abuse: 'A moderação considerou que ofende outras pessoas.',
    hate: 'A moderação considerou que ataca pessoas por serem quem são.',
    spam: 'A moderação considerou que se trata de publicidade.',
    'off-topic': 'A moderação considerou que não diz respeito a este artigo.',
    illegal: 'A moderação considerou que a lei não o permite.',
    'private-data': 'Revela informações privadas sobre uma pessoa.',
    other: 'A moderação decidiu não publicar este comentário.',
  },
  noteFrom: 'Mensagem da moderação:',
  approved: 'O seu comentário foi aprovado e está publicado.',
};
