import type { MailPageSentences } from './sentences.ts';

export const es: MailPageSentences = {
  confirm: {
    heading: 'Confirmar su dirección',
    what: '{address} recibirá los correos que usted pida en los comentarios de {site}.',
  },
  confirmAct: 'Confirmar esta dirección',
  confirmed: {
    heading: 'Su dirección está confirmada',
    what: 'Los correos que usted pida llegarán a {address}. Puede cerrar esta página.',
  },
  confirmedBefore: {
    heading: 'Esta dirección ya está confirmada',
    what: 'No queda nada por hacer. Puede cerrar esta página.',
  },
  confirmGone: {
    heading: 'Esta dirección no espera confirmación',
    what: 'Se ha quitado o cambiado desde entonces. Para recibir correos, indique su dirección en los comentarios.',
  },
  stop: { heading: '¿Dejar de recibir estos correos?', what: 'Ningún correo le avisará más de lo siguiente:' },
  stopAct: 'Dejar de recibir estos correos',
  stopped: {
    heading: 'Ya no recibirá estos correos',
    what: 'La campana de los comentarios le sigue avisando de lo que usted sigue.',
  },
  stopAll: {
    heading: '¿Dejar de recibir todos los correos?',
    what: 'No se enviará nada más a {address} sobre los comentarios de {site}, y la dirección se olvidará.',
  },
  stopAllAct: 'Dejar de recibir todos los correos',
  stoppedAll: {
    heading: 'Ya no recibirá ningún correo',
    what: 'Su dirección se ha olvidado. Para volver a recibir correos, indíquela en los comentarios.',
  },
  settings: { heading: 'Sus correos', what: 'Llegan a {address} y tratan de los comentarios de {site}.' },
  noMail: {
    heading: 'No se le envía ningún correo',
    what: 'No hay ninguna dirección guardada. Para recibir correos, indique la suya en los comentarios.',
  },
  notConfirmed: 'Esta dirección aún no está confirmada: el enlace para hacerlo está en el correo que recibió.',
  bounced:
    'Esta dirección ha rechazado nuestros correos: ya no se envía nada a ella. Puede volver a probarla aquí o dar otra en los comentarios.',
  retry: 'Volver a probar esta dirección',
  frequency: 'Cuándo llegan los correos',
  frequencies: {
    instant: 'Enseguida',
    hourly: 'Juntos, una vez por hora',
    daily: 'Juntos, una vez al día',
  },
  frequencyWrong: 'Elija, por favor, cuándo llegan los correos.',
  dailyAt: 'Hora del correo diario',
  dailyWrong: 'Indique, por favor, la hora del correo diario, por ejemplo 08:00.',
  zone: 'Zona horaria',
  zoneWhy: 'Todas las horas de esta página son de esta zona.',
  zoneWrong: 'Elija, por favor, una zona horaria de la lista.',
  quiet: 'No enviar nada a ciertas horas',
  quietFrom: 'Desde',
  quietTo: 'Hasta',
  quietWhy: 'Lo que ocurra entretanto se envía después.',
  quietWrong: 'Indique, por favor, una hora de inicio y una de fin.',
  news: 'Escribirme también qué ha sido de mis propios comentarios',
  save: 'Guardar',
  saved: 'Guardado.',
  notSaved: 'No se ha guardado nada: hay algo que revisar más abajo.',
  follows: 'Lo que usted sigue',
  followsNothing: 'Por ahora no sigue nada.',
  kinds: {
    thread: 'Los comentarios nuevos sobre «{title}»',
    answers: 'Las respuestas a sus comentarios',
    comment: 'Las respuestas al comentario de {name} sobre «{title}»',
    commentOfNobody: 'Las respuestas a un comentario sobre «{title}»',
    author: 'Los comentarios de {name}',
    authorNobody: 'Los comentarios de una persona',
    own: 'Lo que ha sido de sus propios comentarios',
  },
  mailOff: 'No recibir más correos',
  mailOn: 'Recibir también correos',
  more: 'Mostrar más',
  appeal: 'Reclamar contra la decisión de la moderación',
  appealSent: {
    heading: 'Su reclamación se ha enviado',
    what: 'Otra persona de la moderación volverá a leer su comentario. La respuesta aparecerá en los comentarios, junto al suyo.',
  },
  appealClosed: 'No cabe reclamar contra esta decisión',
  forged: {
    heading: 'Este enlace no lleva a ninguna parte',
    what: 'Está incompleto o se ha modificado. Ábralo directamente desde el correo o cópielo entero.',
  },
  expired: {
    heading: 'Este enlace ha caducado',
    what: 'Los enlaces de los correos solo funcionan durante un tiempo. Abra el de un correo más reciente o vaya a los comentarios del sitio.',
  },
  failed: {
    heading: 'No ha funcionado',
    what: 'Se ha producido un error por nuestra parte. Vuelva a intentarlo dentro de un momento, por favor.',
  },
  tooLarge: {
    heading: 'Ha sido demasiado',
    what: 'Lo que ha enviado es demasiado largo. No ha cambiado nada. Vuelva atrás y acórtelo.',
  },
  unreadable: {
    heading: 'No se ha podido leer',
    what: 'Lo que se ha enviado no es un formulario de esta página. No ha cambiado nada. Abra de nuevo el enlace del correo.',
  },
  wrongMethod: {
    heading: 'Eso no es posible aquí',
    what: 'No ha cambiado nada. Abra de nuevo el enlace del correo y use los botones de la página.',
  },
  tooOften: {
    heading: 'Han sido demasiadas veces',
    what: 'No ha cambiado nada. Espere unos minutos y vuelva a intentarlo.',
  },
};
