/** The words for readers who act, loaded with what lets them. */
export { en as acting } from '../../../shared/messages/acting/en.ts';
