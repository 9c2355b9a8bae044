import type { MineSentences } from './sentences.ts';

export const tr: MineSentences = {
  close: 'Kapat',
  tabs: { comments: 'Yorumlarım', follows: 'Takip ettiklerim', account: 'Hesabım' },
  states: { published: 'Yayında', held: 'Bekliyor', refused: 'Yayımlanmadı', withdrawn: 'Silindi' },
  wiped: 'Metni artık saklanmıyor.',
  none: 'Burada henüz bir şey yazmadınız.',
  more: 'Daha eski yorumları göster',
  untitled: 'Başlıksız bir tartışma',
  about: '“{question}” hakkında',
  yours: 'Verileriniz',
  export: 'Verilerimi indir',
  exportWhy: 'Hakkınızda saklanan her şeyi içeren bir JSON dosyası.',
  exported: 'Dosyanız hazır.',
  erase: 'Tüm yorumlarımı sil',
  eraseAsk: { one: 'Tek yorumunuz silinsin mi?', other: '{n} yorumunuz silinsin mi?' },
  eraseWhy:
    'Tartışmalarda, başkalarının yanıtları dışında, görünen bir şey kalmaz. Moderatörler metinlerinizi {n} gün daha okuyabilir, sonra tamamen silinirler.',
  eraseYes: '{n} yorumu sil',
  forget: 'Benimle ilgili her şeyi sil',
  forgetAsk: {
    one: 'Yorumunuz, adınız, e-posta adresiniz, tepkileriniz, bildirimleriniz, şikâyetleriniz, takip ettikleriniz ve artık okumadığınız kişilerin listesi silinsin mi?',
    other:
      '{n} yorumunuz, adınız, e-posta adresiniz, tepkileriniz, bildirimleriniz, şikâyetleriniz, takip ettikleriniz ve artık okumadığınız kişilerin listesi silinsin mi?',
  },
  forgetAskNone:
    'Adınız, e-posta adresiniz, tepkileriniz, bildirimleriniz, şikâyetleriniz, takip ettikleriniz ve artık okumadığınız kişilerin listesi silinsin mi?',
  forgetWhy:
    'Metinleriniz hemen silinir. Yalnızca moderatörlerin ne karar verdiği, adınız ve metinleriniz olmadan kayıtta kalır.',
  forgetYes: 'Hepsini sil',
  goOn: 'Devam et',
  sure: 'Bu geri alınamaz. Gerçekten yapmak istiyor musunuz?',
  running: 'Siliniyor: {n} yorumdan {done} tanesi',
  erased: 'Yorumlarınız silindi.',
  forgotten: 'Tamam: burada artık kim olduğunuzu söyleyen bir şey yok. Metinlerinizin sonuncuları siliniyor.',
};
