/** The words of one language, loaded only on pages in that language. */
import { en as problems } from '../../../shared/messages/problems/en.ts';

export { en as reader } from '../../../shared/messages/reader/en.ts';
export const fields = problems.fields;
