/** The words for readers who act, loaded with what lets them. */
export { es as acting } from '../../../shared/messages/acting/es.ts';
