// P1: POST to a durable 201 with every check (CPU of service and database), against Express doing the same steps bare.
import { join } from 'node:path';
import { compare, guest, rawRequest, ROOT, sentence, startServer, startTribune } from './measure.mjs';

const floor = await startServer(join(ROOT, 'tests/bench/floors/express-post.mjs'));
const tribune = await startTribune();
try {
  const tokens = await Promise.all(Array.from({ length: 50 }, () => guest(tribune.url)));
  const floorToken = /token (\S+)/.exec(floor.output)?.[1] ?? '';
  let n = 0;
  const body = () =>
    JSON.stringify({
      thread: { key: `bench-${n % 50}` },
      author: { name: 'Anaïs Martin' },
      text: sentence((n += 1)),
    });
  const bearer = (token) => ({ Authorization: `Bearer ${token}` });
  const target = (connections) => [
    {
      name: `floor, ${connections} connections`,
      pid: floor.pid,
      port: floor.port,
      expect: ['201'],
      connections,
      next: () => rawRequest('POST', '/', bearer(floorToken), body()),
    },
    {
      name: `Tribune, ${connections} connections`,
      pid: tribune.pid,
      port: tribune.port,
      // Some are held, for a number that is read as a word; they are stored and answered like the others.
      expect: ['201', '202'],
      connections,
      next: () =>
        rawRequest(
          'POST',
          '/v1/sites/demo/comments',
          { ...bearer(tokens[n % 50]), 'Idempotency-Key': `bench-${process.pid}-${n}` },
          body(),
        ),
    },
  ];
  for (const connections of [1, 50]) console.table(await compare(target(connections), { warmMs: 5000, ms: 4000 }));
} finally {
  await floor.stop();
  await tribune.stop();
}
