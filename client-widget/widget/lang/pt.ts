/** The words of one language, loaded only on pages in that language. */
export { pt as reader } from '../../../shared/messages/reader/pt.ts';

/** Those for readers who act. */
export const more = () => import('./acting-pt.ts');
