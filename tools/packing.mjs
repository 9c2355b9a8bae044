// What pages load is packed once, when it is built, as small as can be: the service sends it so, and so it is measured.
import { readFile, writeFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

const brotli = promisify(brotliCompress);
const gzipped = promisify(gzip);

/** @param {Buffer} content */
export async function packed(content) {
  const params = { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: content.length };
  const [br, gz] = await Promise.all([brotli(content, { params }), gzipped(content, { level: 9 })]);
  return { br, gz };
}

/**
 * Lays NAME.br and NAME.gz beside each of these files.
 * @param {string[]} paths
 */
export async function pack(paths) {
  await Promise.all(
    paths.map(async (path) => {
      const { br, gz } = await packed(await readFile(path));
      await Promise.all([writeFile(`${path}.br`, br), writeFile(`${path}.gz`, gz)]);
    }),
  );
}
