import type { NudgeSentences } from './sentences.ts';

export const tr: NudgeSentences = {
  lead: 'Bu sözcükler yorumunuzun yayımlanmasını geciktirebilir:',
  links: 'Bağlantılar: bu site, incelemeden en fazla {n} bağlantıya izin veriyor.',
  shouting: 'Büyük harfle yazmak bağırmak gibi algılanır.',
  language: 'Bu dilde yorumunuz, okuyabilecek birini bekleyecek.',
  kinds: {
    profanity: 'kaba söz',
    insult: 'hakaret',
    slur: 'ayrımcı hakaret',
    sexual: 'cinsel içerik',
    threat: 'tehdit',
  },
  inName: 'adınızda',
  rewrite: 'Yeniden yaz',
  anyway: 'Yine de gönder',
};
