/** The words of one language, loaded only on pages in that language. */
export { de as reader } from '../../../shared/messages/reader/de.ts';

/** Those for readers who act. */
export const more = () => import('./acting-de.ts');
