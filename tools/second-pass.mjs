// A second minifier over the widget's files: what esbuild leaves between functions, and names that are packed better.
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { basename, dirname } from 'node:path';
import { minify } from '@swc/core';
import { withoutDoors } from './doors.mjs';
import { ofOneVersion } from './one-version.mjs';
import { shortNames } from './short-names.mjs';

/** Every file is a module by itself: what it imports and exports keeps its names, all others are its own. */
const options = {
  module: true,
  compress: { module: true, toplevel: true, passes: 3, ecma: 2022 },
  mangle: false,
  format: { comments: false, ecma: 2022 },
};

/**
 * Makes files smaller, in place, and fewer.
 * @param {Record<string, {entryPoint?: string, imports: {path: string, kind: string}[]}>} outputs of esbuild's metafile; told of
 *   files that are gone
 * @param {(path: string) => string} inRoot where a path of it is
 */
export async function secondPass(outputs, inRoot) {
  const paths = Object.keys(outputs);
  const files = await Promise.all(
    paths.map(async (path) => {
      const { code } = await minify(await readFile(inRoot(path), 'utf8'), options);
      return { path, code: shortNames(code) };
    }),
  );
  const left = ofOneVersion(withoutDoors(seamless(files), outputs), outputs);
  await Promise.all(paths.map((path) => rm(inRoot(path))));
  await Promise.all(left.map(({ path }) => mkdir(dirname(inRoot(path)), { recursive: true })));
  await Promise.all(left.map(({ path, code }) => writeFile(inRoot(path), code)));
}

const IMPORTS = /import\{([^}]*)\}from"([^"]*)"/g;
const EXPORTS = /export\{([^}]*)\};?\s*$/;

/** The items of such a list, as what stands before and after each `as`. */
const pairsOf = (list) => list.split(',').map((item) => item.split(' as '));
const listOf = (pairs) => pairs.map(([before, after]) => (before === after ? before : `${before} as ${after}`)).join();

/**
 * What files of shared code export goes by the name it has there: `export{b as a,d as b}` is `export{b,d}`, and who imports it asks
 * for that. Nobody else knows these names, which are of one build. What parts export keeps its own.
 * @param {{path: string, code: string}[]} files
 */
function seamless(files) {
  const names = new Map();
  const exporting = files.map(({ path, code }) => {
    const [all, list] = EXPORTS.exec(code) ?? [];
    if (list === undefined || !basename(path).startsWith('chunk-')) return { path, code };
    const pairs = pairsOf(list);
    names.set(basename(path), new Map(pairs.map(([own, name = own]) => [name, own])));
    return { path, code: code.replace(all, `export{${pairs.map(([own]) => own).sort()}};`) };
  });
  return exporting.map(({ path, code }) => ({
    path,
    code: code.replace(IMPORTS, (whole, list, from) => {
      const own = names.get(basename(from));
      if (own === undefined) return whole;
      return `import{${listOf(pairsOf(list).map(([name, local = name]) => [own.get(name), local]))}}from"${from}"`;
    }),
  }));
}
