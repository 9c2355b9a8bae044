// Every measure of the bar. Those with a `file` are tried with the cases of the file of that name; the others need none.
import { clocks } from './clocks.mjs';
import { frames } from './frames.mjs';
import { httpAbuse } from './http-abuse.mjs';
import { imports } from './imports.mjs';
import { kill } from './kill.mjs';
import { mail } from './mail.mjs';
import { names } from './names.mjs';
import { nosql } from './nosql.mjs';
import { sinks } from './sinks.mjs';
import { stalled } from './stalled.mjs';
import { stop } from './stop.mjs';
import { storeAway } from './store-away.mjs';
import { benign, naughty, slow } from './texts.mjs';
import { tokens } from './tokens.mjs';
import { urls } from './urls.mjs';
import { xss } from './xss.mjs';

/**
 * By name, in the order in which they run.
 * `run` takes the cases, and `{ report, runs, service, browser }`; what is `alone` starts what it needs itself, and is given no service.
 * `minutes` is the time after which it is cut off, and what it had left is reported as such.
 */
export const MEASURES = {
  nosql: { file: true, run: nosql, minutes: 20 },
  urls: { file: true, run: urls, minutes: 10 },
  'naughty-strings': { file: true, run: naughty, minutes: 10 },
  benign: { file: true, run: benign, minutes: 5 },
  'redos-markdown': { file: true, run: slow, minutes: 5 },
  'token-cases': { file: true, run: tokens, minutes: 5 },
  'http-abuse': { file: true, run: httpAbuse, minutes: 20, alone: true },
  'websocket-frames': { file: true, run: frames, minutes: 10, alone: true },
  'import-files': { file: true, run: imports, minutes: 5 },
  'unicode-names': { file: true, run: names, minutes: 5 },
  mail: { file: true, run: mail, minutes: 10 },
  'output-sinks': { file: true, run: sinks, minutes: 10 },
  xss: { file: true, run: xss, minutes: 60 },
  kill: { run: kill, minutes: 20, alone: true },
  'store-away': { run: storeAway, minutes: 10, alone: true },
  stop: { run: stop, minutes: 5, alone: true },
  stalled: { run: stalled, minutes: 10, alone: true },
  clocks: { run: clocks, minutes: 5, alone: true },
};
