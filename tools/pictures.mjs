// npm run pictures: makes the pictures of README from the running, built product.
import { spawn } from 'node:child_process';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import { findBrowser } from './browser.mjs';
import { build } from './build.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));

async function start(dataDir) {
  const child = spawn(process.execPath, [join(root, 'dist/bin/main.js')], {
    cwd: dataDir,
    env: { PATH: process.env.PATH, PORT: '0', DATA_DIR: dataDir, LOG_LEVEL: 'error' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let output = '';
  const url = await new Promise((resolve, reject) => {
    child.once('exit', () => reject(new Error(output)));
    child.stdout.on('data', (chunk) => {
      output += chunk;
      const match = /API +(\S+)\/api/.exec(output);
      if (match) resolve(match[1]);
    });
  });
  return { child, url, setup: /#setup=(\S+)/.exec(output)?.[1] ?? '' };
}

async function ask(url, path, body, headers = {}) {
  const init = { method: 'POST', headers: { ...headers, ...(body ? { 'Content-Type': 'application/json' } : {}) } };
  const response = await fetch(url + path, body ? { ...init, body: JSON.stringify(body) } : init);
  if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
  return response.json();
}

/** A conversation as the demo page might have it. */
async function converse(url) {
  const thread = { key: 'demo-halle', url: `${url}/demo`, title: 'Vaubrune sauve sa halle, à deux voix près' };
  const someone = async (name) => {
    const { token } = await ask(url, '/v1/sites/demo/guests');
    return (text, parentId) =>
      ask(
        url,
        '/v1/sites/demo/comments',
        { thread, author: { name }, text, ...(parentId ? { parentId } : {}) },
        { Authorization: `Bearer ${token}` },
      );
  };
  const [anais, bertrand, selim, jojo, marc] = await Promise.all(
    ['Anaïs Martin', 'Bertrand K.', 'Sélim', 'Jojo', 'Marc D.'].map(someone),
  );
  const first = await anais(
    'Enfin une décision qui pense aux **commerçants** du mercredi. Reste à voir si le calendrier tiendra : mars, c’est demain.',
  );
  const answer = await bertrand(
    'Une provision de 8 % sur une charpente de 1887, c’est *peu*. [Le rapport](https://ville.example/rapport) disait 15 %.',
    first.id,
  );
  await selim('Et personne ne parle du stationnement pendant les travaux.', answer.id);
  await jojo('Toujours la même bande de c0nn4rds au conseil, allez vous faire f o u t r e avec votre halle.', first.id);
  await marc('Gagnez 500 € : https://a.example https://b.example https://c.example');
}

const dataDir = await mkdtemp(join(tmpdir(), 'tribune-pictures-'));
await build();
await mkdir(join(root, 'docs/images'), { recursive: true });
const service = await start(dataDir);
const browser = await chromium.launch({ executablePath: await findBrowser(), args: ['--no-sandbox', '--disable-gpu'] });
try {
  await converse(service.url);
  const context = await browser.newContext({ viewport: { width: 1120, height: 720 }, locale: 'fr-FR' });
  const page = await context.newPage();
  await page.goto(`${service.url}/demo`);
  const comments = page.locator('tribune-comments');
  await comments.locator('article').first().waitFor();
  await comments.evaluate((element) => element.scrollIntoView());
  await page.screenshot({ path: join(root, 'docs/images/widget.png') });

  await page.goto(`${service.url}/console#setup=${service.setup}`);
  await page.locator('input[type=password]').waitFor();
  await page.locator('input').first().fill('Inès Vidal');
  await page.locator('input[type=password]').fill('une phrase de passe assez longue');
  await page.keyboard.press('Enter');
  await page.locator('mark').first().waitFor();
  await page.screenshot({ path: join(root, 'docs/images/console.png') });

  await page.goto(`${service.url}/console#rules`);
  await page.reload();
  const rules = page.locator('.page');
  await rules.locator('textarea').nth(1).fill('magouille*\nà la solde de*');
  await rules.locator('textarea').nth(2).fill('navet');
  await rules.locator('textarea').last().fill('Ce maire est un c0nn4rd, à la solde des promoteurs. Encore un navet !');
  await rules.locator('mark').first().waitFor();
  await page.screenshot({ path: join(root, 'docs/images/rules.png') });
} finally {
  await browser.close();
  service.child.removeAllListeners('exit');
  service.child.kill('SIGTERM');
  await new Promise((resolve) => service.child.once('exit', resolve));
  await rm(dataDir, { recursive: true, force: true });
}
