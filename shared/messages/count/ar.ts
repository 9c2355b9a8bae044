import type { Message } from '../format.ts';

/** How many comments an article has; `n` may be shortened, as in "1.2K". */
export const count: Message = {
  zero: 'لا تعليقات',
  one: 'تعليق واحد',
  two: 'تعليقان',
  few: '{n} تعليقات',
  many: '{n} تعليقًا',
  other: '{n} تعليق',
};
