import { count } from '../count/tr.ts';
import type { ReaderSentences } from './sentences.ts';

// A noun keeps its singular after a number, so that one form serves every count.
export const tr: ReaderSentences = {
  articleQuestion: 'Bu yazı hakkında ne düşünüyorsunuz?',
  like: 'Beğendim',
  likes: '{n} kişi bu yazıyı beğendi',
  heading: 'Yorum yazın',
  write: 'Tartışmaya katılın…',
  writeLabel: 'Yorumunuz',
  loading: 'Yorumlar yükleniyor…',
  loadFailed: 'Yorumlar yüklenemedi.',
  retry: 'Yeniden dene',
  count,
  empty: 'İlk yorumu siz yazın!',
  sort: 'Yorumları sırala',
  newest: 'Önce en yeniler',
  oldest: 'Önce en eskiler',
  more: 'Daha fazla yorum göster',
  moreReplies: '{n} yanıt daha göster',
  replies: '{n} yanıt',
  reply: 'Yanıtla',
  replyTo: '{name} adlı kişiyi yanıtla',
  inReplyTo: 'yanıtladığı kişi:',
  link: 'Bağlantıyı kopyala',
  staff: 'Yazı işleri',
  you: 'Siz',
  spoiler: 'Gizli bölümü göster',
  removed: 'Yorum kaldırıldı',
  edited: 'düzenlendi',
  pinned: 'Sabitlendi',
};
