import type { SubscribeSentences } from './sentences.ts';

export const tr: SubscribeSentences = {
  title: 'Neyi takip etmek istersiniz?',
  wishes: {
    thread: 'Her yeni yorumu bana bildir',
    answers: 'Yorumlarıma verilen yanıtları bana bildir',
    comment: 'Bu yoruma verilen yanıtları bana bildir',
    author: '{name} adlı kişinin her yorumunu bana bildir',
  },
  how: 'Zil size bu yazının ve diğer tüm yazıların altında haber verir.',
  keepWhy: 'Aksi hâlde bu sekme kapandığında size artık haber verilmez.',
  mail: 'Bana e-posta ile de yaz',
  holds: {
    thread: 'Bu tartışmadaki her yeni yorum size bildirilir.',
    answers: 'Yorumlarınıza verilen yanıtlar size bildirilir.',
    comment: '{name} adlı kişinin bir yorumuna verilen yanıtlar size bildirilir.',
    author: '{name} adlı kişinin her yorumu size bildirilir.',
  },
  nameless: {
    comment: 'Bir yoruma verilen yanıtlar size bildirilir.',
    author: 'Bir kişinin yorumları size bildirilir.',
  },
  byMail: 'Ayrıca e-posta da alırsınız.',
  mailWaits: 'Adresinizi onayladığınızda e-postalar gelmeye başlar.',
  mailBack: 'Adresinize gönderilen e-postalar bize geri dönüyor.',
  stop: 'Durdur',
  stopped: 'Bu artık size bildirilmeyecek.',
  close: 'Kapat',
  mute: '{name} adlı kişinin yorumlarını bana gösterme',
  unmute: '{name} adlı kişinin yorumlarını yeniden göster',
  muted: '{name} adlı kişinin yorumları artık katlanır. Bu adı alanınızda bulabilirsiniz.',
  unmuted: '{name} adlı kişinin yorumları yeniden gösteriliyor.',
  veiled: 'Artık okumak istemediğiniz birinin yorumu',
  show: 'Göster',
  none: 'Henüz hiçbir şeyi takip etmiyorsunuz.',
  mutes: 'Artık okumadığınız kişiler',
  more: 'Daha fazlasını göster',
};
