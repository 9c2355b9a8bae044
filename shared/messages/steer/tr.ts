import type { SteerSentences } from './sentences.ts';

export const tr: SteerSentences = {
  moderate: 'Denetle',
  comment: '{name} adlı kişinin yorumunu denetle (yeni pencere)',
  discussion: 'Tartışmayı denetle (yeni pencere)',
  stop: 'Bir daha gösterme',
  stopAll: 'Bu düğmeleri bir daha gösterme',
};
