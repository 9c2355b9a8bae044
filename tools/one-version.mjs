// The widget's files of one build, in a folder that is named after all of them. They name one another by name alone then: a hash in
// every name is what no packer makes smaller, and a file that all others name gives them all new ones with every change anyway.
import { createHash } from 'node:crypto';
import { posix } from 'node:path';
import { pointed, repath } from './doors.mjs';

const HASHED = /-[A-Z0-9]{8}\.js$/;
const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

/**
 * @param {{path: string, code: string}[]} files minified; `path` as in `outputs`
 * @param {Record<string, {entryPoint?: string, imports: {path: string, kind: string}[]}>} outputs of esbuild's metafile; told of the change
 * @returns {{path: string, code: string}[]} the same where they are from now on; those whose names hold no hash stay where they are
 */
export function ofOneVersion(files, outputs) {
  if (!files.some(({ path }) => HASHED.test(path))) return files;
  const names = namesOf(
    files.map(({ path }) => path),
    outputs,
  );
  const placed = (version) => {
    const moved = (path) => names.get(path)?.(version) ?? path;
    return files.map(({ path, code }) => ({
      path: moved(path),
      code: pointed(code, { from: path, to: moved(path), moved }),
    }));
  };
  const version = hashOf(placed(''));
  for (const [path, place] of names) {
    outputs[place(version)] = outputs[path];
    delete outputs[path];
  }
  repath(outputs, (path) => names.get(path)?.(version) ?? path);
  return placed(version);
}

/**
 * Where each file will be, for a version. What pages name themselves holds it in its name; of parts that are called alike, as the
 * sentences of a language are, each is called after its folder, too.
 */
function namesOf(paths, outputs) {
  const nameOf = (path) => posix.basename(path).replace(HASHED, '');
  const count = new Map();
  for (const path of paths) count.set(nameOf(path), (count.get(nameOf(path)) ?? 0) + 1);
  const shared = paths.filter((path) => outputs[path].entryPoint === undefined).sort();
  return new Map(
    paths.map((path) => {
      const { entryPoint } = outputs[path];
      const name = nameOf(path);
      const folder = posix.dirname(path);
      if (posix.basename(folder) !== 'chunks') return [path, (version) => `${folder}/${name}-${version}.js`];
      const whole =
        entryPoint === undefined
          ? `shared-${shared.indexOf(path)}`
          : count.get(name) === 1
            ? name
            : `${posix.basename(posix.dirname(entryPoint))}-${name}`;
      return [path, (version) => `${posix.dirname(folder)}/${version}/${whole}.js`];
    }),
  );
}

function hashOf(files) {
  const hash = createHash('sha256');
  for (const { path, code } of [...files].sort((a, b) => (a.path < b.path ? -1 : 1))) hash.update(`${path}\n${code}\n`);
  return [...hash.digest().subarray(0, 8)].map((byte) => LETTERS[byte % 32]).join('');
}
