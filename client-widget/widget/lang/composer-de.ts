/** The words for few of those who write. */
export { de as composer } from '../../../shared/messages/composer/de.ts';
export { fields } from '../../../shared/messages/fields/de.ts';
