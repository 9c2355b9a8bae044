/** The words for few of those who write. */
export { tr as composer } from '../../../shared/messages/composer/tr.ts';
export { fields } from '../../../shared/messages/fields/tr.ts';
