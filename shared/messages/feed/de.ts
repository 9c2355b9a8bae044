import type { FeedSentences } from './sentences.ts';

export const de: FeedSentences = {
  ofSite: 'Kommentare auf {site}',
  ofThread: 'Kommentare zu „{title}“',
  by: 'Kommentar von {name}',
  byOn: 'Kommentar von {name} zu „{title}“',
  about: 'Zu „{question}“',
};
