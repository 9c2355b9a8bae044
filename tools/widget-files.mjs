// What stands beside the widget's bundle: the loader under a name that stays, and the list of what may be pinned.
import { createHash } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { staticClosure } from './size.mjs';

/** A digest as pages name it (Subresource Integrity, 3.5). */
export const integrityOf = (content) => `sha384-${createHash('sha384').update(content).digest('base64')}`;

/**
 * Writes /widget/tribune.js, which loads the version of this build, and /widget/manifest.json, which names that version's
 * files with their digests.
 * @param {{root: string, outputs: Record<string, {entryPoint?: string}>}} built the repository, with a slash at the end, and
 *   esbuild's outputs with paths in it
 */
export async function writeLoader({ root, outputs }) {
  const folder = 'dist/public/widget/';
  const inFolder = (path) => path.slice(folder.length);
  const [entry] = Object.keys(outputs).filter((path) => outputs[path].entryPoint?.endsWith('widget/tribune.tsx'));
  // All that is needed at once is named here, so that it is fetched side by side and not one after the other.
  const first = [...staticClosure(outputs, entry)].filter((path) => path !== entry);
  const imports = first.map((path) => `import"./${inFolder(path)}";`);
  const loader = `${imports.join('')}export*from"./${inFolder(entry)}";\n`;
  const integrity = {};
  for (const path of Object.keys(outputs).sort()) {
    integrity[`/widget/${inFolder(path)}`] = integrityOf(await readFile(root + path));
  }
  const manifest = { loader: '/widget/tribune.js', element: `/widget/${inFolder(entry)}`, integrity };
  await writeFile(`${root}${folder}tribune.js`, loader);
  await writeFile(`${root}${folder}manifest.json`, `${JSON.stringify(manifest, null, 2)}\n`);
}
