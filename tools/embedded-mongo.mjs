// npm run embedded-mongo -- --path DIR [--port N | --socket FILE]: builds what is needed, then serves a store by itself.
import { built } from './built.mjs';

await import(await built('embedded-mongo', console.error));
