/** The words of one language, loaded only on pages in that language. */
export { tr as reader } from '../../../shared/messages/reader/tr.ts';

/** Those for readers who act. */
export const more = () => import('./acting-tr.ts');
