/** The words for readers who act, loaded with what lets them. */
export { ar as acting } from '../../../shared/messages/acting/ar.ts';
