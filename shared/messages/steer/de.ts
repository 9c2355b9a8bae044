import type { SteerSentences } from './sentences.ts';

export const de: SteerSentences = {
  moderate: 'Moderieren',
  comment: 'Kommentar von {name} moderieren (neues Fenster)',
  discussion: 'Diskussion moderieren (neues Fenster)',
  stop: 'Nicht mehr anzeigen',
  stopAll: 'Nicht mehr anzeigen (diese Schaltflächen)',
};
