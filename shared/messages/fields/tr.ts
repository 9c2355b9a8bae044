import type { FieldSentences } from './sentences.ts';

export const fields: FieldSentences = {
  required: 'Bu alan zorunludur.',
  empty: 'Lütfen bir şeyler yazın.',
  'too-short': 'Lütfen en az {limit} karakter yazın.',
  'too-long': 'Lütfen en fazla {limit} karakter yazın.',
  'not-text': 'Bu alan metin olmalıdır.',
  invalid: 'Bu değer geçerli değil.',
  'invalid-email': 'Bu, bir e-posta adresine benzemiyor.',
  'email-required': 'Lütfen bir e-posta adresi yazın.',
  'invalid-url': 'Bu, bir web adresine benzemiyor.',
  'unknown-field': 'Bu alan burada bilinmiyor.',
  'imitates-moderator': 'Bu ad bir moderatörün adına benziyor. Lütfen başka bir ad seçin.',
};
