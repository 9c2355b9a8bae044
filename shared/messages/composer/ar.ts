import type { ComposerSentences } from './sentences.ts';

export const ar: ComposerSentences = {
  left: {
    zero: 'لم يبقَ أي حرف',
    one: 'بقي حرف واحد',
    two: 'بقي حرفان',
    few: 'بقيت {n} أحرف',
    many: 'بقي {n} حرفًا',
    other: 'بقي {n} حرف',
  },
  over: {
    zero: 'ضمن الحد المسموح',
    one: 'حرف واحد زائد',
    two: 'حرفان زائدان',
    few: '{n} أحرف زائدة',
    many: '{n} حرفًا زائدًا',
    other: '{n} حرف زائد',
  },
  tooMany: 'هذا كثير دفعة واحدة. نصّك محفوظ هنا.',
  retryAt: 'يمكنك المحاولة من جديد ابتداءً من {time}.',
  waitUntil: 'متاح ابتداءً من {time}',
  mentions: {
    zero: 'لا أحد للإشارة إليه',
    one: 'شخص واحد للإشارة إليه',
    two: 'شخصان للإشارة إليهما',
    few: '{n} أشخاص للإشارة إليهم',
    many: '{n} شخصًا للإشارة إليهم',
    other: '{n} شخص للإشارة إليهم',
  },
};
