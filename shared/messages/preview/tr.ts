import type { PreviewSentences } from './sentences.ts';

export const tr: PreviewSentences = {
  nothing: 'Bir şey yazın; herkesin göreceği biçimde burada görünecek.',
  written: 'Yazılan',
  seen: 'Görünen',
  paragraphs: 'Boş bir satır yeni bir paragraf başlatır.',
  sends: '{key}+Enter yorumu gönderir.',
};
