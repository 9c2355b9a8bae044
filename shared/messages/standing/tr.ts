import type { StandingSentences } from './sentences.ts';

export const tr: StandingSentences = {
  suspended: '{until} tarihine kadar yorum yazamazsınız.',
  banned: 'Bu sitede artık yorum yazamazsınız.',
  warned: 'Moderatörler size bir uyarı gönderdi.',
  premod: 'Her yorumunuz, görünmeden önce bir moderatör tarafından okunuyor.',
  premodUntil: '{until} tarihine kadar her yorumunuz, görünmeden önce bir moderatör tarafından okunuyor.',
  why: 'Gerekçe: {why}.',
  noteFrom: 'Moderatörlerin mesajı:',
  confirmWhy: 'Uyarıyı okuduğunuzu onayladığınızda yeniden yazabilirsiniz.',
  confirm: 'Bu uyarıyı okudum',
  failed: 'İşlem başarısız oldu. Lütfen yeniden deneyin.',
  free: 'Yeniden yorum yazabilirsiniz.',
  reasons: {
    abuse: 'başkalarına hakaret',
    hate: 'nefret söylemi',
    spam: 'reklam',
    'off-topic': 'konu dışı yorumlar',
    illegal: 'yasalara aykırı ifadeler',
    'private-data': 'özel bilgilerin paylaşılması',
    other: 'bu sitenin kurallarına uyulmaması',
  },
};
