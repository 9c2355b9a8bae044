import type { OfferSentences } from './sentences.ts';

export const tr: OfferSentences = {
  react: 'Bu yoruma tepki ver',
  reactWith: '{emoji} ile tepki ver.',
  reacted: '{n} kişi böyle tepki verdi.',
  rate: 'Bu yazıya {n} yıldız ver',
  rated: '{n} değerlendirmeye göre {most} üzerinden {average}',
  unrated: 'Bu yazıyı henüz kimse değerlendirmedi.',
};
