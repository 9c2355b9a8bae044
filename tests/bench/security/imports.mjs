// import-files.json: by `format`, a `case` in words. What can be loaded is a dump of the store, and what is written for spreadsheets is
// the audit; there is no other import, and no archive is opened.
import { spawn } from 'node:child_process';
import { copyFile, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ROOT } from '../measure.mjs';
import { cut } from './service.mjs';
import { formulas, readTable } from './tables.mjs';

/** Escapes as they are written in a case. */
const unescaped = (text) => text.replace(/\\([trn])/g, (_, letter) => ({ t: '\t', r: '\r', n: '\n' })[letter]);

const KNOWN = {
  csv: [
    [/BOM|Arabic|emoji/i, (service) => roundTrip(service, 'مرحبا 🎉 Zoë « L’œuvre »')],
    [/quote|comma|newline|round/i, (service) => roundTrip(service, 'un "mot", et ; un autre, 3\'4\\"')],
    [/[=+@\-＝＋－＠|]|\\[trn]/, (service, text) => neutralised(service, text.split(' / ').map(unescaped))],
  ],
  backup: [
    [
      /older|newer|schema|another version/i,
      (service) => spoilt(service, () => Buffer.from('not a dump of this version')),
    ],
    [/flipped|changed byte|bit ?flip/i, (service) => spoilt(service, (bytes) => flip(bytes))],
    [/truncat|cut/i, (service) => spoilt(service, (bytes) => bytes.subarray(0, Math.floor(bytes.length / 2)))],
    [/append|trailing|longer/i, (service) => spoilt(service, (bytes) => Buffer.concat([bytes, Buffer.from([0])]))],
    [/checksum|another file/i, (service) => spoilt(service, (bytes) => Buffer.from(bytes).reverse())],
    [/missing|absent|removed/i, (service) => lacking(service, 'one')],
    [/empty/i, (service) => lacking(service, 'all')],
    [/extra|unknown|planted|added/i, (service) => extra(service)],
    [/\.\.\/|slip|traversal/i, (service) => listed(service, '../../../../../../etc/passwd')],
    [/over an? (?:existing|non-?empty)|twice/i, (service) => again(service)],
  ],
};

export async function imports(cases, { report, service }) {
  const tally = report.of('files that are loaded and written');
  for (const item of cases) {
    const known =
      typeof item.case === 'string' ? KNOWN[item.format]?.find(([pattern]) => pattern.test(item.case)) : undefined;
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

async function roundTrip(service, title) {
  n += 1;
  await service.post(await service.guest(), 'un mot', { thread: `csv-round-${n}`, title });
  const { text, headers } = await audit(service);
  const isUtf8 = /charset=utf-8/i.test(headers.get('content-type'));
  return [readTable(text).flat().includes(title) ? '' : 'is not in the table', isUtf8 ? '' : 'is of no known encoding'];
}

function command(...words) {
  const child = spawn(process.execPath, [join(ROOT, 'dist/bin/tribune.js'), ...words], { stdio: 'pipe' });
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

/** Whether nothing of what is changed by `change` is loaded, and it is said why. */
function isRefused(service, change) {
  return withDump(service, async (dump) => {
    await change(dump);
    const { code, said } = await load(dump.folder);
    return code !== 0 && said.length > 0 ? '' : 'was loaded';
  });
}

const spoilt = (service, spoil) =>
  isRefused(service, async ({ files: [file] }) => writeFile(file, spoil(await readFile(file))));

/** A byte of a length, wherever in the file it is. */
function flip(bytes) {
  bytes[Math.floor(bytes.length / 2)] ^= 0x40;
  return bytes;
}

/** Without some of its files. That the list of sums is gone is nothing to be told by: what mongodump writes has none. */
const lacking = (service, which) =>
  isRefused(service, ({ folder, files }) =>
    which === 'all' ? rm(join(folder, 'dump'), { recursive: true }) : rm(files[0]),
  );

/** A file beside those that were exported; and a list that leads elsewhere. */
const extra = (service) => isRefused(service, ({ files: [file] }) => copyFile(file, file.replace('comments', 'more')));
const listed = (service, path) =>
  isRefused(service, async ({ folder }) => {
    const list = join(folder, 'dump', 'SHA256SUMS');
    await writeFile(list, `${await readFile(list, 'utf8')}${'0'.repeat(64)}  ${path}\n`);
  });

/** Loaded once, and not over what is there by then. */
function again(service) {
  return withDump(service, async ({ folder }) => {
    const first = await load(folder);
    const second = await load(folder);
    return [first.code === 0 ? '' : `not loaded: ${first.said}`, second.code === 0 ? 'is loaded over it' : ''];
  });
}
