import type { FieldSentences } from './sentences.ts';

export const fields: FieldSentences = {
  required: 'Ce champ est nécessaire.',
  empty: 'Veuillez écrire quelque chose.',
  'too-short': 'Au moins {limit} caractères, s’il vous plaît.',
  'too-long': 'Au plus {limit} caractères, s’il vous plaît.',
  'not-text': 'Ce champ doit être du texte.',
  invalid: 'Cette valeur n’est pas valable.',
  'invalid-email': 'Cela ne ressemble pas à une adresse e-mail.',
  'email-required': 'Veuillez indiquer une adresse e-mail.',
  'invalid-url': 'Cela ne ressemble pas à une adresse web.',
  'unknown-field': 'Ce champ n’est pas connu ici.',
  'imitates-moderator': 'Ce nom ressemble à celui d’un modérateur. Veuillez en choisir un autre.',
};
