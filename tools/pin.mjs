// npm run pin -- https://comments.example: the tags of a page that pins this build of the widget.
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

/** The tags, with the digests of every file the element may ever load from there. */
export function pinnedTags({ element, integrity }, service) {
  const at = (path) => new URL(path, service).href;
  const map = Object.fromEntries(Object.entries(integrity).map(([path, digest]) => [at(path), digest]));
  return `<script type="importmap">${JSON.stringify({ integrity: map })}</script>
<script type="module" crossorigin src="${at(element)}" integrity="${integrity[element]}"></script>
`;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const service = process.argv[2];
  if (service === undefined) {
    console.error('Usage: npm run pin -- https://comments.example (the address people reach the service under)');
    process.exit(1);
  }
  const manifest = fileURLToPath(new URL('../dist/public/widget/manifest.json', import.meta.url));
  process.stdout.write(pinnedTags(JSON.parse(await readFile(manifest, 'utf8')), service));
}
