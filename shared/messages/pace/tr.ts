import type { PaceSentences } from './sentences.ts';

export const tr: PaceSentences = {
  slow: 'Bu tartışma çok hareketli: herkes {n} saniyede bir yorum yazabilir.',
  closed: 'Bu tartışma kapatıldı.',
  closedWriting: 'Bu tartışma kapatıldı: bu metin artık gönderilemez. Sayfa açık olduğu sürece burada kalır.',
  premod: 'Bu tartışmadaki yorumlar, yayımlanmadan önce bir moderatör tarafından okunuyor.',
};
