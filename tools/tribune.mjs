// npm run tribune -- COMMAND: builds what is needed, then runs the command. Standard output is the command's own.
import { built } from './built.mjs';

await import(await built('tribune', console.error));
