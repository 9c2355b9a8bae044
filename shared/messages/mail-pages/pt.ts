import type { MailPageSentences } from './sentences.ts';

export const pt: MailPageSentences = {
  confirm: {
    heading: 'Confirmar o seu endereço',
    what: 'Os e-mails que pedir nos comentários de {site} serão enviados para {address}.',
  },
  confirmAct: 'Confirmar este endereço',
  confirmed: {
    heading: 'O seu endereço está confirmado',
    what: 'Os e-mails que pedir serão enviados para {address}. Pode fechar esta página.',
  },
  confirmedBefore: {
    heading: 'Este endereço já está confirmado',
    what: 'Não há mais nada a fazer. Pode fechar esta página.',
  },
  confirmGone: {
    heading: 'Este endereço não espera confirmação',
    what: 'Foi retirado ou substituído entretanto. Para receber e-mails, indique o seu endereço nos comentários.',
  },
  stop: { heading: 'Deixar de receber estes e-mails?', what: 'Nenhum e-mail tratará mais do seguinte:' },
  stopAct: 'Deixar de receber estes e-mails',
  stopped: {
    heading: 'Já não receberá estes e-mails',
    what: 'O sino dos comentários continua a indicar o que segue.',
  },
  stopAll: {
    heading: 'Deixar de receber todos os e-mails?',
    what: 'Nada mais será enviado para {address} sobre os comentários de {site}, e o endereço será esquecido.',
  },
  stopAllAct: 'Deixar de receber todos os e-mails',
  stoppedAll: {
    heading: 'Já não receberá nenhum e-mail',
    what: 'O seu endereço foi esquecido. Para voltar a receber e-mails, indique-o nos comentários.',
  },
  settings: { heading: 'Os seus e-mails', what: 'São enviados para {address} e tratam dos comentários de {site}.' },
  noMail: {
    heading: 'Não lhe é enviado nenhum e-mail',
    what: 'Não há nenhum endereço guardado. Para receber e-mails, indique o seu nos comentários.',
  },
  notConfirmed: 'Este endereço ainda não está confirmado: a ligação para o fazer está no e-mail que recebeu.',
  bounced:
    'Este endereço recusou os nossos e-mails: já nada é enviado para lá. Pode voltar a tentar aqui ou indicar outro nos comentários.',
  retry: 'Tentar de novo este endereço',
  frequency: 'Quando chegam os e-mails',
  frequencies: {
    instant: 'De imediato',
    hourly: 'Juntos, uma vez por hora',
    daily: 'Juntos, uma vez por dia',
  },
  frequencyWrong: 'Escolha quando chegam os e-mails.',
  dailyAt: 'Hora do e-mail diário',
  dailyWrong: 'Indique a hora do e-mail diário, por exemplo 08:00.',
  zone: 'Fuso horário',
  zoneWhy: 'Todas as horas desta página são deste fuso.',
  zoneWrong: 'Escolha um fuso horário da lista.',
  quiet: 'Não enviar nada a certas horas',
  quietFrom: 'Das',
  quietTo: 'Às',
  quietWhy: 'O que acontecer entretanto é enviado depois.',
  quietWrong: 'Indique uma hora de início e uma hora de fim.',
  news: 'Escrever-me também sobre o que acontece aos meus próprios comentários',
  save: 'Guardar',
  saved: 'Guardado.',
  notSaved: 'Nada foi guardado: há algo a rever mais abaixo.',
  follows: 'O que segue',
  followsNothing: 'De momento não segue nada.',
  kinds: {
    thread: 'Os novos comentários sobre «{title}»',
    answers: 'As respostas aos seus comentários',
    comment: 'As respostas ao comentário de {name} sobre «{title}»',
    commentOfNobody: 'As respostas a um comentário sobre «{title}»',
    author: 'Os comentários de {name}',
    authorNobody: 'Os comentários de uma pessoa',
    own: 'O que acontece aos seus próprios comentários',
  },
  mailOff: 'Deixar de receber e-mails',
  mailOn: 'Receber também e-mails',
  more: 'Mostrar mais',
  appeal: 'Contestar a decisão da moderação',
  appealSent: {
    heading: 'A sua contestação foi enviada',
    what: 'Outra pessoa da moderação voltará a ler o seu comentário. A resposta aparecerá nos comentários, junto ao seu.',
  },
  appealClosed: 'Não é possível contestar esta decisão',
  forged: {
    heading: 'Esta ligação não leva a lado nenhum',
    what: 'Está incompleta ou foi alterada. Abra-a diretamente a partir do e-mail ou copie-a por inteiro.',
  },
  expired: {
    heading: 'Esta ligação expirou',
    what: 'As ligações dos e-mails só funcionam durante algum tempo. Abra a de um e-mail mais recente ou vá aos comentários do site.',
  },
  failed: {
    heading: 'Algo não funcionou',
    what: 'Ocorreu um erro do nosso lado. Tente novamente dentro de momentos.',
  },
  tooLarge: { heading: 'Foi demasiado', what: 'O que enviou é demasiado longo. Nada mudou. Volte atrás e encurte-o.' },
  unreadable: {
    heading: 'Não foi possível ler',
    what: 'O que foi enviado não é um formulário desta página. Nada mudou. Abra de novo a ligação do e-mail.',
  },
  wrongMethod: {
    heading: 'Isso não é possível aqui',
    what: 'Nada mudou. Abra de novo a ligação do e-mail e use os botões da página.',
  },
  tooOften: { heading: 'Foram demasiadas vezes', what: 'Nada mudou. Espere alguns minutos e tente de novo.' },
};
