import type { FieldSentences } from './sentences.ts';

export const fields: FieldSentences = {
  required: 'Este campo es necesario.',
  empty: 'Escriba algo, por favor.',
  'too-short': 'Al menos {limit} caracteres, por favor.',
  'too-long': 'Como máximo {limit} caracteres, por favor.',
  'not-text': 'Este campo debe ser texto.',
  invalid: 'Este valor no es válido.',
  'invalid-email': 'Esto no parece una dirección de correo electrónico.',
  'email-required': 'Indique una dirección de correo electrónico, por favor.',
  'invalid-url': 'Esto no parece una dirección web.',
  'unknown-field': 'Este campo no se conoce aquí.',
  'imitates-moderator': 'Este nombre parece de la moderación. Elija otro, por favor.',
};
