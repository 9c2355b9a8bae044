import type { PreviewSentences } from './sentences.ts';

export const ar: PreviewSentences = {
  nothing: 'اكتب شيئًا لتراه هنا كما سيراه الآخرون.',
  written: 'ما تكتبه',
  seen: 'ما يراه القرّاء',
  paragraphs: 'السطر الفارغ يبدأ فقرة جديدة.',
  sends: 'ينشر \u2066{key}+Enter\u2069 التعليق.',
};
