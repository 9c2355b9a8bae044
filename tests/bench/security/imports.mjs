// import-files.json: by `format`, a `case` in words. What can be loaded is a dump of the store, and what is written for spreadsheets is
// the audit; there is no other import, and no archive is opened.
import { spawn } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ROOT } from '../measure.mjs';
import { cut } from './service.mjs';
import { formulas, readTable } from './tables.mjs';

/** Escapes as they are written in a case. */
const unescaped = (text) => text.replace(/\\([trn])/g, (_, letter) => ({ t: '\t', r: '\r', n: '\n' })[letter]);

const KNOWN = {
  csv: [
    [/[=+@-]\S*\d/, (service, text) => neutralised(service, text.split(' / ').map(unescaped))],
    [/BOM|Arabic|emoji/i, (service) => roundTrip(service)],
  ],
  backup: [
    [/flipped byte/i, (service) => flipped(service)],
    [/older schema/i, (service) => fromElsewhere(service)],
  ],
};

export async function imports(cases, { report, service }) {
  const tally = report.of('files that are loaded and written');
  for (const item of cases) {
    const known = KNOWN[item.format]?.find(([pattern]) => pattern.test(item.case));
    if (known !== undefined) await tally.judge(item, () => known[1](service, item.case));
    else tally.skip(item, KNOWN[item.format] === undefined ? 'there is no such import' : 'not recognised');
  }
}

async function audit(service) {
  await service.app.settled();
  const { auth } = await service.owner();
  return service.send('GET', '/v1/audit/export?format=csv', { headers: auth });
}

let n = 0;
/** Every value as text, name and title, and in what a moderator says, ends in no cell that is worked out. */
export async function neutralised(service, values) {
  const reader = await service.guest();
  const { auth } = await service.owner();
  for (const value of values) {
    n += 1;
    const text = `${cut(value, 4000)} ${n}`;
    const shown = { thread: `csv-${n}`, title: cut(value, 300) };
    await service.post(reader, text, { ...shown, name: cut(value, 50) });
    const { json } = await service.post(reader, `${text} encore`, shown);
    const decision = { action: 'refuse', codes: ['other'], note: cut(value, 900), remark: cut(value, 900) };
    const seen = { expectedV: 1, expectedRev: 1 };
    if (json.id !== undefined)
      await service.json('POST', `/v1/review/${json.id}/decision`, { ...decision, ...seen }, auth);
  }
  const rows = readTable((await audit(service)).text.replace(/^\ufeff/, ''));
  return [rows.length > 1 ? '' : 'the table is empty', ...formulas(rows).map((cell) => `a cell is ${cell}`)];
}

async function roundTrip(service) {
  const title = 'مرحبا 🎉 Zoë « L’œuvre »';
  await service.post(await service.guest(), 'un mot', { thread: 'csv-round', title });
  const { text, headers } = await audit(service);
  const isUtf8 = /charset=utf-8/i.test(headers.get('content-type'));
  return [readTable(text).flat().includes(title) ? '' : 'is not in the table', isUtf8 ? '' : 'is of no known encoding'];
}

function command(...words) {
  const child = spawn(process.execPath, [join(ROOT, 'dist/services/tribune.js'), ...words], { stdio: 'pipe' });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (said += chunk));
  return new Promise((resolve) => child.once('exit', (code) => resolve({ code, said })));
}

/** A dump of the service's store, and a folder to load it into. */
async function withDump(service, use) {
  const folder = await mkdtemp(join(tmpdir(), 'tribune-dump-'));
  try {
    const { code, said } = await command('store', 'export', '--uri', service.storeUri, '--out', join(folder, 'dump'));
    if (code !== 0) return `no dump: ${said}`;
    const names = await readdir(join(folder, 'dump'), { recursive: true });
    const files = names.filter((name) => /comments\.bson(\.gz)?$/.test(name)).map((name) => join(folder, 'dump', name));
    return await use({ folder, files });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

const load = (folder) => command('store', 'import', '--from', join(folder, 'dump'), '--path', join(folder, 'store'));

/** A byte of a length, wherever in the file it is, is told; nothing is loaded. */
function flipped(service) {
  return withDump(service, async ({ folder, files }) => {
    const [file] = files;
    const bytes = await readFile(file);
    bytes[Math.floor(bytes.length / 2)] ^= 0x40;
    await writeFile(file, bytes);
    const { code, said } = await load(folder);
    return code !== 0 && said.length > 0 ? '' : 'was loaded';
  });
}

/** A dump that is no dump of this program is refused with a reason. */
function fromElsewhere(service) {
  return withDump(service, async ({ folder, files }) => {
    await writeFile(files[0], Buffer.from('not a dump of this version'));
    const { code, said } = await load(folder);
    return code !== 0 && said.length > 0 ? '' : 'was loaded';
  });
}
