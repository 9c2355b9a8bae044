import type { SubscribeSentences } from './sentences.ts';

export const es: SubscribeSentences = {
  title: '¿Qué desea seguir?',
  wishes: {
    thread: 'Avisarme de cada comentario nuevo',
    answers: 'Avisarme de las respuestas a mis comentarios',
    comment: 'Avisarme de las respuestas a este comentario',
    author: 'Avisarme de cada comentario de {name}',
  },
  how: 'La campana le avisa, bajo este artículo y bajo los demás.',
  keepWhy: 'De lo contrario, ya no recibirá avisos al cerrar esta pestaña.',
  mail: 'Escribirme también por correo electrónico',
  holds: {
    thread: 'Se le avisa de cada comentario nuevo de este debate.',
    answers: 'Se le avisa de las respuestas a sus comentarios.',
    comment: 'Se le avisa de las respuestas a un comentario de {name}.',
    author: 'Se le avisa de cada comentario de {name}.',
  },
  nameless: {
    comment: 'Se le avisa de las respuestas a un comentario.',
    author: 'Se le avisa de los comentarios de una persona.',
  },
  byMail: 'También recibe un correo electrónico.',
  mailWaits: 'Los correos llegarán cuando confirme su dirección.',
  mailBack: 'Los correos enviados a su dirección nos llegan devueltos.',
  stop: 'Dejar de seguir',
  stopped: 'Ya no se le avisará de eso.',
  close: 'Cerrar',
  mute: 'No volver a ver los comentarios de {name}',
  unmute: 'Volver a ver los comentarios de {name}',
  muted: 'Los comentarios de {name} quedan plegados a partir de ahora. Encontrará el nombre en su espacio.',
  unmuted: 'Los comentarios de {name} se muestran de nuevo.',
  veiled: 'Comentario de una persona que ya no desea leer',
  show: 'Mostrar',
  none: 'Todavía no sigue nada.',
  mutes: 'Personas que ya no lee',
  more: 'Mostrar más',
};
