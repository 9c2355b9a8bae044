/** The words for readers who act, loaded with what lets them. */
export { fr as acting } from '../../../shared/messages/acting/fr.ts';
