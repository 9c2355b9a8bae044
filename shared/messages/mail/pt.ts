import type { MailSentences } from './sentences.ts';

export const pt: MailSentences = {
  title: 'E-mails',
  address: 'Endereço de e-mail',
  why: 'Não é mostrado a ninguém. É enviada para lá uma mensagem para o confirmar e, até então, mais nada.',
  ask: 'Enviar-me a mensagem',
  asked: 'Foi enviada uma mensagem para {address}. Abra-a para confirmar o endereço.',
  again: 'Enviar de novo',
  sentAgain: 'Foi enviada outra mensagem para {address}.',
  other: 'Indicar outro endereço',
  confirmed: 'Os seus e-mails são enviados para {address}.',
  bounced:
    '{address} recusou os nossos e-mails, pelo que já nada é enviado para lá. Indique outro endereço ou tente este de novo.',
  retry: 'Tentar de novo',
  remove: 'Eliminar este endereço',
  removed: 'O endereço foi eliminado.',
  rhythm: 'Com que frequência podemos escrever-lhe?',
  rhythms: {
    instant: 'Escrever-me de imediato',
    hourly: 'Escrever-me no máximo uma vez por hora, com tudo junto',
    daily: 'Escrever-me uma vez por dia',
  },
  dailyAt: 'Hora do e-mail diário',
  quiet: 'Não me escrever a certas horas',
  quietFrom: 'Nenhum e-mail a partir das',
  quietTo: 'De novo e-mails a partir das',
  news: 'Escrever-me quando um comentário meu ficar retido, for publicado ou recusado',
  saved: 'Ficou guardado.',
};
