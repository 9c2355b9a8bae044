/** The words for few of those who write. */
export { es as composer } from '../../../shared/messages/composer/es.ts';
export { fields } from '../../../shared/messages/fields/es.ts';
