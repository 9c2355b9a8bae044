import type { SteerSentences } from './sentences.ts';

export const ar: SteerSentences = {
  moderate: 'إشراف',
  comment: 'إشراف على تعليق {name} (نافذة جديدة)',
  discussion: 'إشراف على النقاش (نافذة جديدة)',
  stop: 'عدم الإظهار مجددًا',
  stopAll: 'عدم الإظهار مجددًا (هذه الأزرار)',
};
