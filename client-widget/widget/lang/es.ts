/** The words of one language, loaded only on pages in that language. */
export { es as reader } from '../../../shared/messages/reader/es.ts';

/** Those for readers who act. */
export const more = () => import('./acting-es.ts');
