/** The words for few of those who write. */
export { en as composer } from '../../../shared/messages/composer/en.ts';
export { fields } from '../../../shared/messages/fields/en.ts';
