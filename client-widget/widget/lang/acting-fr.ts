/** The words for readers who act, loaded with what lets them. */
import { fr as problems } from '../../../shared/messages/problems/fr.ts';

export { fr as acting } from '../../../shared/messages/acting/fr.ts';
export const fields = problems.fields;
