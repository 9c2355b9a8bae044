// xss.json: a `payload`, whether it is `live` (ran when it was put unsanitised into a page), and in which context (`ctx`). Each goes into
// every field that people fill, and is shown in every place where that comes out, in a browser that nothing else protects.
import { followingReader } from './mail.mjs';
import { lookAt, putUnsanitised, readFired, showHtml } from './in-page.mjs';
import { cut, until } from './service.mjs';

/** Elements a comment's text may be made of, with those the widget puts around and between them. */
const TEXT_NODES = 'p br em strong del code pre blockquote ul ol li a span bdi div button mark'.split(' ');
const FEED_NODES = 'p br em strong del code pre blockquote ul ol li a span'.split(' ');
const LETTER_NODES = [
  ...FEED_NODES,
  ...'html head body meta title style table tbody tr td div h1 h2 h3 hr b i bdi small center section'.split(' '),
];
/** Payloads in a frame of their own at once, and how long each may take to run, milliseconds. */
const AT_ONCE = 40;
const RUNS_MS = 500;
/** Roots of a discussion, and replies to each: what one page shows. */
const ROOTS = 20;
const REPLIES = 20;
/** Where each has to be opened by itself, so many payloads are shown, evenly taken. */
const FEW = 120;

/** Told in letters of their own. */
const ALONE = 90;

const few = (list) => list.filter((_, i) => list.length <= FEW || i % Math.ceil(list.length / FEW) === 0);
const chunks = (list, size) =>
  Array.from({ length: Math.ceil(list.length / size) }, (_, i) => list.slice(i * size, (i + 1) * size));

export async function xss(cases, { report, service, browser, runs }) {
  const open = await browser();
  const reader = await service.guest();
  const started = performance.now();
  const progress = (what) => console.log(`  ${((performance.now() - started) / 1000).toFixed(0)} s: ${what}`);
  const threads = await publish(service, reader, cases);
  await waiting(service, cases);
  progress(`${cases.length} payloads posted as texts, links, names and titles`);
  const told = await tell(service, few(cases));
  progress(`${service.smtp.received.length} letters about ${few(cases).length} of them`);
  for (let run = 1; run <= runs; run += 1) {
    await control(report.of(`XSS: positive control, run ${run}`), open, cases);
    await inWidget(report, { open, threads, cases });
    await inBell(report, { open, told });
    await inConsole(report, { open, service, cases: few(cases) });
    await inHtml(report, { open, service, threads, told, cases });
    progress(`run ${run} of ${runs}`);
  }
}

/** Whether what must run does: 85 % of the live ones. Without it, that nothing ran would say nothing. */
async function control(tally, open, cases) {
  const live = cases.filter(({ live: isLive }) => isLive);
  const context = await open.context();
  const page = await open.hostPage(context, '');
  let fired = 0;
  for (const list of chunks(live, AT_ONCE)) {
    const items = list.map(({ payload, ctx = ['html'] }) => ({ text: payload, ctx }));
    const run = page.evaluate(putUnsanitised, { items, ms: RUNS_MS });
    // A payload that takes the page elsewhere takes its neighbours along, and has run.
    const result = await Promise.race([run, timeLimit(15_000)]).catch(() => null);
    fired += result?.filter(Boolean).length ?? 0;
    if (result === null) await page.goto(page.url()).catch(() => undefined);
  }
  fired = Math.min(live.length, fired + context.dialogs.length);
  await context.close();
  const share = live.length === 0 ? 1 : fired / live.length;
  await tally.judge(`${fired} of ${live.length} live payloads run`, () =>
    share >= 0.85 ? '' : `${(share * 100).toFixed(0)} %`,
  );
  console.log(`  positive control: ${fired} of ${live.length} live payloads ran (${(share * 100).toFixed(0)} %)`);
}

const timeLimit = (ms) => new Promise((_, reject) => setTimeout(() => reject(new Error('too slow')), ms).unref());

/** Posts each as a text, and as where a link leads, under itself as a name; pages of some four hundred. */
async function publish(service, reader, cases) {
  const texts = cases.flatMap(({ payload }) => [
    { text: cut(payload, 4900) },
    { text: `[mot](${cut(payload, 4000)})`, name: cut(payload, 50) },
  ]);
  const { auth } = await service.owner();
  const threads = [];
  let n = 0;
  const post = async (thread, { text, name }, parentId) => {
    n += 1;
    const more = parentId === undefined ? { thread } : { thread, parentId };
    let answer = await service.post(reader, `${text}\n\nmarque ${n}`, {
      ...more,
      ...(name === undefined ? {} : { name }),
    });
    if (answer.status >= 400 && name !== undefined) answer = await service.post(reader, `${text}\n\nmarque ${n}`, more);
    if (answer.json?.state === 'held') await approve(service, answer.json.id, auth);
    return answer.status < 300 ? answer.json.id : undefined;
  };
  for (const [i, list] of chunks(texts, ROOTS * (REPLIES + 1)).entries()) {
    const thread = `xss-${i}`;
    for (const [first, ...others] of chunks(list, REPLIES + 1)) {
      const root = await post(thread, first);
      // Held ones are in sight once they are approved; nothing hangs below one that was refused.
      for (const one of others) await post(thread, one, root);
    }
    threads.push(thread);
  }
  await service.app.settled();
  return threads;
}

function approve(service, id, auth) {
  const body = { action: 'approve', expectedV: 1, expectedRev: 1 };
  return service.json('POST', `/v1/review/${id}/decision`, body, auth);
}

/** What waits for moderators: each as text, name and title. */
async function waiting(service, cases) {
  for (const [i, { payload }] of few(cases).entries()) {
    const reader = await service.guest('held');
    const where = { thread: `held-${i}`, title: cut(payload, 300) };
    const text = `${cut(payload, 4900)}\n\nmarque ${i}`;
    const { status } = await service.post(reader, text, { ...where, name: cut(payload, 50) });
    if (status >= 400) await service.post(reader, text, where);
  }
  await service.app.settled();
}

/** Somebody who follows their answers by mail, and is answered in discussions so called, by people so called. */
async function tell(service, cases) {
  const reader = await followingReader(service);
  for (const [i, { payload }] of cases.entries()) {
    const where = { thread: `told-${i}`, title: cut(payload, 300) };
    const { json } = await service.post(reader, `qui répond ${i} ?`, where);
    const other = await service.guest();
    const more = { ...where, parentId: json.id };
    const answer = await service.post(other, `${cut(payload, 4900)}\n\nvoilà ${i}`, {
      ...more,
      name: cut(payload, 50),
    });
    const told = answer.status < 400 ? answer : await service.post(other, `${cut(payload, 4900)}\n\nvoilà ${i}`, more);
    const body = { kind: 'thread', thread: { key: where.thread, title: where.title }, mail: true };
    if (i < 60) await service.json('PUT', '/v1/me/subscriptions', body, reader.auth);
    // Each in a letter of its own, and the last of them together and shortened, as what is told at the same time is.
    if (i < ALONE ? told.status === 201 : i % 9 === 8) await lettersCome(service);
  }
  await lettersCome(service);
  return reader;
}

/** Whoever is due a letter has it; where all of them were held or refused, nobody is. */
async function lettersCome(service) {
  await service.app.settled();
  const before = service.smtp.received.length;
  service.skip(3_700_000);
  await until(() => service.smtp.received.length > before, 'letters', 10_000).catch(() => undefined);
}

/** Counts what came of one place as so many cases, and fails them together. */
async function sink(report, name, cases, look) {
  const tally = report.of(`XSS: ${name}`);
  const wrong = await look().catch((error) => [`broke: ${error.stack}`]);
  for (let i = 0; i < cases; i += 1) await tally.judge(name, () => (i === 0 ? wrong : ''));
}

async function watched(open, options, use) {
  const context = await open.context(options);
  try {
    const wrong = await use(context);
    return [
      ...wrong,
      ...context.dialogs.map((said) => `a dialog said ${said}`),
      ...context.foreign.map((asked) => `asked ${asked}`),
    ];
  } finally {
    await context.close();
  }
}

/** Every page of comments, with all of it there and nothing cut off. */
async function inWidget(report, { open, threads, cases }) {
  await sink(report, 'texts, links and names in the widget', cases.length * 3, () =>
    watched(open, {}, async (context) => {
      const wrong = [];
      let shown = 0;
      for (const thread of threads) {
        const page = await open.widgetPage(context, { site: 'demo', thread, sort: 'oldest', eager: '' });
        await page.locator('article.comment').first().waitFor();
        const look = await page.evaluate(lookAt, { roots: 'tribune-comments', texts: '.body', allowed: TEXT_NODES });
        shown += look.seen;
        wrong.push(...look.wrong, ...(await page.evaluate(readFired)).map((one) => `ran: ${one}`));
        await page.close();
      }
      // What was refused is nowhere; of the rest, none may be missing from where it was to be tried.
      return shown >= cases.length * 1.6 ? wrong : [...wrong, `only ${shown} were shown`];
    }),
  );
}

async function inBell(report, { open, told }) {
  await sink(report, 'titles and names in the bell', FEW, () =>
    watched(open, {}, async (context) => {
      const { token, personId } = told;
      const page = await open.widgetPage(
        context,
        { site: 'demo', thread: 'told-0', eager: '' },
        { profile: { token, personId } },
      );
      await page.locator('.bell button').first().click();
      const lines = page.locator('.inbox li');
      await lines.first().waitFor();
      for (let before = 0; before < (await lines.count());) {
        before = await lines.count();
        const older = page.locator('.inbox .older');
        if ((await older.count()) === 0) break;
        await older.click();
        await until(async () => (await lines.count()) > before || (await older.count()) === 0, 'older lines');
      }
      const shown = await lines.count();
      const look = await page.evaluate(lookAt, { roots: 'tribune-comments', texts: '.inbox bdi', allowed: [] });
      const fired = (await page.evaluate(readFired)).map((one) => `ran: ${one}`);
      return [...look.wrong, ...fired, shown >= 60 ? '' : `only ${shown} were shown`].filter(Boolean);
    }),
  );
}

/** Every card of the queue, one after the other. */
async function inConsole(report, { open, service, cases }) {
  const { auth } = await service.owner();
  const [name, value] = auth.Cookie.split('=');
  const cookie = { name, value, url: service.url };
  await sink(report, 'texts, names and titles in the console', cases.length * 3, () =>
    watched(open, { viewport: { width: 1280, height: 900 } }, async (context) => {
      await context.addCookies([cookie]);
      const page = await open.hostPage(context, '');
      await page.goto(`${service.url}/console`);
      await page.locator('.card .comment-text').waitFor();
      const wrong = [];
      let shown = '';
      let count = 0;
      for (let i = 0; i < cases.length; i += 1) {
        const look = await page.evaluate(lookAt, { roots: 'body', texts: '.comment-text', allowed: TEXT_NODES });
        wrong.push(...look.wrong.filter((one) => !/^<(?:script|link|meta)>$/.test(one)));
        const text = await page.locator('.card').innerHTML();
        if (text !== shown) count += 1;
        shown = text;
        await page.keyboard.press('j');
      }
      wrong.push(...(await page.evaluate(readFired)).map((one) => `ran: ${one}`));
      return count >= Math.min(60, cases.length * 0.8) ? wrong : [...wrong, `only ${count} cards were shown`];
    }),
  );
}

/** What the service makes as HTML for others to show: feeds, letters, and pages that letters lead to. */
async function inHtml(report, { open, service, threads, told, cases }) {
  const feeds = [];
  for (const thread of [...threads, ...few(cases).map((_, i) => `told-${i}`)]) {
    const { json } = await service.send('GET', `/v1/sites/demo/feed.json?thread=${thread}`);
    feeds.push(...json.items.map(({ content_html: html }) => html));
  }
  const letters = service.smtp.received.map(({ html }) => html).filter(Boolean);
  const show = (list, allowed) =>
    watched(open, {}, async (context) => {
      const page = await open.hostPage(context, '');
      const wrong = await page.evaluate(showHtml, { list, allowed });
      return list.length >= 60 ? wrong : [...wrong, `only ${list.length} were shown`];
    });
  await sink(report, 'feeds', feeds.length, () => show(feeds, FEED_NODES));
  await sink(report, 'letters', letters.length, () => show(letters, LETTER_NODES));
  await sink(report, 'pages that letters lead to', FEW, () => pagesOfLetters({ open, service, told }));
}

function pagesOfLetters({ open, service, told }) {
  return watched(open, {}, async (context) => {
    const person = { personId: told.personId, key: told.mailKey };
    const { json } = await service.send('GET', '/v1/me/subscriptions', { headers: told.auth });
    const refs = json.items.map(({ id }) => id.slice(id.indexOf(':') + 1)).slice(0, 20);
    const links = ['settings', 'stop', 'stopAll'].map((action) =>
      service.links.sign({ action, ...person, target: action === 'stop' ? refs.join(',') : '' }, service.now()),
    );
    const page = await open.hostPage(context, '');
    const wrong = [];
    for (const link of links) {
      const answer = await page.goto(`${service.url}/mail/${link}`);
      if (answer.status() >= 500) wrong.push(`answered ${answer.status()}`);
      const look = await page.evaluate(lookAt, { roots: 'body', texts: 'bdi', allowed: [] });
      wrong.push(...look.wrong, ...(await page.evaluate(readFired)).map((one) => `ran: ${one}`));
    }
    return wrong;
  });
}
