import type { MineSentences } from './sentences.ts';

export const es: MineSentences = {
  close: 'Cerrar',
  tabs: { comments: 'Mis comentarios', follows: 'Lo que sigo', account: 'Mi cuenta' },
  states: { published: 'Publicado', held: 'En espera', refused: 'No publicado', withdrawn: 'Eliminado' },
  wiped: 'Su texto ya no se conserva.',
  none: 'Todavía no ha escrito nada aquí.',
  more: 'Mostrar comentarios más antiguos',
  untitled: 'Un debate sin título',
  about: 'Sobre «{question}»',
  yours: 'Sus datos',
  export: 'Descargar mis datos',
  exportWhy: 'Un archivo con todo lo que se conserva sobre usted, en formato JSON.',
  exported: 'Su archivo está listo.',
  erase: 'Eliminar todos mis comentarios',
  eraseAsk: {
    one: '¿Eliminar su único comentario?',
    many: '¿Eliminar sus {n} de comentarios?',
    other: '¿Eliminar sus {n} comentarios?',
  },
  eraseWhy: {
    one: 'Nada de ello quedará a la vista en los debates, salvo las respuestas de otros. La moderación podrá leer sus textos durante {n} día más; después se borran para siempre.',
    many: 'Nada de ello quedará a la vista en los debates, salvo las respuestas de otros. La moderación podrá leer sus textos durante {n} de días más; después se borran para siempre.',
    other:
      'Nada de ello quedará a la vista en los debates, salvo las respuestas de otros. La moderación podrá leer sus textos durante {n} días más; después se borran para siempre.',
  },
  eraseYes: { one: 'Eliminar {n} comentario', many: 'Eliminar {n} de comentarios', other: 'Eliminar {n} comentarios' },
  forget: 'Borrar todo lo que me concierne',
  forgetAsk: {
    one: '¿Borrar su comentario, su nombre, su correo electrónico, sus reacciones, sus denuncias, sus notificaciones, lo que sigue y la lista de personas que ya no lee?',
    many: '¿Borrar sus {n} de comentarios, su nombre, su correo electrónico, sus reacciones, sus denuncias, sus notificaciones, lo que sigue y la lista de personas que ya no lee?',
    other:
      '¿Borrar sus {n} comentarios, su nombre, su correo electrónico, sus reacciones, sus denuncias, sus notificaciones, lo que sigue y la lista de personas que ya no lee?',
  },
  forgetAskNone:
    '¿Borrar su nombre, su correo electrónico, sus reacciones, sus denuncias, sus notificaciones, lo que sigue y la lista de personas que ya no lee?',
  forgetWhy:
    'Sus textos se borran de inmediato. Solo queda constancia de lo que decidió la moderación, sin su nombre ni sus textos.',
  forgetYes: 'Borrar todo',
  goOn: 'Continuar',
  sure: 'No se puede deshacer. ¿De verdad quiere hacerlo?',
  running: {
    one: 'Eliminando: {done} de {n} comentario',
    many: 'Eliminando: {done} de {n} de comentarios',
    other: 'Eliminando: {done} de {n} comentarios',
  },
  erased: 'Sus comentarios se han eliminado.',
  forgotten: 'Hecho: aquí ya nada dice quién es usted. Se están borrando los últimos de sus textos.',
};
