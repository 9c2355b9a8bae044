import type { MailSentences } from './sentences.ts';

export const tr: MailSentences = {
  title: 'E-postalar',
  address: 'E-posta adresi',
  why: 'Kimseye gösterilmez. Onaylamanız için oraya bir ileti gönderilir, o zamana dek başka bir şey gönderilmez.',
  ask: 'İletiyi gönder',
  asked: '{address} adresine bir ileti gönderildi. Adresinizi o iletiden onaylayın.',
  again: 'Yeniden gönder',
  sentAgain: '{address} adresine bir ileti daha gönderildi.',
  other: 'Başka bir adres ver',
  confirmed: 'E-postalarınız {address} adresine gönderilir.',
  bounced:
    '{address} adresi e-postalarımızı geri çevirdi. Oraya artık bir şey gönderilmiyor. Başka bir adres verin ya da bunu yeniden deneyin.',
  retry: 'Yeniden dene',
  remove: 'Bu adresi sil',
  removed: 'Adres silindi.',
  rhythm: 'Size ne sıklıkla yazabiliriz?',
  rhythms: {
    instant: 'Bana hemen yaz',
    hourly: 'Bana saatte en çok bir kez, hepsini bir arada yaz',
    daily: 'Bana günde bir kez yaz',
  },
  dailyAt: 'Günlük e-postanın saati',
  quiet: 'Bana belirli saatlerde yazma',
  quietFrom: 'E-postaların duracağı saat',
  quietTo: 'E-postaların yeniden başlayacağı saat',
  news: 'Bir yorumum bekletildiğinde, yayımlandığında veya reddedildiğinde bana yaz',
  saved: 'Kaydedildi.',
};
