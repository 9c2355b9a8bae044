import type { TroubleSentences } from './sentences.ts';

export const ar: TroubleSentences = { unavailable: 'التعليقات غير متاحة في هذه الصفحة.' };
