/** The words of one language, loaded only on pages in that language. */
export { fr as reader } from '../../../shared/messages/reader/fr.ts';
