/** The words for readers who act, loaded with what lets them. */
export { de as acting } from '../../../shared/messages/acting/de.ts';
