import type { SteerSentences } from './sentences.ts';

export const it: SteerSentences = {
  moderate: 'Modera',
  comment: 'Modera il commento di {name} (nuova finestra)',
  discussion: 'Modera la discussione (nuova finestra)',
  stop: 'Non mostrare più',
  stopAll: 'Non mostrare più questi pulsanti',
};
