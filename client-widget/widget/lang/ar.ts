/** The words of one language, loaded only on pages in that language. */
export { ar as reader } from '../../../shared/messages/reader/ar.ts';

/** Those for readers who act. */
export const more = () => import('./acting-ar.ts');
