import type { FeedSentences } from './sentences.ts';

export const tr: FeedSentences = {
  ofSite: '{site} yorumları',
  ofThread: '“{title}” yazısına yapılan yorumlar',
  by: 'Yorum: {name}',
  byOn: 'Yorum: {name} – “{title}”',
  about: '“{question}” hakkında',
};
