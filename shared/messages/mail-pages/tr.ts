import type { MailPageSentences } from './sentences.ts';

export const tr: MailPageSentences = {
  confirm: {
    heading: 'Adresinizi onaylayın',
    what: '{site} sitesindeki yorumlarda istediğiniz e-postalar {address} adresine gönderilecek.',
  },
  confirmAct: 'Bu adresi onayla',
  confirmed: {
    heading: 'Adresiniz onaylandı',
    what: 'İstediğiniz e-postalar {address} adresine gönderilecek. Bu sayfayı kapatabilirsiniz.',
  },
  confirmedBefore: {
    heading: 'Bu adres zaten onaylanmış',
    what: 'Yapılacak başka bir şey yok. Bu sayfayı kapatabilirsiniz.',
  },
  confirmGone: {
    heading: 'Bu adres onay beklemiyor',
    what: 'Bu arada kaldırılmış ya da değiştirilmiş. E-posta almak için adresinizi yorumlar bölümünde belirtin.',
  },
  stop: { heading: 'Bu e-postalar artık gelmesin mi?', what: 'Artık şunlarla ilgili e-posta almayacaksınız:' },
  stopAct: 'Bu e-postaları artık alma',
  stopped: {
    heading: 'Bu e-postaları artık almayacaksınız',
    what: 'Yorumlardaki zil, takip ettiklerinizi size bildirmeye devam eder.',
  },
  stopAll: {
    heading: 'Artık hiç e-posta gelmesin mi?',
    what: '{site} sitesindeki yorumlarla ilgili olarak {address} adresine başka bir şey gönderilmeyecek ve adres unutulacak.',
  },
  stopAllAct: 'Artık hiç e-posta alma',
  stoppedAll: {
    heading: 'Artık hiç e-posta almayacaksınız',
    what: 'Adresiniz unutuldu. Yeniden e-posta almak için adresinizi yorumlar bölümünde belirtin.',
  },
  settings: {
    heading: 'E-postalarınız',
    what: '{address} adresine gelirler ve {site} sitesindeki yorumlarla ilgilidirler.',
  },
  noMail: {
    heading: 'Size e-posta gönderilmiyor',
    what: 'Kayıtlı bir adres yok. E-posta almak için adresinizi yorumlar bölümünde belirtin.',
  },
  notConfirmed: 'Bu adres henüz onaylanmadı: onay bağlantısı size gelen e-postada.',
  bounced:
    'Bu adres e-postalarımızı geri çevirdi: oraya artık bir şey gönderilmiyor. Burada yeniden deneyebilir ya da yorumlarda başka bir adres verebilirsiniz.',
  retry: 'Bu adresi yeniden dene',
  frequency: 'E-postalar ne zaman gelsin',
  frequencies: {
    instant: 'Hemen',
    hourly: 'Saatte bir, toplu olarak',
    daily: 'Günde bir, toplu olarak',
  },
  frequencyWrong: 'Lütfen e-postaların ne zaman geleceğini seçin.',
  dailyAt: 'Günlük e-postanın saati',
  dailyWrong: 'Lütfen günlük e-postanın saatini belirtin, örneğin 08:00.',
  zone: 'Saat dilimi',
  zoneWhy: 'Bu sayfadaki bütün saatler bu dilime göredir.',
  zoneWrong: 'Lütfen listeden bir saat dilimi seçin.',
  quiet: 'Belirli saatlerde bir şey gönderme',
  quietFrom: 'Başlangıç',
  quietTo: 'Bitiş',
  quietWhy: 'Bu arada olanlar sonradan gönderilir.',
  quietWrong: 'Lütfen bir başlangıç ve bir bitiş saati belirtin.',
  news: 'Kendi yorumlarımın ne olduğunu da bana yaz',
  save: 'Kaydet',
  saved: 'Kaydedildi.',
  notSaved: 'Hiçbir şey kaydedilmedi: aşağıda düzeltilecek bir şey var.',
  follows: 'Takip ettikleriniz',
  followsNothing: 'Şu anda hiçbir şeyi takip etmiyorsunuz.',
  kinds: {
    thread: '“{title}” hakkındaki yeni yorumlar',
    answers: 'Yorumlarınıza verilen yanıtlar',
    comment: '{name} adlı kişinin “{title}” hakkındaki yorumuna verilen yanıtlar',
    commentOfNobody: '“{title}” hakkındaki bir yoruma verilen yanıtlar',
    author: '{name} adlı kişinin yorumları',
    authorNobody: 'Bir kişinin yorumları',
    own: 'Kendi yorumlarınızın ne olduğu',
  },
  mailOff: 'E-postaları durdur',
  mailOn: 'E-posta da al',
  more: 'Daha fazla göster',
  appeal: 'Moderatörlerin kararına itiraz et',
  appealSent: {
    heading: 'İtirazınız gönderildi',
    what: 'Yorumunuzu moderasyon ekibinden başka biri yeniden okuyacak. Yanıt, yorumlarda sizinkinin yanında görünecek.',
  },
  appealClosed: 'Bu karara itiraz edilemez',
  forged: {
    heading: 'Bu bağlantı hiçbir yere götürmüyor',
    what: 'Eksik ya da değiştirilmiş. Doğrudan e-postadan açın ya da tamamını kopyalayın.',
  },
  expired: {
    heading: 'Bu bağlantının süresi doldu',
    what: 'E-postalardaki bağlantılar yalnızca bir süre çalışır. Daha yeni bir e-postadakini açın ya da sitedeki yorumlara gidin.',
  },
  failed: {
    heading: 'İşlem başarısız oldu',
    what: 'Bizim tarafımızda bir hata oluştu. Lütfen birazdan yeniden deneyin.',
  },
  tooLarge: {
    heading: 'Bu çok uzundu',
    what: 'Gönderdiğiniz metin alamayacağımız kadar uzun. Hiçbir şey değişmedi. Lütfen geri dönüp kısaltın.',
  },
  unreadable: {
    heading: 'Bu okunamadı',
    what: 'Gönderilen, bu sayfanın bir formu değil. Hiçbir şey değişmedi. Lütfen e-postadaki bağlantıyı yeniden açın.',
  },
  wrongMethod: {
    heading: 'Bu burada yapılamaz',
    what: 'Hiçbir şey değişmedi. Lütfen e-postadaki bağlantıyı yeniden açın ve sayfadaki düğmeleri kullanın.',
  },
  tooOften: {
    heading: 'Bu biraz sık oldu',
    what: 'Hiçbir şey değişmedi. Lütfen birkaç dakika bekleyip yeniden deneyin.',
  },
};
