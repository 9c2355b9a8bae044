/** The words for few of those who write. */
export { ar as composer } from '../../../shared/messages/composer/ar.ts';
export { fields } from '../../../shared/messages/fields/ar.ts';
