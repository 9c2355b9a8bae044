/** What suites get for `express`: the very one of the service outside (`built-module.mjs`). */
export { default } from 'express';
