import type { SearchSentences } from './sentences.ts';

export const tr: SearchSentences = {
  field: 'Yorumlarda ara',
  submit: 'Aramayı başlat',
  close: 'Aramayı kapat',
  searching: 'Aranıyor…',
  found: { one: '{n} yorum bulundu', other: '{n} yorum bulundu' },
  foundSoFar: { one: 'Şimdilik {n} yorum bulundu', other: 'Şimdilik {n} yorum bulundu' },
  none: 'Bu sözcükleri içeren yorum yok.',
  noneSoFar: 'En yeni yorumlarda bir şey bulunamadı.',
  goOn: 'Aramaya devam et',
  feed: 'Bu tartışmayı akışla takip et (Atom)',
};
