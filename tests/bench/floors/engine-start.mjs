// What the text engine takes to start, and what it keeps: run with --expose-gc; prints { ms, mb }.
const before = process.memoryUsage();
const started = performance.now();
const { create } = await import('../../../dist/services/moderation/text/engine.js');
const engine = await create();
engine.check('Bonjour', 'fr');
const ms = performance.now() - started;
for (let i = 0; i < 3; i++) {
  globalThis.gc();
  await new Promise((resolve) => setTimeout(resolve, 20));
}
const after = process.memoryUsage();
const bytes = after.heapUsed - before.heapUsed + after.arrayBuffers - before.arrayBuffers;
console.log(JSON.stringify({ ms, mb: bytes / 1e6 }));
