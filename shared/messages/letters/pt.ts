import type { LetterSentences } from './sentences.ts';

export const pt: LetterSentences = {
  subjects: {
    reply: '{name} respondeu ao seu comentário sobre «{title}»',
    mention: '{name} citou o seu nome num comentário sobre «{title}»',
    branch: '{name} continuou uma conversa que segue sobre «{title}»',
    author: '{name} publicou um comentário sobre «{title}»',
    thread: 'Novo comentário de {name} sobre «{title}»',
  },
  told: {
    reply: '{name} respondeu ao seu comentário.',
    mention: '{name} citou o seu nome num comentário.',
    branch: '{name} continuou uma conversa que segue.',
    author: 'Há um novo comentário de {name}, cujos comentários segue.',
    thread: '{name} publicou um comentário numa discussão que segue.',
  },
  also: {
    mention: 'O seu nome é citado nele.',
    branch: 'Continua também uma conversa que segue.',
    author: 'Segue também a pessoa que o escreveu.',
    thread: 'Segue também toda a discussão.',
  },
  read: 'Ler e responder',
  digestSubject: {
    one: '{n} novo comentário para si em {site}',
    many: '{n} de novos comentários para si em {site}',
    other: '{n} novos comentários para si em {site}',
  },
  digest: {
    one: '{n} novo comentário espera por si em {site}.',
    many: '{n} de novos comentários esperam por si em {site}.',
    other: '{n} novos comentários esperam por si em {site}.',
  },
  confirmSubject: 'Confirme o seu endereço de e-mail para {site}',
  confirm:
    'Alguém, que deve ser a pessoa que lê este e-mail, pediu que as novidades sobre os comentários de {site} sejam enviadas para este endereço. Se está de acordo, confirme que o endereço é seu.',
  confirmAct: 'Confirmar este endereço',
  confirmElse: {
    one: 'A ligação é válida durante {n} dia. Se o pedido não foi seu, não precisa de fazer nada: sem confirmação, nada mais será enviado e o endereço será esquecido.',
    many: 'A ligação é válida durante {n} de dias. Se o pedido não foi seu, não precisa de fazer nada: sem confirmação, nada mais será enviado e o endereço será esquecido.',
    other:
      'A ligação é válida durante {n} dias. Se o pedido não foi seu, não precisa de fazer nada: sem confirmação, nada mais será enviado e o endereço será esquecido.',
  },
  signInSubject: '{code} é o seu código para {site}',
  signIn:
    'Alguém, que deve ser a pessoa que lê este e-mail, quer iniciar sessão nos comentários de {site} com este endereço. O código é:',
  signInAct: 'Voltar à página e iniciar sessão lá',
  signInElse: {
    one: 'O código é válido durante {n} minuto e só uma vez. Se o pedido não partiu de si, não é preciso fazer nada: sem o código ninguém pode iniciar sessão com o seu endereço. Não o dê a ninguém.',
    many: 'O código é válido durante {n} de minutos e só uma vez. Se o pedido não partiu de si, não é preciso fazer nada: sem o código ninguém pode iniciar sessão com o seu endereço. Não o dê a ninguém.',
    other:
      'O código é válido durante {n} minutos e só uma vez. Se o pedido não partiu de si, não é preciso fazer nada: sem o código ninguém pode iniciar sessão com o seu endereço. Não o dê a ninguém.',
  },
  verdictSubjects: {
    held: 'A moderação está a rever o seu comentário sobre «{title}»',
    published: 'O seu comentário sobre «{title}» foi publicado',
    refused: 'O seu comentário sobre «{title}» não foi publicado',
  },
  verdicts: {
    held: 'A moderação está a rever o seu comentário. Até decidir, mais ninguém o vê.',
    published: 'A moderação reviu o seu comentário: está à vista de toda a gente.',
    refused: 'A moderação decidiu não publicar o seu comentário.',
  },
  yours: 'Tinha escrito:',
  appealUntil: 'Se pensa que é um erro, pode contestar esta decisão até {date}.',
  appealAct: 'Contestar esta decisão',
  why: {
    thread: 'Recebe este e-mail porque segue esta discussão.',
    answers: 'Recebe este e-mail porque pediu para saber quando alguém lhe responde.',
    comment: 'Recebe este e-mail porque segue as respostas a um comentário desta discussão.',
    author: 'Recebe este e-mail porque segue os comentários de {name}.',
    own: 'Recebe este e-mail porque diz respeito a um comentário que escreveu.',
    several: 'Recebe este e-mail porque segue comentários em {site}.',
  },
  stop: 'Deixar de receber estes e-mails',
  stopAll: 'Deixar de receber qualquer e-mail de {site}',
  settings: 'Escolher que e-mails recebe',
};
