/** The words of one language, loaded only on pages in that language. */
import { ar as problems } from '../../../shared/messages/problems/ar.ts';

export { ar as reader } from '../../../shared/messages/reader/ar.ts';
export const fields = problems.fields;
