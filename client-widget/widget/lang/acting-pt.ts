/** The words for readers who act, loaded with what lets them. */
export { pt as acting } from '../../../shared/messages/acting/pt.ts';
