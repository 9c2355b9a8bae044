import type { ComposerSentences } from './sentences.ts';

export const tr: ComposerSentences = {
  left: '{n} karakter kaldı',
  over: '{n} karakter fazla',
  tooMany: 'Kısa sürede çok fazla istek gönderildi. Metniniz hâlâ burada.',
  retryAt: 'Saat {time} itibarıyla yeniden deneyebilirsiniz.',
  waitUntil: 'Saat {time} itibarıyla mümkün',
  mentions: { one: 'Bahsedilebilecek {n} kişi', other: 'Bahsedilebilecek {n} kişi' },
};
