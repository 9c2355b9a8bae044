import type { PreviewSentences } from './sentences.ts';

export const de: PreviewSentences = {
  nothing: 'Schreiben Sie etwas, dann sehen Sie es hier so wie alle anderen.',
  written: 'Sie schreiben',
  seen: 'Zu sehen ist',
  paragraphs: 'Eine leere Zeile beginnt einen neuen Absatz.',
  sends: '{key}+Enter sendet den Kommentar.',
};
