import { fields } from '../fields/en.ts';
import { settingFields } from '../fields/setting-en.ts';
import type { ProblemSentences } from './sentences.ts';

export const en: ProblemSentences = {
  problems: {
    'invalid-json': 'The request could not be read. Please try again.',
    'validation-failed': 'Please correct the marked fields.',
    'idempotency-key-invalid': 'The Idempotency-Key header must have 8 to 100 letters, digits, "-" or "_".',
    'cursor-invalid': 'This position in the list no longer exists. Please reload the list.',
    'token-missing': 'Please sign in first.',
    'token-invalid': 'Your session is not valid. Please try again.',
    'token-expired': 'Your session has expired. Please try again.',
    'sign-in-failed': 'Name or password is wrong.',
    'not-allowed': 'You may not do this.',
    'own-membership': 'You cannot change or remove yourself. A colleague with that right can.',
    'owner-only': 'Only an owner may do this.',
    'origin-not-allowed': 'Comments of this site may not be used from this address. The site’s owner can allow it.',
    'not-found': 'There is nothing at this address.',
    'unknown-site': 'This site is not known here. Please check the site name in the page.',
    'member-gone': 'This colleague is not in the team any more.',
    'method-not-allowed': 'This address does not accept this method.',
    'duplicate-comment': 'You have already posted this comment.',
    'already-decided': 'This comment was already decided by {by}.',
    'stale-version': 'This comment has changed in the meantime. Please look again.',
    'content-changed': 'The text was edited in the meantime. Please read it again.',
    'name-taken': 'This name is already taken. Please choose another.',
    'settings-changed':
      '{by} has changed these settings meanwhile. Nothing was saved yet; your changes are still here.',
    'member-changed': 'This colleague’s role was changed meanwhile. Please look again.',
    'setup-link-used': 'This link was already used or has expired. Please ask for a new one.',
    'body-too-large': 'This is too large to be sent. Please shorten it.',
    'unsupported-media-type': 'The request must be JSON (Content-Type: application/json).',
    'parent-not-found': 'The comment you are answering is no longer available. Your text is still here.',
    'idempotency-key-reused': 'This Idempotency-Key was already used for another request.',
    'invalid-transition': 'This is not possible for this comment.',
    'rate-limited': 'That was a lot at once. Please try again in {minutes} min.',
    'slow-mode': 'This discussion is very busy: everyone can write one comment every {n} s.',
    internal: 'Something went wrong on our side. Please try again.',
    'store-unavailable': 'Comments are briefly unavailable. Please try again in a moment.',
  },
  fields: { ...fields, ...settingFields },
};
