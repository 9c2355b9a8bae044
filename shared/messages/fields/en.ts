import type { FieldSentences } from './sentences.ts';

export const fields: FieldSentences = {
  required: 'This is needed.',
  empty: 'Please write something.',
  'too-short': 'At least {limit} characters, please.',
  'too-long': 'At most {limit} characters, please.',
  'not-text': 'This must be text.',
  invalid: 'This is not valid.',
  'invalid-email': 'This does not look like an e-mail address.',
  'email-required': 'Please give an e-mail address.',
  'invalid-url': 'This does not look like a web address.',
  'unknown-field': 'This field is not known here.',
  'imitates-moderator': 'This name looks like a moderator’s. Please choose another.',
};
