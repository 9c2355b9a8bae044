// npm run size: what a page loads, raw, gzip and brotli, by stage.
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import { packed } from './packing.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));

/** Files an entry loads at once: itself and, transitively, its static imports. Paths as esbuild's metafile has them. */
export function staticClosure(outputs, entry) {
  const seen = new Set();
  const visit = (path) => {
    if (seen.has(path)) return;
    seen.add(path);
    for (const imported of outputs[path]?.imports ?? []) if (imported.kind === 'import-statement') visit(imported.path);
  };
  visit(entry);
  return seen;
}

function entryFor(outputs, source) {
  const found = Object.entries(outputs).find(([, output]) => output.entryPoint?.endsWith(source));
  if (found === undefined) throw new Error(`no bundle is made from ${source}; was the build run?`);
  return found[0];
}

async function bytes(paths) {
  const total = { raw: 0, gzip: 0, brotli: 0 };
  for (const path of paths) {
    const content = await readFile(`${root}${path}`);
    total.raw += content.length;
    const { gz, br } = await packed(content);
    total.gzip += gz.length;
    total.brotli += br.length;
  }
  return total;
}

async function readOutputs() {
  const [widget] = JSON.parse(await readFile(`${root}dist/metafile.json`, 'utf8'));
  return widget.outputs;
}

/**
 * What an ordinary visit loads, stage by stage: a reader reads, writes, follows live and has a bell. Each file is in the first stage that
 * needs it.
 */
function visit(outputs, lang) {
  const stages = [
    ['first view', ['client-widget/widget/tribune.tsx', `client-widget/widget/lang/${lang}.ts`]],
    // With the socket and the bell, which every page has that has this.
    ['acting', ['client-widget/widget/acting.tsx', `client-widget/widget/lang/acting-${lang}.ts`]],
    ['writing', ['client-widget/widget/composer.tsx']],
    ['sending', ['client-widget/widget/sending.ts']],
  ];
  const loaded = new Set();
  return stages.map(([stage, sources]) => {
    const files = sources.flatMap((source) => [...staticClosure(outputs, entryFor(outputs, source))]);
    const fresh = [...new Set(files)].filter((file) => !loaded.has(file));
    fresh.forEach((file) => loaded.add(file));
    return { stage, files: fresh };
  });
}

/** Names of all files of such a visit. A test in a browser holds against them what a page loads. */
export async function filesOfVisit(lang) {
  return visit(await readOutputs(), lang).flatMap(({ files }) => files.map((file) => basename(file)));
}

/**
 * Bytes of each stage of the widget, each file counted once, in the first stage that needs it.
 * @returns {Promise<{stage: string, raw: number, gzip: number, brotli: number}[]>}
 */
export async function widgetSizes(lang = 'fr') {
  const outputs = await readOutputs();
  const stages = visit(outputs, lang);
  const loaded = new Set(stages.flatMap(({ files }) => files));
  const rows = [];
  for (const { stage, files } of stages) rows.push({ stage, ...(await bytes(files)) });
  rows.push({ stage: 'everything', ...(await bytes(loaded)) });
  // Only for whoever votes; turns to the bell; hears of something as it comes; follows a link to a comment; looks at more replies, or has
  // news of some whose place is elsewhere; puts marks; is refused, or writes up to the limit; gives an address, or makes a mistake; names somebody; where a site offers
  // reactions or stars; for whoever is told of a word; looks before posting, or at the help; reports a comment, or changes one of their
  // own; has one that waits or was refused; has had something done about them; moderates; looks at all of their own; searches; asks to
  // be told of something; by mail, too; looks at all of that; where there are editor's picks.
  const composing = `client-widget/widget/lang/composer-${lang}.ts`;
  const rare = [
    ['voting', ['client-widget/widget/voting.ts']],
    ['inbox', ['client-widget/widget/bell-panel.tsx', `shared/messages/bell/${lang}.ts`]],
    ['told', ['client-widget/widget/bell-told.ts', `shared/messages/bell/${lang}.ts`]],
    ['jump', ['client-widget/widget/jump.ts']],
    ['branches', ['client-widget/widget/thread-branches.ts']],
    ['marks', ['client-widget/widget/put-mark.ts']],
    ['faults', ['client-widget/widget/refused.ts', composing]],
    ['checks', ['client-widget/widget/checks.ts', composing]],
    ['mentions', ['client-widget/widget/mention-list.tsx', composing]],
  ];
  for (const stage of [
    ...['offers', 'nudge', 'preview', 'upkeep', 'verdict', 'standing', 'steer', 'mine', 'search', 'sign-in'],
    'subscribe',
    'mail',
    'picks',
  ])
    rare.push([stage, [`client-widget/widget/${stage}.tsx`, `shared/messages/${stage}/${lang}.ts`]]);
  rare.push(['follows', ['client-widget/widget/follows.tsx', `shared/messages/subscribe/${lang}.ts`]]);
  for (const [stage, sources] of rare) {
    const few = sources
      .flatMap((source) => [...staticClosure(outputs, entryFor(outputs, source))])
      .filter((file) => !loaded.has(file));
    rows.push({ stage, ...(await bytes(new Set(few))) });
  }
  // The script for lists of articles, which is all they load.
  rows.push({ stage: 'counts', ...(await bytes(['dist/public/widget/counts.js'])) });
  return rows;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  console.table(Object.fromEntries((await widgetSizes(process.argv[2])).map(({ stage, ...sizes }) => [stage, sizes])));
}
