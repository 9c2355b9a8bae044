/** What suites get for `mongoose`: the very one of the service outside (`built-module.mjs`). */
export { default } from 'mongoose';
