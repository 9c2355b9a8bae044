import type { MailSentences } from './sentences.ts';

export const es: MailSentences = {
  title: 'Correos electrónicos',
  address: 'Correo electrónico',
  why: 'No se muestra a nadie. Se envía allí un mensaje para que lo confirme, y nada más hasta entonces.',
  ask: 'Enviarme el mensaje',
  asked: 'Se ha enviado un mensaje a {address}. Ábralo para confirmar su dirección.',
  again: 'Volver a enviarlo',
  sentAgain: 'Se ha enviado otro mensaje a {address}.',
  other: 'Dar otra dirección',
  confirmed: 'Sus correos se envían a {address}.',
  bounced:
    '{address} ha rechazado nuestros correos, así que ya no se envía nada allí. Dé otra dirección o vuelva a probar esta.',
  retry: 'Volver a probar',
  remove: 'Eliminar esta dirección',
  removed: 'La dirección se ha eliminado.',
  rhythm: '¿Con qué frecuencia podemos escribirle?',
  rhythms: {
    instant: 'Escribirme de inmediato',
    hourly: 'Escribirme una vez por hora como máximo, con todo junto',
    daily: 'Escribirme una vez al día',
  },
  dailyAt: 'Hora del correo diario',
  quiet: 'No escribirme a ciertas horas',
  quietFrom: 'Ningún correo a partir de las',
  quietTo: 'De nuevo correos a partir de las',
  news: 'Escribirme cuando un comentario mío quede en espera, se publique o se rechace',
  saved: 'Se ha guardado.',
};
