import type { Message } from '../format.ts';

/** How many comments an article has; `n` may be shortened, as in "1.2K". */
export const count: Message = '{n} yorum';
