import type { PaceSentences } from './sentences.ts';

export const ar: PaceSentences = {
  slow: {
    few: 'النقاش نشط جدًا: يمكن لكل شخص كتابة تعليق واحد كل {n} ثوانٍ.',
    other: 'النقاش نشط جدًا: يمكن لكل شخص كتابة تعليق واحد كل {n} ثانية.',
  },
  premod: 'تُراجَع التعليقات في هذا النقاش قبل نشرها.',
};
