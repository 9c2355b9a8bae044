// Builds dist/ with esbuild: the service's programs, its modules file by file, and what browsers get.
import { cp, mkdir, readFile, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { fileURLToPath, pathToFileURL } from 'node:url';
import esbuild from 'esbuild';
import { pack } from './packing.mjs';
import { secondPass } from './second-pass.mjs';
import { writeLoader } from './widget-files.mjs';
import { widgetSources } from './widget-sources.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const inRoot = (path) => `${root}${path}`;

/** Readers' pages carry what of Preact the widget uses, and no more (docs/decisions/0016). */
const leanRenderer = {
  name: 'lean-renderer',
  setup(build) {
    const stand = (filter, name) => build.onResolve({ filter }, () => ({ path: inRoot(`client-widget/kit/${name}`) }));
    stand(/^preact(\/jsx-runtime)?$/, 'renderer.ts');
    stand(/^preact\/hooks$/, 'hooks.ts');
  },
};

/** Bundles of the browser: the readers' element (with its lazy parts), the moderators' page, the demo host page. */
export const bundles = [
  {
    entryPoints: { tribune: inRoot('client-widget/widget/tribune.tsx') },
    outdir: inRoot('dist/public/widget'),
    // Pages may pin a version, so every file is of one for ever; what leads to the newest is written beside it.
    entryNames: '[name]-[hash]',
    plugins: [leanRenderer, widgetSources],
    minifyIdentifiers: false,
  },
  {
    entryPoints: { counts: inRoot('client-widget/widget/counts.ts') },
    outdir: inRoot('dist/public/widget'),
  },
  { entryPoints: { console: inRoot('client-widget/console/console.tsx') }, outdir: inRoot('dist/public/console') },
  {
    entryPoints: {
      demo: inRoot('client-widget/demo/demo.ts'),
      gallery: inRoot('client-widget/demo/gallery/gallery.ts'),
    },
    outdir: inRoot('dist/public/demo'),
  },
];

/** What the widget's style sheets call `--_name` is their own: its first sheet says what there is, and the place there is its name. */
async function ownProperties() {
  const sheet = await readFile(inRoot('client-widget/widget/widget.css'), 'utf8');
  const names = [...new Set(sheet.match(/--_[\w-]+(?=:)/g))];
  return new Map(names.map((name, at) => [name, `--_${String.fromCharCode(97 + at)}`]));
}

/** Style sheets become text, minified, for constructable sheets. */
const cssText = {
  name: 'css-text',
  setup(build) {
    const naming = ownProperties();
    build.onLoad({ filter: /\.css$/ }, async ({ path }) => {
      const short = await naming;
      const { target } = build.initialOptions;
      const { code } = await esbuild.transform(await readFile(path, 'utf8'), { loader: 'css', minify: true, target });
      // The values of custom properties are left alone by whoever knows nothing of their meaning; spaces mean nothing in ours.
      const contents = code
        .trim()
        .replace(/(?<=[{;])--[^;}]+/g, (custom) => custom.replace(/(?<=[:,]) /g, ''))
        .replace(/--_[\w-]+/g, (name) => {
          if (!short.has(name)) throw new Error(`${path}: ${name} is nowhere set`);
          return short.get(name);
        });
      return { contents, loader: 'text' };
    });
  },
};

/** What the compiled JSX calls: Preact's own helper also does what only compiled templates need. */
const leanJsx = {
  name: 'lean-jsx',
  setup(build) {
    build.onResolve({ filter: /^preact\/jsx-runtime$/ }, () => ({ path: 'jsx', namespace: 'lean-jsx' }));
    build.onLoad({ filter: /./, namespace: 'lean-jsx' }, () => ({
      contents: `import { h, Fragment } from 'preact';
        export const jsx = (type, props, key) => h(type, key === undefined ? props : { ...props, key });
        export { jsx as jsxs, Fragment };`,
      resolveDir: root,
      loader: 'js',
    }));
  },
};

/** esbuild's options for one bundle. Lazy parts get hashed names, so that they may be cached for ever. */
export function bundleOptions({ plugins = [], ...bundle }) {
  return {
    entryNames: '[name]',
    bundle: true,
    format: 'esm',
    splitting: true,
    minifySyntax: true,
    minifyWhitespace: true,
    minifyIdentifiers: true,
    ...bundle,
    metafile: true,
    target: ['es2022', 'chrome111', 'firefox114', 'safari16.4'],
    jsx: 'automatic',
    jsxImportSource: 'preact',
    chunkNames: 'chunks/[name]-[hash]',
    // Modules are always read as UTF-8, and an escaped letter takes up to three times the room.
    charset: 'utf8',
    legalComments: 'none',
    plugins: [...plugins, cssText, leanJsx],
    define: { 'process.env.NODE_ENV': '"production"' },
    logLevel: 'warning',
  };
}

/** Static files. Style sheets are made smaller on the way, the others are served as they are. */
const statics = [
  ['client-widget/console/index.html', 'dist/public/console/index.html'],
  ['client-widget/console/console.css', 'dist/public/console/console.css'],
  ['client-widget/console/desk.css', 'dist/public/console/desk.css'],
  ['client-widget/console/bulk.css', 'dist/public/console/bulk.css'],
  ['client-widget/console/search.css', 'dist/public/console/search.css'],
  ['client-widget/console/rules.css', 'dist/public/console/rules.css'],
  ['client-widget/console/sites.css', 'dist/public/console/sites.css'],
  ['client-widget/console/team.css', 'dist/public/console/team.css'],
  ['client-widget/console/mail.css', 'dist/public/console/mail.css'],
  ['client-widget/console/audit.css', 'dist/public/console/audit.css'],
  ['client-widget/console/people.css', 'dist/public/console/people.css'],
  ['client-widget/console/account.css', 'dist/public/console/account.css'],
  ['client-widget/console/on-page.css', 'dist/public/console/on-page.css'],
  ['client-widget/package', 'dist/package'],
  ['client-widget/demo/index.html', 'dist/public/demo/index.html'],
  ['client-widget/demo/demo.css', 'dist/public/demo/demo.css'],
  ['client-widget/demo/gallery/index.html', 'dist/public/demo/gallery/index.html'],
  ['client-widget/demo/gallery/gallery.css', 'dist/public/demo/gallery/gallery.css'],
];

async function shrink(from, to) {
  const { target } = bundleOptions({});
  const { code } = await esbuild.transform(await readFile(from, 'utf8'), { loader: 'css', minify: true, target });
  await writeFile(to, code);
}

/** Imports within the product lead to the JavaScript that stands beside, one file for one file. */
const fileByFile = {
  name: 'file-by-file',
  setup(build) {
    build.onResolve({ filter: /^\.\.?\// }, ({ path }) => ({ path: path.replace(/\.ts$/, '.js'), external: true }));
  },
};

const forService = {
  bundle: true,
  format: 'esm',
  platform: 'node',
  target: 'node20',
  packages: 'external',
  sourcemap: true,
  sourcesContent: false,
  logLevel: 'warning',
};

/**
 * The service, twice: as the programs that are run, each with all of its own code in a few files, which are read sooner than
 * hundreds; and file by file, so that tests and benches get at every part.
 */
export async function buildServer() {
  const sources = (await Promise.all(['services', 'shared'].map(sourcesIn))).flat();
  await rm(inRoot('dist/bin'), { recursive: true, force: true });
  await Promise.all([
    esbuild.build({
      ...forService,
      splitting: true,
      entryPoints: {
        main: inRoot('services/main.ts'),
        tribune: inRoot('services/tribune.ts'),
        'embedded-mongo': inRoot('services/embedded-mongo/main.ts'),
      },
      outdir: inRoot('dist/bin'),
    }),
    esbuild.build({
      ...forService,
      entryPoints: sources,
      outbase: root,
      outdir: inRoot('dist'),
      plugins: [fileByFile],
    }),
  ]);
  await compileLexicons();
}

async function sourcesIn(folder) {
  const files = await readdir(inRoot(folder), { recursive: true });
  return files
    .filter((name) => name.endsWith('.ts') && !name.endsWith('.d.ts'))
    .map((name) => inRoot(`${folder}/${name}`));
}

/** The word lists as one automaton, so that a start only has to read it. */
async function compileLexicons() {
  const compiled = (name) => `${pathToFileURL(inRoot('dist/services/moderation/')).href}${name}?${Date.now()}`;
  const [{ loadLexicon }, { compile }, { toFile }] = await Promise.all(
    ['lexicons/load.js', 'text/compile.js', 'text/compiled-file.js'].map((name) => import(compiled(name))),
  );
  await writeFile(inRoot('dist/lexicons.bin'), toFile(compile(loadLexicon())));
}

export async function buildClient() {
  await rm(inRoot('dist/public'), { recursive: true, force: true });
  await mkdir(inRoot('dist/public/demo/gallery'), { recursive: true });
  const results = await Promise.all(bundles.map((bundle) => esbuild.build(bundleOptions(bundle))));
  for (const { metafile } of results.slice(0, 2)) await secondPass(metafile.outputs, inRoot);
  await rm(inRoot('dist/public/widget/chunks'), { recursive: true, force: true });
  await writeLoader({ root, outputs: results[0].metafile.outputs });
  await Promise.all(
    statics.map(([from, to]) =>
      from.endsWith('.css') ? shrink(inRoot(from), inRoot(to)) : cp(inRoot(from), inRoot(to), { recursive: true }),
    ),
  );
  const packable = await readdir(inRoot('dist/public'), { recursive: true });
  await pack(packable.filter((path) => /\.(js|css)$/.test(path)).map((path) => inRoot(`dist/public/${path}`)));
  await writeFile(inRoot('dist/metafile.json'), JSON.stringify(results.map((result) => result.metafile)));
}

/** Builds everything and leaves a stamp that says when. */
export async function build() {
  const started = Date.now();
  await Promise.all([buildServer(), buildClient()]);
  await writeFile(inRoot('dist/.built'), new Date(started).toISOString());
  return Date.now() - started;
}

async function newest(folder) {
  let latest = 0;
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    const path = `${folder}/${entry.name}`;
    latest = Math.max(latest, entry.isDirectory() ? await newest(path) : (await stat(path)).mtimeMs);
  }
  return latest;
}

/** Whether dist/ is older than what it is made from, or than these folders of it. */
export async function isStale(folders = ['services', 'shared', 'client-widget', 'tools']) {
  const built = await stat(inRoot('dist/.built')).catch(() => null);
  if (built === null) return true;
  const sources = await Promise.all(folders.map((name) => newest(inRoot(name))));
  const lock = await stat(inRoot('package-lock.json'));
  return Math.max(...sources, lock.mtimeMs) > built.mtimeMs;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const ms = await build();
  console.log(`built dist/ in ${(ms / 1000).toFixed(1)} s`);
}
