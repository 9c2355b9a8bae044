import type { FieldSentences } from './sentences.ts';

export const fields: FieldSentences = {
  required: 'Este campo é obrigatório.',
  empty: 'Escreva alguma coisa.',
  'too-short': 'São necessários pelo menos {limit} caracteres.',
  'too-long': 'São permitidos no máximo {limit} caracteres.',
  'not-text': 'Este campo deve conter texto.',
  invalid: 'Este valor não é válido.',
  'invalid-email': 'Isto não parece ser um endereço de e-mail.',
  'email-required': 'Indique um endereço de e-mail.',
  'invalid-url': 'Isto não parece ser um endereço web.',
  'unknown-field': 'Este campo não é conhecido aqui.',
  'imitates-moderator': 'Este nome parece ser o de alguém da moderação. Escolha outro.',
};
