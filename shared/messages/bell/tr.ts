import type { BellSentences } from './sentences.ts';

export const tr: BellSentences = {
  none: 'Henüz bildirim yok. Yorumlarınıza verilen yanıtlar burada görünecek.',
  nowhere: 'Bu yazının adresi bilinmiyor.',
  untitled: 'Başlıksız bir tartışma',
  followed: 'Takip ettiğiniz {name}',
  told: {
    reply: '{who} size yanıt verdi.',
    replyThread: '{who}, takip ettiğiniz bir tartışmada size yanıt verdi.',
    replyMention: '{who} size yanıt verdi ve sizden bahsetti.',
    replyMentionThread: '{who}, takip ettiğiniz bir tartışmada size yanıt verdi ve sizden bahsetti.',
    mention: '{who} sizden bahsetti.',
    mentionThread: '{who}, takip ettiğiniz bir tartışmada sizden bahsetti.',
    mentionBranch: '{who}, takip ettiğiniz bir yazışmada sizden bahsetti.',
    branch: '{who}, takip ettiğiniz bir yazışmaya yanıt verdi.',
    thread: '{who}, takip ettiğiniz bir tartışmaya yazdı.',
    author: '{who} bir yorum yayımladı.',
  },
  report: 'Şikâyetiniz incelendi.',
  upheld: 'Yorum kaldırıldı. Teşekkür ederiz.',
  dismissed: 'Yorum, kurallara uygun olduğu için yayında kalıyor.',
  verdicts: {
    held: 'Yorumunuz artık bir moderatörün okumasını bekliyor.',
    published: 'Yorumunuz yayımlandı.',
    refused: 'Yorumunuz reddedildi.',
  },
  appeal: 'Yeniden okumak veya karara itiraz etmek için yorumu açın.',
  unread: 'okunmadı',
  readAll: 'Tümünü okundu olarak işaretle',
  more: 'Daha eski bildirimleri göster',
};
