/** The words for few of those who write. */
export { fr as composer } from '../../../shared/messages/composer/fr.ts';
export { fields } from '../../../shared/messages/fields/fr.ts';
