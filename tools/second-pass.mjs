// A second minifier over the widget's files: what esbuild leaves between functions, and names that are packed better.
import { readFile, writeFile } from 'node:fs/promises';
import { minify, version } from '@swc/core';

/** Every file is a module by itself: what it imports and exports keeps its names, all others are its own. */
const options = {
  module: true,
  compress: { module: true, toplevel: true, passes: 3, ecma: 2022 },
  mangle: { toplevel: true },
  format: { comments: false, ecma: 2022 },
};

/**
 * What esbuild is to put on top of every file, and this pass takes away again: the names of the files are made before it, and
 * must be others when it comes to make something else of them, as they are cached for ever.
 */
export const secondPassMark = `/*${version} ${JSON.stringify(options)}*/`;

/**
 * Makes files smaller, in place.
 * @param {string[]} paths
 */
export async function secondPass(paths) {
  await Promise.all(
    paths.map(async (path) => {
      const { code } = await minify(await readFile(path, 'utf8'), options);
      await writeFile(path, code);
    }),
  );
}
