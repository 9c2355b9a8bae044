import type { BellSentences } from './sentences.ts';

export const pt: BellSentences = {
  none: 'Ainda não há notificações. As respostas aos seus comentários aparecerão aqui.',
  nowhere: 'O endereço deste artigo não é conhecido.',
  untitled: 'Uma discussão sem título',
  followed: '{name}, que faz parte das pessoas que segue,',
  told: {
    reply: '{who} respondeu ao seu comentário.',
    replyThread: '{who} respondeu ao seu comentário numa discussão que segue.',
    replyMention: '{who} respondeu ao seu comentário e citou o seu nome.',
    replyMentionThread: '{who} respondeu ao seu comentário e citou o seu nome numa discussão que segue.',
    mention: '{who} citou o seu nome.',
    mentionThread: '{who} citou o seu nome numa discussão que segue.',
    mentionBranch: '{who} citou o seu nome numa conversa que segue.',
    branch: '{who} respondeu numa conversa que segue.',
    thread: '{who} escreveu numa discussão que segue.',
    author: '{who} publicou um comentário.',
  },
  report: 'A sua denúncia foi analisada.',
  upheld: 'O comentário foi removido. Agradecemos a sua ajuda.',
  dismissed: 'O comentário continua publicado, pois respeita as regras.',
  verdicts: {
    held: 'O seu comentário aguarda agora a leitura da moderação.',
    published: 'O seu comentário está publicado.',
    refused: 'O seu comentário foi recusado.',
  },
  appeal: 'Abra o comentário para o reler ou contestar a decisão.',
  unread: 'não lida',
  readAll: 'Marcar todas como lidas',
  more: 'Mostrar notificações mais antigas',
};
