import type { UpkeepSentences } from './sentences.ts';

export const tr: UpkeepSentences = {
  reportWhy: 'Bu yorumu neden şikâyet ediyorsunuz?',
  reasons: {
    abuse: 'Hakaret veya kişisel saldırı',
    hate: 'Nefret veya ayrımcılık',
    spam: 'Reklam',
    'off-topic': 'Konu dışı',
    illegal: 'Yasalara aykırı',
    'private-data': 'Bir kişinin özel bilgileri',
    other: 'Başka bir neden',
  },
  reportNote: 'Ayrıntılar (isteğe bağlı)',
  reportSend: 'Şikâyeti gönder',
  reported: 'Teşekkür ederiz, şikâyetiniz alındı.',
  editLabel: 'Yorumunuz',
  save: 'Kaydet',
  edited: 'Yorumunuz değiştirildi.',
  editedHeld: 'Yorumunuz değiştirildi. Bir moderatör okuduktan sonra görünecek.',
  withdrawAsk: 'Bu yorum kalıcı olarak silinsin mi?',
  withdrawYes: 'Sil',
  withdrawNo: 'Kalsın',
  withdrawn: 'Yorumunuz silindi.',
  appeal: 'İtiraz et',
  appealLabel: 'Bu yorumun reddedilmesi neden yanlıştı?',
  appealHint: 'Yalnızca bir kez itiraz edebilirsiniz. Yorumunuzu moderasyon ekibinden başka biri yeniden okuyacak.',
  appealSend: 'İtirazı gönder',
  appeals: {
    open: 'İtiraz ettiniz. Yorumunuzu moderasyon ekibinden başka biri yeniden okuyacak.',
    upheld: 'İtirazınız incelendi: yorumun yayımlanmaması kararı değişmedi.',
    overturned: 'İtirazınız kabul edildi: yorum yayımlandı.',
  },
};
