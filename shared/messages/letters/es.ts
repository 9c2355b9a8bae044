import type { LetterSentences } from './sentences.ts';

export const es: LetterSentences = {
  subjects: {
    reply: '{name} ha respondido a su comentario sobre «{title}»',
    mention: '{name} le ha mencionado en un comentario sobre «{title}»',
    branch: '{name} continúa una conversación que usted sigue sobre «{title}»',
    author: '{name} ha publicado un comentario sobre «{title}»',
    thread: 'Nuevo comentario de {name} sobre «{title}»',
  },
  told: {
    reply: '{name} ha respondido a su comentario.',
    mention: '{name} le ha mencionado en un comentario.',
    branch: '{name} ha continuado una conversación que usted sigue.',
    author: 'Usted sigue a {name}, que ha publicado un comentario.',
    thread: '{name} ha publicado un comentario en un debate que usted sigue.',
  },
  also: {
    mention: 'En él se menciona su nombre.',
    branch: 'También continúa una conversación que usted sigue.',
    author: 'Usted sigue además a quien lo ha escrito.',
    thread: 'Usted sigue además todo el debate.',
  },
  read: 'Leer y responder',
  digestSubject: {
    one: '{n} comentario nuevo para usted en {site}',
    many: '{n} de comentarios nuevos para usted en {site}',
    other: '{n} comentarios nuevos para usted en {site}',
  },
  digest: {
    one: '{n} comentario nuevo le espera en {site}.',
    many: '{n} de comentarios nuevos le esperan en {site}.',
    other: '{n} comentarios nuevos le esperan en {site}.',
  },
  confirmSubject: 'Confirme su dirección de correo para {site}',
  confirm:
    'Alguien, probablemente usted, ha pedido que se envíen a esta dirección novedades sobre los comentarios de {site}. Si está de acuerdo, confirme que la dirección es suya.',
  confirmAct: 'Confirmar esta dirección',
  confirmElse: {
    one: 'El enlace es válido durante {n} día. Si no ha sido usted, no tiene que hacer nada: sin confirmación no se enviará nada más y la dirección se olvidará.',
    many: 'El enlace es válido durante {n} de días. Si no ha sido usted, no tiene que hacer nada: sin confirmación no se enviará nada más y la dirección se olvidará.',
    other:
      'El enlace es válido durante {n} días. Si no ha sido usted, no tiene que hacer nada: sin confirmación no se enviará nada más y la dirección se olvidará.',
  },
  signInSubject: '{code} es su código para {site}',
  signIn:
    'Alguien, probablemente usted, quiere iniciar sesión en los comentarios de {site} con esta dirección. Este es el código:',
  signInAct: 'Volver a la página e iniciar sesión allí',
  signInElse: {
    one: 'El código sirve durante {n} minuto y una sola vez. Si no ha sido usted, no hace falta hacer nada: sin el código nadie puede iniciar sesión con su dirección. No se lo dé a nadie.',
    many: 'El código sirve durante {n} de minutos y una sola vez. Si no ha sido usted, no hace falta hacer nada: sin el código nadie puede iniciar sesión con su dirección. No se lo dé a nadie.',
    other:
      'El código sirve durante {n} minutos y una sola vez. Si no ha sido usted, no hace falta hacer nada: sin el código nadie puede iniciar sesión con su dirección. No se lo dé a nadie.',
  },
  verdictSubjects: {
    held: 'La moderación revisa su comentario sobre «{title}»',
    published: 'Su comentario sobre «{title}» se ha publicado',
    refused: 'Su comentario sobre «{title}» no se ha publicado',
  },
  verdicts: {
    held: 'La moderación está revisando su comentario. Hasta que decida, solo usted lo ve.',
    published: 'La moderación ha revisado su comentario: ya está a la vista de todos.',
    refused: 'La moderación ha decidido no publicar su comentario.',
  },
  yours: 'Usted había escrito:',
  appealUntil: 'Si cree que es un error, puede reclamar contra esta decisión hasta el {date}.',
  appealAct: 'Reclamar contra esta decisión',
  why: {
    thread: 'Recibe este correo porque sigue este debate.',
    answers: 'Recibe este correo porque ha pedido saber cuándo le responden.',
    comment: 'Recibe este correo porque sigue las respuestas a un comentario de este debate.',
    author: 'Recibe este correo porque sigue a {name}.',
    own: 'Recibe este correo porque trata de un comentario que usted ha escrito.',
    several: 'Recibe este correo porque sigue comentarios en {site}.',
  },
  stop: 'No recibir más estos correos',
  stopAll: 'No recibir ningún correo más de {site}',
  settings: 'Elegir qué correos recibe',
};
