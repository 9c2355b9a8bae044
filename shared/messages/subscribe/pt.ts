import type { SubscribeSentences } from './sentences.ts';

export const pt: SubscribeSentences = {
  title: 'O que deseja seguir?',
  wishes: {
    thread: 'Avisar-me de cada novo comentário',
    answers: 'Avisar-me das respostas aos meus comentários',
    comment: 'Avisar-me das respostas a este comentário',
    author: 'Avisar-me de cada comentário de {name}',
  },
  how: 'O sino avisa, neste artigo e em todos os outros.',
  keepWhy: 'Caso contrário, deixará de receber avisos depois de fechar esta página.',
  mail: 'Escrever-me também por e-mail',
  holds: {
    thread: 'Recebe um aviso de cada novo comentário desta discussão.',
    answers: 'Recebe um aviso das respostas aos seus comentários.',
    comment: 'Recebe um aviso das respostas a um comentário de {name}.',
    author: 'Recebe um aviso de cada comentário de {name}.',
  },
  nameless: {
    comment: 'Recebe um aviso das respostas a um comentário.',
    author: 'Recebe um aviso dos comentários de uma pessoa.',
  },
  byMail: 'Recebe também um e-mail.',
  mailWaits: 'Os e-mails chegarão depois de confirmar o seu endereço.',
  mailBack: 'Os e-mails enviados para o seu endereço são-nos devolvidos.',
  stop: 'Parar',
  stopped: 'Deixará de receber avisos disto.',
  close: 'Fechar',
  mute: 'Não ver mais os comentários de {name}',
  unmute: 'Voltar a ver os comentários de {name}',
  muted: 'A partir de agora, os comentários de {name} ficam recolhidos. Encontra o nome no seu espaço.',
  unmuted: 'Os comentários de {name} são de novo mostrados.',
  veiled: 'Comentário de uma pessoa que deixou de ler',
  show: 'Mostrar',
  none: 'Ainda não segue nada.',
  mutes: 'Pessoas que deixou de ler',
  more: 'Mostrar mais',
};
