import { fileURLToPath } from 'node:url';

// All code of the service is one folder below that of the build, as programs in bin/ as well as file by file.
const inBuild = (path: string): URL => new URL(`../${path}`, import.meta.url);

/** The pages, scripts and styles that browsers get: a folder. */
export const PUBLIC_DIR = fileURLToPath(inBuild('public'));

/** The embedded database: a program. */
export const STORE_PROGRAM = fileURLToPath(inBuild('bin/embedded-mongo.js'));

/** The word lists as one automaton. */
export const LEXICONS = inBuild('lexicons.bin');

/** Says which version this is. */
export const PACKAGE = inBuild('../package.json');
