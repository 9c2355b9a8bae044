import type { PreviewSentences } from './sentences.ts';

export const it: PreviewSentences = {
  nothing: 'Scrivi qualcosa e lo vedrai qui come lo vedranno gli altri.',
  written: 'Si scrive',
  seen: 'Si vede',
  paragraphs: 'Una riga vuota comincia un nuovo paragrafo.',
  sends: '{key}+Invio pubblica il commento.',
};
