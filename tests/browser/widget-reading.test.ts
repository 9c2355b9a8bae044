import { describe, expect, test } from '@jest/globals';
import { LANGUAGES } from '../../shared/messages/languages.ts';
import { openPage } from '../support/browser.ts';
import { Reader } from '../support/client.ts';
import { comment, openWidget, remember, shiftsOn, watchShifts, write } from '../support/widget-page.ts';
import { app, browser } from '../support/stage.ts';

const FIRST_PAGE = '/v1/sites/demo/comments?thread=empty&sort=newest';

describe('a host page under the strictest policy', () => {
  test('shows the empty thread, stores nothing, asks nobody else and breaks no rule', async () => {
    // The article is short, so that whatever moves below the comments is in sight.
    const elements = '<tribune-comments site="demo" thread="empty"></tribune-comments><p>Pied de page</p>';
    const page = await openWidget(browser, { url: app.url, thread: '', elements, before: watchShifts });
    await page.getByText('Soyez le premier à commenter !').waitFor();
    await page.locator('[role=status]').waitFor({ state: 'attached' });
    const asked = await page.evaluate(() => performance.getEntriesByType('resource').map(({ name }) => name));
    expect(asked.filter((url) => url.includes('/v1/'))).toEqual([`${app.url}${FIRST_PAGE}`]);
    expect(await shiftsOn(page)).toEqual([]);
    const foreign = asked.filter((url) => !url.startsWith(app.url));
    page.on('request', (request) => {
      if (!request.url().startsWith(app.url)) foreign.push(request.url());
    });
    await page.getByText('Que pensez-vous de cet article ?').waitFor();
    await page.getByRole('heading', { name: 'Poster un Commentaire' }).waitFor();
    await page.locator('textarea').click();
    await page.getByRole('toolbar', { name: 'Mise en forme' }).waitFor();
    const stored = await page.evaluate(() => localStorage.length + sessionStorage.length + document.cookie.length);
    expect([stored, foreign, page.reports, page.complaints]).toEqual([0, [], [], []]);
    await page.context().close();
  });

  test('waits until its reader comes near or follows a link, unless the page wants it at once', async () => {
    const nadia = await Reader.guest(app.url, 'Nadia', 'far');
    const { id } = (await nadia.post('Tout en bas de la page')).body;
    const far = (more: string) =>
      `<svg width="10" height="5000"></svg><tribune-comments site="demo" thread="far" ${more}></tribune-comments>`;
    const options = { url: app.url, thread: '', elements: far(''), before: watchShifts };
    const page = await openWidget(browser, { ...options, drawn: false });
    const asked = () => page.evaluate(() => performance.getEntriesByType('resource').map(({ name }) => name));
    await page.locator('tribune-comments .bones').waitFor();
    expect((await asked()).filter((url) => url.includes('/v1/'))).toEqual([]);
    await page.mouse.wheel(0, 3600);
    await comment(page, 'Tout en bas').waitFor();
    expect(await shiftsOn(page)).toEqual([]);
    await page.context().close();

    const linked = await openWidget(browser, { ...options, hash: `#tribune-${id}` });
    await linked.locator('article.marked:focus').waitFor();
    await linked.context().close();

    const eager = await openWidget(browser, { ...options, elements: far('eager') });
    await comment(eager, 'Tout en bas').waitFor();
    expect(await eager.evaluate(() => scrollY)).toBe(0);
    await eager.context().close();
  });

  test('shows two threads on one page, changes with attributes, and goes without a trace', async () => {
    const nadia = await Reader.guest(app.url, 'Nadia', 'one');
    const { id } = (await nadia.post('Un mot pour le premier fil')).body;
    const elements = ['one', 'two'].map((key) => `<tribune-comments site="demo" thread="${key}"></tribune-comments>`);
    const page = await openWidget(browser, { url: app.url, thread: '', elements: elements.join('') });
    await comment(page, 'premier fil').waitFor();
    await page.locator('tribune-comments').nth(1).getByText('Soyez le premier à commenter !').waitFor();
    // The other thread asks whose comment the link leads to, and leaves it alone.
    const asked = page.waitForResponse((response) => response.url().endsWith(id));
    await page.evaluate((hash) => (location.hash = hash), `#tribune-${id}`);
    await (await asked).finished();
    await page.locator('article.marked:focus').waitFor();
    expect(await comment(page, 'premier fil').count()).toBe(1);
    await page
      .locator('tribune-comments')
      .nth(1)
      .evaluate((element) => element.setAttribute('thread', 'one'));
    await comment(page, 'premier fil').nth(1).waitFor();
    await page
      .locator('tribune-comments')
      .nth(1)
      .evaluate((element) => element.setAttribute('lang', 'en'));
    await page.getByRole('heading', { name: 'Post a Comment' }).waitFor();
    await page.locator('tribune-comments').evaluateAll((elements) => elements.forEach((element) => element.remove()));
    expect([page.reports, page.complaints]).toEqual([[], []]);
    await page.context().close();
  });
});

/** On a fresh page: finds a comment that is not on it, goes there, and leaves by Escape. */
async function searches(id: string): Promise<void> {
  const page = await openWidget(browser, { url: app.url, thread: 'long' });
  const button = page.getByRole('button', { name: 'Rechercher', exact: true });
  await button.click();
  const field = page.getByRole('searchbox', { name: 'Rechercher dans les commentaires' });
  await page.locator('input[type=search]:focus').waitFor();
  const search = page.getByRole('search');
  await field.press('x');
  await field.press('Enter');
  expect(await search.getByRole('alert').filter({ hasText: /\S/ }).innerText()).toContain('2');
  await field.fill('introuvable');
  await field.press('Enter');
  await search.getByText('Aucun commentaire ne contient ces mots.').waitFor();
  await field.fill('NUMERO 2 du');
  await field.press('Enter');
  await search.getByRole('status').getByText('1 commentaire trouvé', { exact: true }).waitFor();
  expect(await search.locator('mark').allInnerTexts()).toEqual(['numéro 2 du']);
  expect(await comment(page, 'numéro 2 du').count()).toBe(0);
  await search.getByRole('link', { name: /Lecteur/ }).click();
  await page.locator(`article.marked:focus[id="tribune-${id}"]`).waitFor();
  await page.route('**/comments/search?**', (route) => route.abort());
  await field.press('Enter');
  await search.getByText('Cela n’a pas fonctionné. Veuillez réessayer.').waitFor();
  await field.press('Escape');
  await page.locator('button:focus', { hasText: 'Rechercher' }).waitFor();
  expect([await search.count(), page.reports]).toEqual([0, []]);
  await page.context().close();
}

describe('a thread', () => {
  test('is read page by page, and a linked comment is found on any of them', async () => {
    const reader = await Reader.guest(app.url, 'Lecteur', 'long');
    const ids: string[] = [];
    for (let n = 1; n <= 23; n++) ids.push((await reader.post(`Commentaire numéro ${n} du fil`)).body.id);
    await reader.post('Une réponse au premier', { parentId: ids[0] ?? '' });
    const page = await openWidget(browser, { url: app.url, thread: 'long' });
    await comment(page, 'numéro 23 du').waitFor();
    expect(await page.getByText('numéro 1 du').count()).toBe(0);
    await page.getByRole('button', { name: 'Afficher plus de commentaires' }).click();
    await comment(page, 'numéro 1 du').waitFor();
    await comment(page, 'Une réponse au premier').waitFor();
    // The button is gone, and who pressed it goes on with the first that came.
    await page.locator('article:focus', { hasText: 'numéro 3 du' }).waitFor();
    await page.getByRole('combobox', { name: 'Trier les commentaires' }).selectOption('oldest');
    await page.locator('ol[part=list] > li:first-child').getByText('numéro 1 du').waitFor();
    // Who has gone elsewhere before they come is not called back.
    await page.route('**/comments?**', async (route) => {
      await page.locator('textarea').first().focus();
      await route.continue();
    });
    await page.getByRole('button', { name: 'Afficher plus de commentaires' }).press('Enter');
    await comment(page, 'numéro 23 du').waitFor();
    await page.evaluate(() => new Promise((resolve) => setTimeout(resolve)));
    expect(await page.locator('textarea:focus').count()).toBe(1);
    await page.context().close();
    await searches(ids[1] ?? '');

    const linked = await openWidget(browser, { url: app.url, thread: 'long', hash: `#tribune-${ids[0]}` });
    await linked.locator('article.marked').getByText('numéro 1 du').waitFor();
    await linked.locator('article.marked:focus').waitFor();
    await linked.context().close();
  });

  test('is drawn from right to left in Arabic and fits 320 pixels', async () => {
    const reader = await Reader.guest(app.url, 'ليلى', 'narrow');
    let parentId = (await reader.post('مرحبا بكم')).body.id as string;
    for (let n = 0; n < 7; n++)
      parentId = (await reader.post(`Réponse ${'longue '.repeat(9)}${n}`, { parentId })).body.id;
    const viewport = { width: 320, height: 700 };
    const page = await openWidget(browser, { url: app.url, thread: 'narrow', lang: 'ar', viewport });
    await comment(page, 'مرحبا بكم').waitFor();
    expect(await page.locator('tribune-comments .tribune').getAttribute('dir')).toBe('rtl');
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
    await page.context().close();
  });
});

describe('a reader', () => {
  test('sees a long text cut short, though all of it can be searched, and opens it', async () => {
    const reader = await Reader.guest(app.url, 'Lecteur', 'cut');
    await reader.post(`Long. ${'Il y a tant à dire. '.repeat(120)} Fin du premier.`);
    await reader.post(`Haut. ${'Il y a tant à dire. '.repeat(119)} Fin du second.`);
    await reader.post('Un commentaire bref.');
    const page = await openWidget(browser, { url: app.url, thread: 'cut' });
    await page.locator('.cut').nth(1).waitFor();
    expect(await page.locator('.cut').count()).toBe(2);
    await comment(page, 'Fin du premier').getByRole('button', { name: 'Lire la suite' }).click();
    await comment(page, 'Fin du premier').locator('.body:not(.cut)').waitFor();
    // What the browser's search does when it has found something in there.
    await comment(page, 'Fin du second')
      .locator('.cut')
      .evaluate((body) => body.scrollTo(0, 1000));
    await page.locator('.cut').waitFor({ state: 'detached' });
    await page.context().close();
  });

  test('who is remembered sees what came since the last visit, without anything moving; nobody else is followed', async () => {
    const karim = await Reader.guest(app.url, 'Karim', 'visits');
    await karim.post('Ancien');
    const page = await openWidget(browser, { url: app.url, thread: 'visits' });
    await write(page, 'De moi', 'Nadia');
    await comment(page, 'De moi').waitFor();
    const awayWhile = async (text: string) => {
      await page.goto('about:blank');
      await karim.post(text);
      await page.goto(`${app.url}/article`);
      await comment(page, text).waitFor();
    };
    await awayWhile('Passager');
    await page.getByRole('button', { name: 'Notifications', exact: true }).waitFor();
    expect(await page.locator('.unseen-yet').count()).toBe(0);
    await remember(page);
    await awayWhile('Nouveau');
    await comment(page, 'Nouveau').getByText('nouveau', { exact: true }).waitFor();
    expect(await page.locator('.unseen-yet').count()).toBe(1);
    const height = () =>
      comment(page, 'Nouveau')
        .locator('header')
        .evaluate((header) => header.clientHeight);
    const before = await height();
    await page.locator('.unseen-yet').evaluate((mark) => mark.remove());
    expect(await height()).toBe(before);
    await page.context().close();
  });

  test('whose clock is an hour fast, whose storage and cookies are closed and who has no socket misses nothing', async () => {
    const page = await openWidget(browser, {
      url: app.url,
      thread: 'closed-off',
      before: () => {
        const denied = (): never => {
          throw new DOMException('denied', 'SecurityError');
        };
        Object.defineProperty(window, 'localStorage', { get: denied });
        Object.defineProperty(window, 'sessionStorage', { get: denied });
        Object.defineProperty(document, 'cookie', { get: denied, set: denied });
        Object.defineProperty(window, 'WebSocket', { value: denied });
      },
    });
    await page.clock.install({ time: Date.now() + 3_600_000 });
    await page.reload();
    await write(page, 'Hors du temps', 'Nadia');
    const own = comment(page, 'Hors du temps');
    await own.getByRole('button', { name: /^Modifier \(encore 1[45] min\)$/ }).waitFor();
    expect(await own.locator('time').textContent()).toBe('maintenant');
    const karim = await Reader.guest(app.url, 'Karim', 'closed-off');
    const parentId = (await karim.page()).body.items[0]?.root.id ?? '';
    await karim.post('Je vous réponds', { parentId });
    await app.app.settled();
    expect(await comment(page, 'Je vous réponds').count()).toBe(0);
    await page.clock.fastForward(21_000);
    await comment(page, 'Je vous réponds').waitFor();
    await page.getByRole('button', { name: 'Notifications, 1 non lue' }).waitFor();
    expect(page.complaints).toEqual([]);
    await page.context().close();
  });
});

describe('the demo page', () => {
  test('has its article without JavaScript', async () => {
    const page = await openPage(browser, `${app.url}/demo`, { javaScriptEnabled: false });
    await page.getByRole('heading', { level: 1, name: 'Vaubrune sauve sa halle' }).waitFor();
    await page.context().close();
  });

  test('has a French corner with a reaction that counts for everyone, and a way to be the first', async () => {
    const [page, other] = await Promise.all([1, 2].map(() => openPage(browser, `${app.url}/demo`)));
    if (page === undefined || other === undefined) throw new Error('no pages');
    await page.getByRole('heading', { name: 'Que pensez-vous de cet article ?', exact: true }).waitFor();
    await page.getByRole('heading', { name: 'Poster un Commentaire', exact: true }).waitFor();
    await page.getByText('Soyez le premier à commenter !', { exact: true }).waitFor();
    const like = page.getByRole('button', { name: 'J’aime', pressed: false });
    expect(await like.innerText()).toMatch(/0$/);
    await other.locator('tribune-comments .heading').scrollIntoViewIfNeeded();
    await like.click();
    await page.getByRole('button', { name: 'J’aime', pressed: true }).getByText('1', { exact: true }).waitFor();
    await other.getByRole('button', { name: 'J’aime', pressed: false }).getByText('1', { exact: true }).waitFor();
    await page.getByRole('button', { name: 'J’aime', pressed: true }).click();
    await other.getByRole('button', { name: 'J’aime' }).getByText('0', { exact: true }).waitFor();
    expect([page.complaints, other.complaints]).toEqual([[], []]);
    await Promise.all([page.context().close(), other.context().close()]);
  });

  test('changes its language on a click, and its direction with it', async () => {
    const page = await openPage(browser, `${app.url}/demo`);
    await page.getByRole('link', { name: 'العربية' }).click();
    await page.getByText('كن أول من يعلّق!', { exact: true }).waitFor();
    await page.locator('html[dir=rtl] tribune-comments .tribune[dir=rtl]').waitFor();
    await page.getByRole('link', { name: 'English' }).click();
    await page.getByText('Be the first to comment!', { exact: true }).waitFor();
    await page.locator('html[dir=ltr] tribune-comments .tribune[dir=ltr]').waitFor();
    await page.context().close();
  });

  test.each([
    ['fr', 'ltr', 'Poster un Commentaire'],
    ['en', 'ltr', 'Post a Comment'],
    ['ar', 'rtl', 'أضف تعليقًا'],
  ])('speaks %s', async (lang, dir, heading) => {
    const page = await openPage(browser, `${app.url}/demo?lang=${lang}`);
    await page.getByRole('heading', { name: heading }).waitFor();
    expect(await page.evaluate(() => [document.documentElement.lang, document.documentElement.dir])).toEqual([
      lang,
      dir,
    ]);
    expect(page.complaints).toEqual([]);
    await page.context().close();
  });

  test('speaks every language it is told to, and loads each when it is told', async () => {
    const page = await openPage(browser, 'about:blank');
    const files: string[] = [];
    page.on('request', (request) => files.push(request.url()));
    await page.goto(`${app.url}/demo?lang=de`);
    const says = (name: string) =>
      page.locator('tribune-comments').getByRole('heading', { name, exact: true }).waitFor();
    await says('Kommentar schreiben');
    await page.locator('tribune-comments [role=status]').waitFor({ state: 'attached' });
    const loaded = files.flatMap((file) => /\/(?:lang|acting)-([a-z]{2})\.js/.exec(file)?.[1] ?? []);
    expect(new Set(loaded)).toEqual(new Set(['de']));
    for (const [lang, dir] of Object.entries(LANGUAGES)) {
      const sentences = (await import(`../../shared/messages/reader/${lang}.ts`)) as Record<
        string,
        { heading: string }
      >;
      await page.locator('tribune-comments').evaluate((element, tag) => element.setAttribute('lang', tag), lang);
      await says(sentences[lang]?.heading ?? '');
      expect(await page.locator('.tribune').getAttribute('dir')).toBe(dir);
    }
    expect(page.complaints).toEqual([]);
    await page.context().close();
  });
});
