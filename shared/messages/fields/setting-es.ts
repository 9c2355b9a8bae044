import type { SettingFieldSentences } from './setting-sentences.ts';

export const settingFields: SettingFieldSentences = {
  'in-the-past': 'Elija un momento futuro, por favor.',
  'too-far-ahead': 'Con {limit} días de antelación como máximo, por favor.',
  'too-many': 'Como máximo {limit} entradas, por favor.',
  duplicate: '«{entry}» aparece dos veces en esta lista.',
  contradiction: '«{entry}» aparece en varias listas. Elija una, por favor.',
  'misplaced-star': 'En «{entry}», el asterisco va al final o en ambos extremos.',
  unmatchable: 'No se puede buscar «{entry}»: una entrada empieza y termina con una letra o una cifra.',
  'invalid-host': '«{entry}» no es un nombre de sitio. Escríbalo como ejemplo.es.',
  'invalid-origin': '«{entry}» no es un origen. Escríbalo como https://example.com.',
  'not-callable':
    '«{entry}» no se puede llamar: la dirección debe empezar por https://, sin contraseña, y llevar a la internet pública.',
};
