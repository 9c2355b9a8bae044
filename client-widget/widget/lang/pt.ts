/** The words of one language, loaded only on pages in that language. */
export { pt as reader } from '../../../shared/messages/reader/pt.ts';
