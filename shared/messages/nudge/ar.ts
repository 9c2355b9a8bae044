import type { NudgeSentences } from './sentences.ts';

export const ar: NudgeSentences = {
  lead: 'قد تؤخر هذه الكلمات نشر تعليقك:',
  links: 'الروابط: عدد ما يسمح به هذا الموقع دون مراجعة {n}.',
  shouting: 'تُقرأ الحروف الكبيرة كأنها صراخ.',
  language: 'بهذه اللغة سينتظر تعليقك إلى أن يتمكن أحد من قراءته.',
  kinds: {
    profanity: 'لفظ بذيء',
    insult: 'شتيمة',
    slur: 'إهانة عنصرية أو تمييزية',
    sexual: 'كلام جنسي',
    threat: 'تهديد',
  },
  inName: 'في اسمك',
  rewrite: 'إعادة الصياغة',
  anyway: 'النشر على أي حال',
};
