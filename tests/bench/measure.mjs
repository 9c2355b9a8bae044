// What every bench needs: processes to measure, load on loopback, medians and ratios.
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import net from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { startStore } from '../../dist/services/embedded-mongo/child.js';
import { demoSite } from '../../dist/services/sites/sites.js';
import { openStore } from '../../dist/services/storage/store.js';

export const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const TICK_MS = 10; // USER_HZ is 100 on every Linux

export const median = (values) => percentile(values, 0.5);
export function percentile(values, p) {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * p))] ?? NaN;
}

/** Starts a server script; resolves once it prints "port N" or the service's own address. */
export async function startServer(script, env = {}) {
  const child = spawn(process.execPath, [script], {
    env: { PATH: process.env.PATH, NODE_ENV: 'production', ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const started = performance.now();
  let output = '';
  const port = await new Promise((resolve, reject) => {
    child.once('exit', (code) => reject(new Error(`${script} ended with ${code}\n${output}`)));
    child.stdout.on('data', (chunk) => {
      output += chunk;
      const match = /(?:port |API +http:\/\/[^:]+:)(\d+)/.exec(output);
      if (match) resolve(Number(match[1]));
    });
  });
  const stop = () =>
    new Promise((resolve) => {
      child.removeAllListeners('exit');
      child.once('exit', resolve);
      child.kill('SIGTERM');
    });
  return { pid: child.pid, port, output, readyMs: performance.now() - started, stop };
}

/** A site that lets its discussions run as hot as they will: load from one place is a raid, and would be slowed down. */
async function letRunHot(dataDir) {
  const log = { debug() {}, info() {}, warn() {}, error() {} };
  const entry = join(ROOT, 'dist/bin/embedded-mongo.js');
  const child = await startStore({ path: join(dataDir, 'store'), entry, log });
  const store = await openStore(child.uri);
  await store.sites.insert({ ...demoSite(), settings: { heat: { on: false } } });
  await store.close();
  await child.stop();
}

/** The built service in a temporary folder, without limits; `asShipped`, with nothing prepared in its folder. */
export async function startTribune(env = {}, { asShipped = false } = {}) {
  const made = env.DATA_DIR === undefined ? await mkdtemp(join(tmpdir(), 'tribune-bench-')) : null;
  const dataDir = made ?? env.DATA_DIR;
  if (!asShipped) await letRunHot(dataDir);
  const server = await startServer(join(ROOT, 'dist/bin/main.js'), {
    PORT: '0',
    DATA_DIR: dataDir,
    LOG_LEVEL: 'error',
    COMMENTS_PER_PERSON: '1000000',
    COMMENTS_PER_ADDRESS: '1000000',
    ...env,
  });
  // What it prints is where people reach it, which need not be where it listens.
  const port = Number(env.PORT ?? 0) || server.port;
  return {
    ...server,
    ...{ dataDir, port },
    url: `http://127.0.0.1:${port}`,
    /** Answers what it has ended with. */
    stop: async () => {
      const code = await server.stop();
      if (made !== null) await rm(made, { recursive: true, force: true });
      return code;
    },
  };
}

/** A process and its children. */
export function family(pid) {
  const children = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8')
    .trim()
    .split(' ')
    .filter(Boolean)
    .map(Number);
  return [pid, ...children];
}

/** CPU used so far by processes, milliseconds. */
export function cpuMs(pids) {
  return pids.reduce((sum, pid) => {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1].split(' ');
    return sum + (Number(fields[11]) + Number(fields[12])) * TICK_MS;
  }, 0);
}

/** Resident and anonymous memory of processes, MiB. */
export function memoryMb(pids) {
  const of = (pid, name) =>
    Number(new RegExp(`${name}:\\s+(\\d+) kB`).exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024;
  return {
    rss: pids.reduce((sum, pid) => sum + of(pid, 'VmRSS'), 0),
    anonymous: pids.reduce((sum, pid) => sum + of(pid, 'RssAnon'), 0),
  };
}

/**
 * Sends requests over keep-alive connections, each the next after an answer, for a bounded time.
 * @param next makes the raw bytes of a request
 */
export function load({ port, connections, ms, next }) {
  const end = performance.now() + ms;
  const statuses = {};
  let done = 0;
  const one = () =>
    new Promise((resolve, reject) => {
      const socket = net.connect(port, '127.0.0.1');
      let buffered = Buffer.alloc(0);
      let expected = -1;
      const send = () => {
        expected = -1;
        socket.write(next());
      };
      socket.setNoDelay(true);
      socket.on('error', reject);
      socket.on('connect', send);
      socket.on('data', (chunk) => {
        buffered = buffered.length === 0 ? chunk : Buffer.concat([buffered, chunk]);
        if (expected < 0) {
          const headEnd = buffered.indexOf('\r\n\r\n');
          if (headEnd < 0) return;
          const head = buffered.toString('latin1', 0, headEnd);
          const status = head.slice(9, 12);
          statuses[status] = (statuses[status] ?? 0) + 1;
          expected = headEnd + 4 + Number(/content-length: (\d+)/i.exec(head)?.[1] ?? 0);
        }
        if (buffered.length < expected) return;
        buffered = Buffer.alloc(0);
        done += 1;
        if (performance.now() < end) send();
        else {
          socket.end();
          resolve();
        }
      });
    });
  return Promise.all(Array.from({ length: connections }, one)).then(() => ({ done, statuses }));
}

/** One measured stretch of load: requests per second and the server's CPU per request. */
export async function stretch(target, ms = 4000) {
  const pids = family(target.pid);
  const before = cpuMs(pids);
  const started = performance.now();
  const { done, statuses } = await load({ connections: 32, ...target, ms });
  const seconds = (performance.now() - started) / 1000;
  const wrong = Object.keys(statuses).filter((status) => !(target.expect ?? ['200']).includes(status));
  if (wrong.length > 0) throw new Error(`${target.name}: answered ${JSON.stringify(statuses)}`);
  return { perSecond: done / seconds, cpuUs: ((cpuMs(pids) - before) * 1000) / done };
}

/** Warms every target, then measures them in turn; medians of the rounds, and the ratio to the first. */
export async function compare(targets, { rounds = 3, warmMs = 5000, ms = 4000 } = {}) {
  for (const target of targets) await load({ connections: 32, ...target, ms: warmMs });
  const results = targets.map(() => []);
  for (let round = 0; round < rounds; round += 1) {
    for (const [i, target] of targets.entries()) results[i].push(await stretch(target, ms));
  }
  const rows = targets.map((target, i) => ({
    name: target.name,
    cpuUs: median(results[i].map((result) => result.cpuUs)),
    perSecond: median(results[i].map((result) => result.perSecond)),
  }));
  return Object.fromEntries(
    rows.map((row) => [
      row.name,
      {
        'CPU µs each': Math.round(row.cpuUs),
        'per second': Math.round(row.perSecond),
        'CPU ratio': (row.cpuUs / rows[0].cpuUs).toFixed(2),
        'rate ratio': (row.perSecond / rows[0].perSecond).toFixed(2),
      },
    ]),
  );
}

/** Raw bytes of a request. */
export function rawRequest(method, path, headers = {}, body = '') {
  const lines = Object.entries({
    Host: '127.0.0.1',
    ...headers,
    ...(body === '' ? {} : { 'Content-Type': 'application/json', 'Content-Length': Buffer.byteLength(body) }),
  });
  return Buffer.from(
    `${method} ${path} HTTP/1.1\r\n${lines.map(([key, value]) => `${key}: ${value}\r\n`).join('')}\r\n${body}`,
  );
}

/** A guest's token. */
export async function guest(url) {
  const response = await fetch(`${url}/v1/sites/demo/guests`, { method: 'POST' });
  return (await response.json()).token;
}

/** Posts one comment; answers it. */
export async function post(url, token, thread, text, parentId = null) {
  const response = await fetch(`${url}/v1/sites/demo/comments`, {
    method: 'POST',
    headers: { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json' },
    body: JSON.stringify({ thread: { key: thread }, author: { name: 'Anaïs Martin' }, text, parentId }),
  });
  if (!response.ok) throw new Error(`${response.status} ${await response.text()}`);
  return response.json();
}

const WORDS =
  'conseil halle débat élus budget route école toit marché gare train place rue pont rivière mairie vote séance lundi projet travaux prix impôt voisin jardin arbre stade piscine salle concert été hiver pluie vélo trottoir parking ligne horaire ancien nouveau public demain histoire cantine musée église village campagne usine emploi commerce boulanger pharmacie médecin hôpital retraite jeunesse famille logement chantier bruit déchets propreté lumière sécurité police pompier préfet région département national européen ministre député sénateur maire adjoint candidat programme promesse résultat question réponse article journal lecteur photo témoin enquête rapport expert chiffre somme million emprunt dette recette dépense service transport tramway station quartier centre banlieue colline vallée forêt rivage océan montagne sentier randonnée tourisme visiteur hôtel restaurant terrasse fontaine statue patrimoine mémoire culture théâtre cinéma musique danse livre bibliothèque professeur élève classe examen'.split(
    ' ',
  );

/** A comment of about 200 characters with marks and a link, like no other: nearly the same text is a campaign. */
export function sentence(n) {
  let seed = Math.imul(n + 1, 2654435761) >>> 0;
  const words = Array.from({ length: 24 }, () => {
    seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
    return WORDS[(seed >>> 8) % WORDS.length];
  });
  return `${n} ${words.slice(0, 12).join(' ')}. **Merci** ${words.slice(12).join(' ')} [budget](https://ville.example/budget).`;
}
