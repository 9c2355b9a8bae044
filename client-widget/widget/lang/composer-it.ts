/** The words for few of those who write. */
export { it as composer } from '../../../shared/messages/composer/it.ts';
export { fields } from '../../../shared/messages/fields/it.ts';
