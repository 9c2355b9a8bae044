import type { FieldSentences } from './sentences.ts';

export const fields: FieldSentences = {
  required: 'Questo campo è obbligatorio.',
  empty: 'Scrivi qualcosa.',
  'too-short': 'Servono almeno {limit} caratteri.',
  'too-long': 'Sono ammessi al massimo {limit} caratteri.',
  'not-text': 'Questo campo deve contenere testo.',
  invalid: 'Questo valore non è valido.',
  'invalid-email': 'Questo non sembra un indirizzo e-mail.',
  'email-required': 'Indica un indirizzo e-mail.',
  'invalid-url': 'Questo non sembra un indirizzo web.',
  'unknown-field': 'Questo campo non è previsto qui.',
  'imitates-moderator': 'Questo nome somiglia a quello di chi modera. Scegline un altro.',
};
