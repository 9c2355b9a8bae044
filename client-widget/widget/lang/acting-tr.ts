/** The words for readers who act, loaded with what lets them. */
export { tr as acting } from '../../../shared/messages/acting/tr.ts';
