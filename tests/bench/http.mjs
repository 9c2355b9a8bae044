// R1, R2: the hot page of a thread through the whole service, against Express saying hello. R5: 304 against 200.
import { join } from 'node:path';
import { compare, guest, post, rawRequest, ROOT, sentence, startServer, startTribune } from './measure.mjs';

const hello = await startServer(join(ROOT, 'tests/bench/floors/express-hello.mjs'));
const tribune = await startTribune();
try {
  const token = await guest(tribune.url);
  for (let i = 0; i < 20; i += 1) await post(tribune.url, token, 'bench', sentence(i));
  await new Promise((resolve) => setTimeout(resolve, 500)); // until the last event is through and the page stands still
  const path = '/v1/sites/demo/comments?thread=bench';
  const page = await fetch(tribune.url + path);
  console.log(`page: 20 comments, ${(await page.clone().text()).length} characters of JSON`);
  const headers = { 'Accept-Encoding': 'br', Origin: `http://127.0.0.1` };
  const full = rawRequest('GET', path, headers);
  const same = rawRequest('GET', path, { ...headers, 'If-None-Match': page.headers.get('etag') });
  console.table(
    await compare([
      { name: 'Express hello', pid: hello.pid, port: hello.port, next: () => rawRequest('GET', '/') },
      { name: 'hot page (R1, R2)', pid: tribune.pid, port: tribune.port, next: () => full },
      { name: '304', pid: tribune.pid, port: tribune.port, next: () => same, expect: ['304'] },
    ]),
  );
  console.log('R5 is the ratio of the last two rows, CPU.');
} finally {
  await hello.stop();
  await tribune.stop();
}
