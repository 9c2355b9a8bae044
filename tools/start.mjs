// npm start: builds what is needed, then runs the service in this process.
import { built } from './built.mjs';

await import(await built('main', console.log));
