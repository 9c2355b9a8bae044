import type { PicksSentences } from './sentences.ts';

export const ar: PicksSentences = {
  which: 'التعليقات المعروضة',
  all: 'كل التعليقات',
  picks: 'اختيارات التحرير ({n})',
  mark: 'من اختيارات التحرير',
  inDiscussion: 'عرض في النقاش',
};
