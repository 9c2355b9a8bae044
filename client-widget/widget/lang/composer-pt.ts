/** The words for few of those who write. */
export { pt as composer } from '../../../shared/messages/composer/pt.ts';
export { fields } from '../../../shared/messages/fields/pt.ts';
