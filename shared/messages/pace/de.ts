import type { PaceSentences } from './sentences.ts';

export const de: PaceSentences = {
  slow: 'Die Diskussion ist sehr lebhaft: Jede Person kann alle {n}\u00a0s einen Kommentar schreiben.',
  closed: 'Die Diskussion ist geschlossen.',
  closedWriting:
    'Die Diskussion ist geschlossen: Dieser Text kann nicht mehr veröffentlicht werden. Er bleibt hier, solange diese Seite geöffnet ist.',
  premod: 'Die Kommentare dieser Diskussion werden vor der Veröffentlichung gelesen.',
};
