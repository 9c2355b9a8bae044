/** The words for readers who act, loaded with what lets them. */
import { ar as problems } from '../../../shared/messages/problems/ar.ts';

export { ar as acting } from '../../../shared/messages/acting/ar.ts';
export const fields = problems.fields;
