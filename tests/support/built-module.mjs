import { createHash } from 'node:crypto';
import { relative } from 'node:path';
import { pathToFileURL } from 'node:url';

/** Packages that a suite gets as the service has them. */
const PACKAGE = /^tests\/support\/(express|mongoose)\.ts$/;

/** Where a module of the service was built to. */
function outsideOf(path, rootDir) {
  const source = relative(rootDir, path).replaceAll('\\', '/');
  return PACKAGE.exec(source)?.[1] ?? pathToFileURL(`${rootDir}/dist/${source.replace(/\.ts$/, '.js')}`).href;
}

/** Has a suite that imports a module of the service get what `environment.mjs` has loaded of the build, by the same names. */
export default {
  getCacheKey: (source, path) => createHash('sha256').update(`2\n${path}\n${source}`).digest('hex'),
  async processAsync(_source, path, { config }) {
    const outside = outsideOf(path, config.rootDir);
    // Exported by another name first, since `static` is none that a variable may have.
    const names = Object.keys(await import(outside)).map(
      (name, i) => `const export${i} = outside.${name}; export { export${i} as ${name} };`,
    );
    return { code: [`const outside = await importOutside(${JSON.stringify(outside)});`, ...names].join('\n') };
  },
};
