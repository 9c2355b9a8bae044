// How the widget's sources are read for its bundle.
import { readdir, readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import esbuild from 'esbuild';

const root = fileURLToPath(new URL('..', import.meta.url));

const FOLDER = `${root}client-widget/widget/`;

/**
 * What parts that are loaded later are told to need: all of what is loaded before them. The bundler makes one file of shared code for
 * every combination of parts that need it; what is shared by these is one file then.
 */
const EARLY = ['tribune.tsx', 'acting.tsx'];
/** What stands in the article comes without what acts. */
const EARLIER = { 'passages.tsx': ['tribune.tsx'] };

/** Names of the parts that any source of the widget loads later; sentences need nobody. */
async function laterParts() {
  const names = (await readdir(FOLDER)).filter((name) => /\.tsx?$/.test(name));
  const sources = await Promise.all(names.map((name) => readFile(FOLDER + name, 'utf8')));
  return new Set(
    sources.flatMap((source) => [...source.matchAll(/import\('\.\/([\w-]+\.tsx?)'\)/g)].map(([, name]) => name)),
  );
}

/** The tables of `shared/` that readers' pages take their paths from. */
const TABLES = { readerRoutes: 'routes', noticeRoutes: 'notice-routes', signInRoutes: 'sign-in-routes' };

async function readTables() {
  const lines = Object.entries(TABLES).map(([name, file]) => `export { ${name} } from './${file}.ts';`);
  const { outputFiles } = await esbuild.build({
    stdin: { contents: lines.join(''), resolveDir: `${root}shared`, loader: 'ts' },
    ...{ bundle: true, format: 'esm', write: false },
  });
  return import(`data:text/javascript;base64,${Buffer.from(outputFiles[0].contents).toString('base64')}`);
}

/**
 * Of a table of paths a page carries only those that its parts ask: `readerRoutes.vote` is read as the path itself, and the tables fall
 * away as nobody's. A table that is asked in another way stays whole, wherever it is asked.
 */
export const widgetSources = {
  name: 'widget-sources',
  setup(build) {
    const reading = Promise.all([readTables(), laterParts()]);
    const asked = new RegExp(`\\b(${Object.keys(TABLES).join('|')})\\.(\\w+)`, 'g');
    build.onLoad({ filter: /client-widget.(widget|kit).[\w-]+\.tsx?$/ }, async ({ path }) => {
      const [paths, later] = await reading;
      const name = basename(path);
      const before = (later.has(name) ? (EARLIER[name] ?? EARLY) : []).filter((earlier) => earlier !== name);
      const source = (await readFile(path, 'utf8')).replace(asked, (whole, table, route) => {
        const found = paths[table][route];
        if (found === undefined) throw new Error(`${path}: there is no ${whole}`);
        return JSON.stringify(found);
      });
      const imports = before.map((earlier) => `import './${earlier}';`).join('');
      return { contents: imports + source, loader: path.endsWith('x') ? 'tsx' : 'ts' };
    });
  },
};
