import type { TroubleSentences } from './sentences.ts';

export const en: TroubleSentences = { unavailable: 'Comments are not available on this page.' };
