import type { BellSentences } from './sentences.ts';

export const es: BellSentences = {
  none: 'Aún no hay notificaciones. Las respuestas a sus comentarios aparecerán aquí.',
  nowhere: 'No se conoce la dirección de este artículo.',
  untitled: 'Un debate sin título',
  followed: '{name}, a quien sigue,',
  told: {
    reply: '{who} le ha respondido.',
    replyThread: '{who} le ha respondido en un debate que sigue.',
    replyMention: '{who} le ha respondido y le menciona.',
    replyMentionThread: '{who} le ha respondido y le menciona en un debate que sigue.',
    mention: '{who} le ha mencionado.',
    mentionThread: '{who} le ha mencionado en un debate que sigue.',
    mentionBranch: '{who} le ha mencionado en una conversación que sigue.',
    branch: '{who} ha respondido en una conversación que sigue.',
    thread: '{who} ha escrito en un debate que sigue.',
    author: '{who} ha publicado un comentario.',
  },
  report: 'Su denuncia se ha examinado.',
  upheld: 'El comentario se ha retirado. Gracias.',
  dismissed: 'El comentario se mantiene porque respeta las normas.',
  verdicts: {
    held: 'Su comentario espera ahora a que la moderación lo lea.',
    published: 'Su comentario está publicado.',
    refused: 'Su comentario ha sido rechazado.',
  },
  appeal: 'Abra el comentario para releerlo o recurrir la decisión.',
  unread: 'sin leer',
  readAll: 'Marcar todo como leído',
  more: 'Mostrar notificaciones más antiguas',
};
