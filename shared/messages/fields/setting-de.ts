import type { SettingFieldSentences } from './setting-sentences.ts';

export const settingFields: SettingFieldSentences = {
  'in-the-past': 'Bitte wählen Sie einen Zeitpunkt in der Zukunft.',
  'too-far-ahead': 'Bitte höchstens {limit} Tage im Voraus.',
  'too-many': 'Bitte höchstens {limit} Einträge.',
  duplicate: '„{entry}“ steht zweimal in dieser Liste.',
  contradiction: '„{entry}“ steht in mehreren Listen. Bitte entscheiden Sie sich für eine.',
  'misplaced-star': 'In „{entry}“ gehört der Stern ans Ende oder an beide Enden.',
  unmatchable:
    'Nach „{entry}“ kann nicht gesucht werden: Ein Eintrag beginnt und endet mit einem Buchstaben oder einer Ziffer.',
  'invalid-host': '„{entry}“ ist kein Hostname. Bitte schreiben Sie ihn wie beispiel.de.',
  'invalid-origin': '„{entry}“ ist keine Herkunft. Bitte schreiben Sie sie wie https://example.com.',
  'not-callable':
    '„{entry}“ kann nicht aufgerufen werden: Die Adresse muss mit https:// beginnen, ohne Passwort, und ins öffentliche Internet führen.',
};
