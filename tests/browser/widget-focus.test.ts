import { describe, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { openPage } from '../support/browser.ts';
import { Reader } from '../support/client.ts';
import { scenesOfBoth } from '../support/renderers.ts';
import type * as Scenes from '../support/scenes.tsx';
import { comment, openWidget, remember, write } from '../support/widget-page.ts';
import { until } from '../support/until.ts';
import { app, browser } from '../support/stage.ts';

/** A page on which Nadia has written, and Karim. */
async function opened(thread: string): Promise<{ page: Page; karim: Reader }> {
  const karim = await Reader.guest(app.url, 'Karim', thread);
  await karim.post('Un premier avis');
  const page = await openWidget(browser, { url: app.url, thread });
  await comment(page, 'Un premier avis').waitFor();
  return { page, karim };
}

describe('Escape', () => {
  test('in an empty reply closes it, and the focus is back on its button', async () => {
    const { page } = await opened('escape-empty');
    await page.getByRole('button', { name: 'Répondre à Karim' }).click();
    await page.locator('li > form textarea:focus').waitFor();
    await page.locator('li > form').getByRole('toolbar').waitFor();
    await page.keyboard.press('Escape');
    await page.locator('li > form').waitFor({ state: 'detached' });
    await page.locator('button[aria-label="Répondre à Karim"]:focus').waitFor();
    await page.context().close();
  });

  test('in a written reply asks first; once more goes on, and discarding gives the focus back', async () => {
    const { page } = await opened('escape-written');
    await page.getByRole('button', { name: 'Répondre à Karim' }).click();
    await page.locator('li > form').getByRole('toolbar').waitFor();
    await page.keyboard.type('Pas d’accord');
    await page.keyboard.press('Escape');
    await page.locator('.actions .plain:focus').getByText('Continuer à écrire').waitFor();
    await page.keyboard.press('Escape');
    await page.locator('li > form textarea:focus').waitFor();
    expect(await page.locator('li > form textarea').inputValue()).toBe('Pas d’accord');
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Effacer', exact: true }).press('Enter');
    await page.locator('button[aria-label="Répondre à Karim"]:focus').waitFor();
    await page.context().close();
  });

  test('closes the bell from wherever the focus is, and reading all keeps the focus in the panel', async () => {
    const { page, karim } = await opened('escape-bell');
    await write(page, 'Qui me répond ?', 'Nadia');
    await comment(page, 'Qui me répond ?').waitFor();
    const parentId: string = (await karim.page()).body.items[0]?.root.id ?? '';
    await karim.post('Moi', { parentId });
    await page.getByRole('button', { name: 'Notifications, 1 non lue' }).click();
    await page.getByRole('button', { name: 'Tout marquer comme lu' }).press('Enter');
    await page.locator('.inbox h3:focus').waitFor();
    await page.keyboard.press('Escape');
    await page.locator('.inbox').waitFor({ state: 'detached' });
    await page.locator('[part=bell]:focus').waitFor();
    await page.keyboard.press('Enter');
    await page.locator('.inbox').waitFor();
    await page.getByRole('link').first().focus();
    await page.keyboard.press('Escape');
    await page.locator('[part=bell]:focus').waitFor();
    await page.context().close();
  });

  test('closes the bell in the very moment it has opened', async () => {
    const { page } = await opened('escape-at-once');
    await write(page, 'Bonjour', 'Nadia');
    await comment(page, 'Bonjour').waitFor();
    await page.locator('[part=bell]').evaluate(async (bell: HTMLElement) => {
      const root = bell.getRootNode();
      const opened = new Promise((resolve) => {
        new MutationObserver(resolve).observe(root, { childList: true, subtree: true });
      });
      bell.click();
      await opened;
      bell.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true, composed: true }));
    });
    await page.locator('.inbox').waitFor({ state: 'detached' });
    await page.locator('[part=bell]:focus').waitFor();
    await page.context().close();
  });
});

describe('a reply under an article whose address is unknown', () => {
  test('is read in the panel, which says why it leads nowhere', async () => {
    const { page, karim } = await opened('with-address');
    await write(page, 'Bonjour', 'Nadia');
    await comment(page, 'Bonjour').waitFor();
    await remember(page);
    const { token } = await page.evaluate(
      () => JSON.parse(Object.values(localStorage)[0] as string) as { token: string },
    );
    const elsewhere = await Reader.guest(app.url, 'Nadia', 'no-address');
    elsewhere.token = token;
    const parentId = (await elsewhere.post('Sans adresse')).body.id;
    const other = await Reader.guest(app.url, 'Karim', 'no-address');
    await other.post('Une réponse lointaine', { parentId });
    await page.getByRole('button', { name: 'Notifications, 1 non lue' }).click();
    const item = page.locator('.inbox li', { hasText: 'Une réponse lointaine' });
    await item.getByText('L’adresse de cet article n’est pas connue.').waitFor();
    await item.getByRole('button').click();
    await page.getByRole('button', { name: 'Notifications', exact: true }).waitFor();
    expect(await item.count()).toBe(1);
    expect(karim.name).toBe('Karim');
    await page.context().close();
  });
});

describe('a composer that cannot send', () => {
  test('says once that a text is too long, and by how much', async () => {
    const { page } = await opened('too-long');
    await write(page, 'a'.repeat(5001), 'Nadia');
    await page.locator('textarea[aria-invalid=true]').waitFor();
    const said = page.locator('form.composer .wrong').filter({ hasText: /./ });
    expect(await said.allTextContents()).toEqual(['1 caractère de trop']);
    await page.context().close();
  });

  test('says once from when on it may, and its button waits until then', async () => {
    const { page } = await opened('limited');
    await page.clock.install();
    let asked = 0;
    await page.route(/\/v1\/sites\/demo\/comments$/, (route) => {
      asked++;
      const problem = {
        type: 'urn:tribune:problem:rate-limited',
        title: '',
        status: 429,
        code: 'rate-limited',
        detail: 'Dans 10 min.',
        retryAfter: 600,
      };
      return route.fulfill({ status: 429, contentType: 'application/problem+json', json: problem });
    });
    await write(page, 'Encore moi', 'Nadia');
    const failure = page.locator('.failure');
    await failure
      .getByText(/^Cela fait beaucoup d’un coup\. Votre texte est conservé\. .*à partir de \d\d:\d\d\.$/)
      .waitFor();
    const send = page.locator('[part=submit]');
    expect(await send.textContent()).toMatch(/^Possible à partir de \d\d:\d\d$/);
    await send.click({ force: true });
    await page.clock.fastForward('11:00');
    await page.getByRole('button', { name: 'Réessayer' }).click();
    await until(() => asked === 2, 'it is sent once more');
    await page.context().close();
  });

  test('leaves the comment waiting, and it is sent by itself when the network is back', async () => {
    const { page } = await opened('back-online');
    await page.locator('textarea').click();
    // What sends is there, with all it needs, once its style sheet is.
    await page.waitForFunction(() => {
      const sheets = document.querySelector('tribune-comments')?.shadowRoot?.adoptedStyleSheets ?? [];
      return sheets.some(({ cssRules }) => [...cssRules].some(({ cssText }) => cssText.startsWith('.unsent')));
    });
    await page.context().setOffline(true);
    await write(page, 'Malgré la panne', 'Nadia');
    await page.locator('article.unsent').getByText('La connexion manque').waitFor();
    await page.context().setOffline(false);
    await page.locator('article.unsent').waitFor({ state: 'detached' });
    await comment(page, 'Malgré la panne').waitFor();
    await page.context().close();
  });
});

describe('the link to a comment', () => {
  test('is given to copy by hand when the clipboard is closed', async () => {
    const karim = await Reader.guest(app.url, 'Karim', 'by-hand');
    const { id } = (await karim.post('Un premier avis')).body;
    const before = () => {
      const closed = { writeText: () => Promise.reject(new DOMException('no', 'NotAllowedError')) };
      Object.defineProperty(navigator, 'clipboard', { value: closed });
    };
    const page = await openWidget(browser, { url: app.url, thread: 'by-hand', before });
    await page.getByRole('button', { name: 'Copier le lien' }).click();
    const field = page.getByLabel('Copiez cette adresse');
    expect(await field.inputValue()).toBe(`${app.url}/article#tribune-${id}`);
    // The field is selected once it is drawn, a moment after it is there.
    await page.waitForFunction((address) => getSelection()?.toString() === address, await field.inputValue());
    await page.keyboard.press('Escape');
    await field.waitFor({ state: 'detached' });
    await page.locator('footer button:focus').getByText('Copier le lien').waitFor();
    expect(new URL(page.url()).hash).toBe('');
    await page.context().close();
  });
});

/** The service is away: the first request for the comments fails, and no other is ever answered. */
function failFirstPages(): void {
  const real = window.fetch.bind(window);
  let asked = 0;
  window.fetch = (input, init) => {
    const url = input instanceof Request ? input.url : input.toString();
    if (url.endsWith('/healthz')) return Promise.reject(new TypeError());
    if (!url.includes('/comments?')) return real(input, init);
    return ++asked > 1 ? new Promise(() => undefined) : Promise.reject(new TypeError());
  };
}

describe('the first view', () => {
  test('that could not be loaded is asked for again by a button, which keeps the focus', async () => {
    const page = await openWidget(browser, { url: app.url, thread: 'again', drawn: false, before: failFirstPages });
    const retry = page.getByRole('button', { name: 'Réessayer' });
    await page.getByRole('form', { name: 'Poster un Commentaire' }).waitFor();
    await page.getByRole('alert').getByText('Les commentaires n’ont pas pu être chargés.').waitFor();
    await retry.press('Enter');
    await page.getByText('Les commentaires n’ont pas pu être chargés.').waitFor({ state: 'detached' });
    expect(await retry.and(page.locator(':focus')).count()).toBe(1);
    await page.context().close();
  });

  test('can be read without what acts, and is not replaced by it: what was typed and pressed before stays and is done', async () => {
    const { page } = await opened('early');
    const parts = /\/acting\.js$/;
    await page.route(parts, (route) => route.abort());
    await page.reload();
    await comment(page, 'Un premier avis').waitFor();
    await page.unroute(parts);
    let release = () => undefined as void;
    const held = new Promise<void>((resolve) => (release = resolve));
    await page.route(parts, (route) => held.then(() => route.continue()));
    await page.reload();
    const article = await comment(page, 'Un premier avis').elementHandle();
    const field = await page.locator('textarea').elementHandle();
    await page.getByRole('button', { name: /^J’aime ce commentaire/ }).click();
    await page.locator('textarea').click();
    await page.keyboard.type('Déjà écrit');
    expect(await page.getByRole('button', { pressed: true }).count()).toBe(0);
    release();
    await page.getByRole('button', { name: 'J’aime ce commentaire. 1 personne l’aime.', pressed: true }).waitFor();
    await page.getByRole('toolbar', { name: 'Mise en forme' }).waitFor();
    const stay = [article, field].map((node) => node?.evaluate(({ isConnected }) => isConnected));
    expect(await Promise.all(stay)).toEqual([true, true]);
    expect(await page.locator('textarea:focus').inputValue()).toBe('Déjà écrit');
    await page.context().close();
  });

  test('is drawn as Preact would: every node and attribute, every effect, and who has the focus', async () => {
    const page = await openPage(browser, 'about:blank');
    await page.addScriptTag({ content: await scenesOfBoth() });
    const [preact, ours] = await page.evaluate(() => {
      const { Preact, Ours } = globalThis as unknown as Record<'Preact' | 'Ours', typeof Scenes>;
      const root = () => document.body.appendChild(document.createElement('div')).attachShadow({ mode: 'open' });
      return Promise.all([Preact.play(root()), Ours.play(root())]);
    });
    expect(ours.length).toBeGreaterThan(100);
    expect(ours).toEqual(preact);
    await page.context().close();
  });
});

describe('dates and directions', () => {
  test('follow the region of the reader’s browser, and each block its own side', async () => {
    const karim = await Reader.guest(app.url, 'Karim', 'regions');
    await karim.post('Short.');
    await karim.post(`A long remark in English. ${'It goes on and on. '.repeat(20)}`);
    const page = await openWidget(browser, { url: app.url, thread: 'regions', lang: 'en', locale: 'en-GB' });
    const title = await page.locator('article time').first().getAttribute('title');
    expect(title).toMatch(/^\d{1,2} \p{L}+ \d{4} at \d\d:\d\d$/u);
    const arabic = await openWidget(browser, { url: app.url, thread: 'regions', lang: 'ar' });
    await comment(arabic, 'Short.').waitFor();
    const starts = await arabic.locator('.body p').evaluateAll((blocks) =>
      blocks.map((block) => {
        const range = document.createRange();
        range.selectNodeContents(block);
        return Math.round(range.getClientRects()[0]?.left ?? -1);
      }),
    );
    expect(new Set(starts).size).toBe(1);
    await Promise.all([page.context().close(), arabic.context().close()]);
  });
});
