/** The words for readers who act, loaded with what lets them. */
export { it as acting } from '../../../shared/messages/acting/it.ts';
