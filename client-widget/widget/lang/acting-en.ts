/** The words for readers who act, loaded with what lets them. */
import { en as problems } from '../../../shared/messages/problems/en.ts';

export { en as acting } from '../../../shared/messages/acting/en.ts';
export const fields = problems.fields;
