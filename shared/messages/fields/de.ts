import type { FieldSentences } from './sentences.ts';

export const fields: FieldSentences = {
  required: 'Diese Angabe wird benötigt.',
  empty: 'Bitte schreiben Sie etwas.',
  'too-short': 'Bitte mindestens {limit} Zeichen.',
  'too-long': 'Bitte höchstens {limit} Zeichen.',
  'not-text': 'Hier muss Text stehen.',
  invalid: 'Dieser Wert ist nicht gültig.',
  'invalid-email': 'Das sieht nicht wie eine E-Mail-Adresse aus.',
  'email-required': 'Bitte geben Sie eine E-Mail-Adresse an.',
  'invalid-url': 'Das sieht nicht wie eine Webadresse aus.',
  'unknown-field': 'Dieses Feld ist hier nicht bekannt.',
  'imitates-moderator': 'Dieser Name klingt nach der Moderation. Bitte wählen Sie einen anderen.',
};
