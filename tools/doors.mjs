// A part that others need as well is made by the bundler as two files: one of shared code, and a door to it by the part's name. Here they
// are one again, by the part's name: a request less, and a list of names less.
import { posix } from 'node:path';

const IMPORTS = /import(?:\{([^}]*)\}from)?"([^"]*)";?/g;
const EXPORTS = /export\{([^}]*)\};?\s*$/;
/** Any file that is named in another one. */
const NAMED = /(?<=\bfrom"|\bimport"|\bimport\(")[^"]+(?=")/g;

/**
 * @param {{path: string, code: string}[]} files minified; `path` as in `outputs`
 * @param {Record<string, {entryPoint?: string, imports: {path: string, kind: string}[]}>} outputs of esbuild's metafile; told of the change
 * @returns {{path: string, code: string}[]} what is left of them
 */
export function withoutDoors(files, outputs) {
  const byPath = new Map(files.map((file) => [file.path, file.code]));
  /** The new name of a file of shared code. */
  const moved = new Map();
  for (const { path, code } of files) {
    const door = outputs[path].entryPoint === undefined ? null : doorOf(path, code);
    // Of several doors to one file, one is its name.
    if (door === null || moved.has(door.behind)) continue;
    moved.set(door.behind, path);
    byPath.set(path, opened(byPath.get(door.behind), door.pairs));
  }
  const left = files.filter(({ path }) => !moved.has(path));
  const was = new Map([...moved].map(([behind, path]) => [path, behind]));
  rename(outputs, moved);
  return left.map(({ path }) => ({
    path,
    code: pointed(byPath.get(path), {
      from: was.get(path) ?? path,
      to: path,
      moved: (name) => moved.get(name) ?? name,
    }),
  }));
}

/**
 * Code that stood at `from` as it is to read at `to`: it names the same files, by the paths they have now.
 * @param {string} code
 * @param {{from: string, to: string, moved: (path: string) => string}} where `moved` says where a file is now
 */
export const pointed = (code, { from, to, moved }) =>
  code.replace(NAMED, (name) => {
    const short = posix.relative(posix.dirname(to), moved(posix.join(posix.dirname(from), name)));
    return short.startsWith('.') ? short : `./${short}`;
  });

/** Tells esbuild's metafile where files are now. */
export function repath(outputs, moved) {
  for (const { imports } of Object.values(outputs)) for (const one of imports) one.path = moved(one.path);
}

/** What a door leads to, if it is nothing else: the file behind it, and its names there and here. */
function doorOf(path, code) {
  const [all, list] = EXPORTS.exec(code) ?? [];
  if (all === undefined || code.replace(EXPORTS, '').replace(IMPORTS, '').trim() !== '') return null;
  const sources = [...code.matchAll(IMPORTS)].filter(([, names]) => names !== undefined);
  if (sources.length !== 1) return null;
  const [[, names, from]] = sources;
  const there = new Map(
    names
      .split(',')
      .map((item) => item.split(' as '))
      .map(([name, local = name]) => [local, name]),
  );
  const pairs = list
    .split(',')
    .map((item) => item.split(' as '))
    .map(([local, name = local]) => [there.get(local), name]);
  return { behind: posix.join(posix.dirname(path), from), pairs };
}

/** Shared code that exports under the names of the part, too. It exports all by the names it has there. */
const opened = (code, pairs) =>
  code.replace(EXPORTS, (_, list) => `export{${[list, ...pairs.map(([own, name]) => `${own} as ${name}`)].join()}};`);

function rename(outputs, moved) {
  for (const [behind, path] of moved) {
    outputs[path] = { ...outputs[behind], entryPoint: outputs[path].entryPoint };
    delete outputs[behind];
  }
  repath(outputs, (path) => moved.get(path) ?? path);
}
