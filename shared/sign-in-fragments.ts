/** What follows the `#` of an article's address when somebody comes back to it to sign in: `#tribune-sign-in=<secret>`. */
export const SIGN_IN_FRAGMENT = 'tribune-sign-in';
/** The same when it did not come to that: `#tribune-sign-in-failed=refused` (by the reader or the provider) or `=unavailable`. */
export const SIGN_IN_FAILED_FRAGMENT = 'tribune-sign-in-failed';
