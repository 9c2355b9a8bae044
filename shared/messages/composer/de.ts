import type { ComposerSentences } from './sentences.ts';

export const de: ComposerSentences = {
  left: 'Noch {n} Zeichen',
  over: '{n} Zeichen zu viel',
  tooMany: 'Das war viel auf einmal. Ihr Text ist noch da.',
  retryAt: 'Ab {time}\u00a0Uhr können Sie es noch einmal versuchen.',
  waitUntil: 'Möglich ab {time}\u00a0Uhr',
  mentions: { one: '{n} Person zum Erwähnen', other: '{n} Personen zum Erwähnen' },
};
