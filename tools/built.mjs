// Makes sure that dist/ is there and no older than the sources, before one of its programs is run.
import { access } from 'node:fs/promises';

/** The URL of a program of dist/, built first where that is needed. A container image carries dist/ alone. */
export async function built(program, say) {
  const inTree = await access(new URL('../services', import.meta.url)).then(
    () => true,
    () => false,
  );
  if (inTree) {
    const { build, isStale } = await import('./build.mjs');
    if (await isStale()) {
      say('building …');
      const ms = await build();
      say(`built in ${(ms / 1000).toFixed(1)} s`);
    }
  }
  return new URL(`../dist/bin/${program}.js`, import.meta.url).href;
}
