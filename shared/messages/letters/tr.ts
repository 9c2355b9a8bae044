import type { LetterSentences } from './sentences.ts';

export const tr: LetterSentences = {
  subjects: {
    reply: '{name}, “{title}” hakkındaki yorumunuza yanıt verdi',
    mention: '{name}, “{title}” hakkındaki bir yorumda sizden bahsetti',
    branch: '{name}, “{title}” hakkında takip ettiğiniz bir konuşmayı sürdürdü',
    author: '{name}, “{title}” hakkında bir yorum yazdı',
    thread: '“{title}” hakkında yeni bir yorum var. Yazan: {name}',
  },
  told: {
    reply: '{name} yorumunuza yanıt verdi.',
    mention: '{name} bir yorumda sizden bahsetti.',
    branch: '{name} takip ettiğiniz bir konuşmayı sürdürdü.',
    author: 'Takip ettiğiniz {name} bir yorum yazdı.',
    thread: '{name} takip ettiğiniz bir tartışmada yorum yazdı.',
  },
  also: {
    mention: 'Yorumda adınız da geçiyor.',
    branch: 'Bu yorum takip ettiğiniz bir konuşmayı da sürdürüyor.',
    author: 'Yorumu yazan kişiyi de takip ediyorsunuz.',
    thread: 'Tartışmanın tamamını da takip ediyorsunuz.',
  },
  read: 'Oku ve yanıtla',
  digestSubject: '{site} sitesinde sizin için {n} yeni yorum var',
  digest: '{site} sitesinde sizi {n} yeni yorum bekliyor.',
  confirmSubject: '{site} için e-posta adresinizi onaylayın',
  confirm:
    'Birisi, büyük olasılıkla siz, {site} sitesindeki yorumlarla ilgili haberlerin bu adrese gönderilmesini istedi. Kabul ediyorsanız adresin size ait olduğunu onaylayın.',
  confirmAct: 'Bu adresi onayla',
  confirmElse:
    'Bağlantı {n} gün geçerlidir. Bunu isteyen siz değilseniz bir şey yapmanız gerekmez: onaylanmazsa başka bir şey gönderilmez ve adres unutulur.',
  signInSubject: '{site} için kodunuz: {code}',
  signIn: 'Birisi, büyük olasılıkla siz, {site} sitesindeki yorumlarda bu adresle oturum açmak istiyor. Kod şudur:',
  signInAct: 'Sayfaya dön ve orada oturum aç',
  signInElse:
    'Kod {n} dakika ve yalnızca bir kez geçerlidir. Bunu isteyen siz değilseniz bir şey yapmanız gerekmez: kod olmadan hiç kimse adresinizle oturum açamaz. Kodu kimseyle paylaşmayın.',
  verdictSubjects: {
    held: '“{title}” hakkındaki yorumunuz moderatörlerce inceleniyor',
    published: '“{title}” hakkındaki yorumunuz yayımlandı',
    refused: '“{title}” hakkındaki yorumunuz yayımlanmadı',
  },
  verdicts: {
    held: 'Moderatörler yorumunuzu inceliyor. Karar verilene kadar onu yalnızca siz görebilirsiniz.',
    published: 'Moderatörler yorumunuzu inceledi: artık herkes görebilir.',
    refused: 'Moderatörler yorumunuzu yayımlamamaya karar verdi.',
  },
  yours: 'Şöyle yazmıştınız:',
  appealUntil: 'Bunun bir hata olduğunu düşünüyorsanız bu karara {date} tarihine kadar itiraz edebilirsiniz.',
  appealAct: 'Bu karara itiraz et',
  why: {
    thread: 'Bu e-postayı, bu tartışmayı takip ettiğiniz için alıyorsunuz.',
    answers: 'Bu e-postayı, size yanıt verildiğinde haber almak istediğiniz için alıyorsunuz.',
    comment: 'Bu e-postayı, bu tartışmadaki bir yorumun yanıtlarını takip ettiğiniz için alıyorsunuz.',
    author: 'Bu e-postayı, {name} adlı kişiyi takip ettiğiniz için alıyorsunuz.',
    own: 'Bu e-postayı, yazdığınız bir yorumla ilgili olduğu için alıyorsunuz.',
    several: 'Bu e-postayı, {site} sitesindeki yorumları takip ettiğiniz için alıyorsunuz.',
  },
  stop: 'Bu e-postaları artık alma',
  stopAll: '{site} sitesinden artık hiç e-posta alma',
  settings: 'Hangi e-postaları alacağınızı seçin',
};
