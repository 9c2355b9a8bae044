import type { TroubleSentences } from './sentences.ts';

export const tr: TroubleSentences = { unavailable: 'Bu sayfada yorumlar kullanılamıyor.' };
