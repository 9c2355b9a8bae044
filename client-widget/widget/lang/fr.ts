/** The words of one language, loaded only on pages in that language. */
import { fr as problems } from '../../../shared/messages/problems/fr.ts';

export { fr as reader } from '../../../shared/messages/reader/fr.ts';
export const fields = problems.fields;
