/** The words of one language, loaded only on pages in that language. */
export { en as reader } from '../../../shared/messages/reader/en.ts';

/** Those for readers who act. */
export const more = () => import('./acting-en.ts');
