import type { TroubleSentences } from './sentences.ts';

export const de: TroubleSentences = { unavailable: 'Auf dieser Seite sind keine Kommentare verfügbar.' };
