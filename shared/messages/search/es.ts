import type { SearchSentences } from './sentences.ts';

export const es: SearchSentences = {
  field: 'Buscar en los comentarios',
  submit: 'Iniciar la búsqueda',
  close: 'Cerrar la búsqueda',
  searching: 'Buscando…',
  found: {
    one: '{n} comentario encontrado',
    many: '{n} de comentarios encontrados',
    other: '{n} comentarios encontrados',
  },
  foundSoFar: {
    one: '{n} comentario encontrado por ahora',
    many: '{n} de comentarios encontrados por ahora',
    other: '{n} comentarios encontrados por ahora',
  },
  none: 'Ningún comentario contiene estas palabras.',
  noneSoFar: 'No se ha encontrado nada entre los comentarios más recientes.',
  goOn: 'Seguir buscando',
  feed: 'Seguir esta conversación por canal web (Atom)',
};
