import type { OfferSentences } from './sentences.ts';

export const ar: OfferSentences = {
  react: 'التفاعل مع هذا التعليق',
  reactWith: 'التفاعل بـ{emoji}.',
  reacted: {
    zero: 'لم يتفاعل به أحد بعد.',
    one: '{n} فقط تفاعل به.',
    two: '{n} تفاعلا به.',
    few: 'تفاعل به {n} أشخاص.',
    many: 'تفاعل به {n} شخصًا.',
    other: 'تفاعل به {n} شخص.',
  },
  rate: {
    zero: 'منح هذا المقال {n} نجمة',
    one: 'منح هذا المقال نجمة واحدة',
    two: 'منح هذا المقال نجمتين',
    few: 'منح هذا المقال {n} نجوم',
    many: 'منح هذا المقال {n} نجمة',
    other: 'منح هذا المقال {n} نجمة',
  },
  rated: {
    zero: '{average} من {most}، بلا تقييمات',
    one: '{average} من {most}، بحسب تقييم واحد',
    two: '{average} من {most}، بحسب تقييمين',
    few: '{average} من {most}، بحسب {n} تقييمات',
    many: '{average} من {most}، بحسب {n} تقييمًا',
    other: '{average} من {most}، بحسب {n} تقييم',
  },
  unrated: 'لم يقيّم أحد هذا المقال بعد.',
};
