/** The words of one language, loaded only on pages in that language. */
export { fr as reader } from '../../../shared/messages/reader/fr.ts';

/** Those for readers who act. */
export const more = () => import('./acting-fr.ts');
