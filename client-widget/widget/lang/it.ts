/** The words of one language, loaded only on pages in that language. */
export { it as reader } from '../../../shared/messages/reader/it.ts';

/** Those for readers who act. */
export const more = () => import('./acting-it.ts');
