import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { comment, openWidget, remember, write, writeAnyway } from '../support/widget-page.ts';
import { path, routes } from '../../shared/routes.ts';
import type { SiteModeration } from '../../shared/site-moderation.ts';
import { Moderator, Reader, SITE } from '../support/client.ts';
import { until } from '../support/until.ts';
import { app, browser } from '../support/stage.ts';
import { filesOfVisit } from '../../tools/size.mjs';

const open = (thread: string, more = {}) => openWidget(browser, { url: app.url, thread, ...more });

describe('writing', () => {
  test('a comment is published, nothing is stored in the browser for it, and no more is loaded than is counted', async () => {
    const page = await open('plain');
    await write(page, 'Bonjour **à tous** ||le boucher||', 'Nadia');
    await comment(page, 'Bonjour à tous').waitFor();
    await page.locator('article.comment strong', { hasText: 'à tous' }).waitFor();
    await page.getByRole('button', { name: /Passage masqué/ }).click();
    await page.getByText('le boucher').waitFor();
    await page.getByRole('heading', { name: '1 commentaire', exact: true }).waitFor();
    expect(await page.locator('textarea').inputValue()).toBe('');
    expect(await page.evaluate(() => localStorage.length)).toBe(0);
    await page.getByRole('button', { name: /^Modifier \(encore \d+ min\)$/ }).waitFor();
    await page.getByRole('button', { name: 'Notifications' }).waitFor();
    const other = await Reader.guest(app.url, 'Karim', 'plain');
    await other.post('Et moi aussi');
    await page.getByRole('button', { name: 'Afficher 1 nouveau commentaire' }).click();
    await comment(page, 'Et moi aussi').waitFor();
    const asked = await page.evaluate(() => performance.getEntriesByType('resource').map(({ name }) => name));
    const files = asked.filter((url) => url.endsWith('.js')).map((url) => url.slice(url.lastIndexOf('/') + 1));
    expect(files.sort()).toEqual(['tribune.js', ...(await filesOfVisit('fr'))].sort());
    expect([page.reports, page.complaints]).toEqual([[], []]);
    await page.context().close();
  });

  test('mistakes are said beside their fields, and the first has the focus', async () => {
    const page = await open('mistakes');
    await write(page, '  ', 'Al');
    await page.locator('textarea ~ .fields').getByText('Veuillez écrire quelque chose.').waitFor();
    await page.locator('.line', { hasText: 'Nom' }).getByText('Au moins 3 caractères').waitFor();
    await page.locator('textarea[aria-invalid=true]:focus').waitFor();
    await page.locator('textarea').fill('Un vrai texte');
    await page.getByRole('button', { name: 'Publier le commentaire' }).click();
    await page.locator('input[autocomplete=nickname][aria-invalid=true]:focus').waitFor();
    await page.context().close();
  });

  test('what is typed while the composer is still loading is kept, with the focus', async () => {
    const page = await open('slow');
    let release = (): void => undefined;
    const gate = new Promise<void>((resolve) => (release = resolve));
    await page.route(/\/composer-[^/]*\.js$/, async (route) => {
      await gate;
      await route.continue();
    });
    await page.locator('textarea').click();
    await page.keyboard.type('Déjà écrit');
    release();
    await page.getByRole('toolbar').waitFor();
    await page.keyboard.type(', et encore');
    expect(await page.locator('textarea').inputValue()).toBe('Déjà écrit, et encore');
    await page.context().close();
  });

  test('marks are put with keys, explained on request, and seen as others will see them before anything is posted', async () => {
    const page = await open('marks');
    const field = page.locator('textarea');
    await field.click();
    await page.getByRole('toolbar').waitFor();
    const press = async (keys: string, text: string) => {
      await field.fill('mot');
      await page.keyboard.press('Control+a');
      await page.keyboard.press(keys);
      await until(async () => (await field.inputValue()) === text, `${keys} makes ${text}`);
      await page.keyboard.press('Control+z');
      expect([keys, await field.inputValue()]).toEqual([keys, 'mot']);
    };
    await press('Control+b', '**mot**');
    await press('Control+i', '*mot*');
    await press('Control+Shift+x', '~~mot~~');
    await press('Control+Shift+9', '> mot');
    await press('Control+e', '`mot`');
    await press('Control+Shift+8', '- mot');
    await press('Control+k', '[mot](https://)');
    await press('Control+Shift+h', '||mot||');
    await page.getByRole('button', { name: 'Aide à la mise en forme' }).click();
    await page.getByRole('row', { name: '**Gras** Gras Ctrl+B' }).waitFor();
    await field.fill('Un **mot** fort');
    await page.getByRole('button', { name: 'Aperçu' }).click();
    const preview = page.getByRole('region', { name: 'Aperçu' });
    await preview.locator('strong', { hasText: 'mot' }).waitFor();
    await field.fill('Un *autre*');
    await preview.locator('em', { hasText: 'autre' }).waitFor();
    await page.route(/\/preview$/, (route) => route.abort());
    await field.fill('Sans réseau');
    await preview.getByText('Cela n’a pas fonctionné').waitFor();
    expect(await page.locator('article.comment').count()).toBe(0);
    expect(page.reports).toEqual([]);
    await page.context().close();
  });

  test('a held comment is shown to its author alone', async () => {
    const [author, other] = await Promise.all([open('held'), open('held')]);
    await writeAnyway(author, 'Espèce de connard !', 'Gérard');
    // What is said of it comes with it, and there is room for what may be done, so that nothing moves afterwards.
    const asItCame = await author.waitForFunction(() => {
      const held = document.querySelector('tribune-comments')?.shadowRoot?.querySelector('article.held');
      return held && [held.querySelector('.verdict') !== null, held.getBoundingClientRect().height];
    });
    await author.getByRole('button', { name: 'Supprimer' }).waitFor();
    const settled = await author.locator('article.held').evaluate((held) => held.getBoundingClientRect().height);
    expect(await asItCame.jsonValue()).toEqual([true, settled]);
    await comment(author, 'En attente d’approbation').waitFor();
    await other.reload();
    await other.getByText('Soyez le premier à commenter !').waitFor();
    await Promise.all([author.context().close(), other.context().close()]);
  });
});

describe('a comment that is on its way', () => {
  const POSTS = /\/v1\/sites\/demo\/comments$/;
  const unsent = (page: Page) => page.locator('article.unsent');

  /** Holds what is posted until the answer is called. */
  async function hold(page: Page): Promise<() => void> {
    let release = (): void => undefined;
    const gate = new Promise<void>((resolve) => (release = resolve));
    await page.route(POSTS, async (route) => {
      await gate;
      await route.continue();
    });
    return release;
  }

  test('is shown as such where it will stand, and its author may go on writing', async () => {
    const page = await open('slow-post');
    const release = await hold(page);
    await write(page, 'Lente *mais* sûre', 'Nadia');
    await unsent(page).getByText('Envoi en cours…').waitFor();
    await page.locator('form.composer:not(.open)').waitFor();
    await page.locator('textarea').click();
    await page.keyboard.type('Et autre chose');
    release();
    await comment(page, 'Lente mais sûre').locator('em').waitFor();
    expect([await unsent(page).count(), await page.locator('textarea').inputValue()]).toEqual([0, 'Et autre chose']);
    await page.context().close();
  });

  test('and that has words its author is to be told of can be rewritten in its place', async () => {
    const page = await open('slow-nudge');
    const release = await hold(page);
    await write(page, 'Quel connard, ce maire', 'Nadia');
    await unsent(page).waitFor();
    release();
    await unsent(page).getByText('Certains mots pourraient en retarder la publication.').waitFor();
    await unsent(page).getByRole('button', { name: 'Modifier' }).click();
    await page.locator('article.unsent textarea:focus').fill('Quel homme, ce maire');
    await unsent(page).getByRole('button', { name: 'Envoyer maintenant' }).click();
    await page.locator('article.published').getByText('Quel homme, ce maire').waitFor();
    expect(await page.locator('article').count()).toBe(1);
    await page.context().close();
  });

  test('waits when nobody is reached, is warned of on leaving, and is posted once though an answer was lost', async () => {
    const page = await open('offline');
    const warnings: string[] = [];
    page.on('dialog', (dialog) => {
      warnings.push(dialog.type());
      void dialog.accept();
    });
    await page.route(POSTS, async (route) => {
      await route.fetch();
      await route.abort();
    });
    await write(page, 'Malgré la panne', 'Nadia');
    await unsent(page).getByText('Pas encore envoyé').waitFor();
    await unsent(page).getByRole('button', { name: 'Effacer' }).click();
    await unsent(page).getByRole('button', { name: 'Continuer à écrire' }).press('Enter');
    await page.unroute(POSTS);
    await unsent(page).getByRole('button', { name: 'Envoyer maintenant' }).click();
    await unsent(page).waitFor({ state: 'detached' });
    await comment(page, 'Malgré la panne').waitFor();
    await page.reload();
    await comment(page, 'Malgré la panne').waitFor();
    expect([await page.locator('article').count(), warnings]).toEqual([1, []]);
    await page.context().close();
  });

  test('stays in the field while what sends it cannot be loaded, and goes with the next try', async () => {
    const page = await open('nothing-sends');
    await page.route(/\/sending\.js/, (route) => route.abort());
    await write(page, 'Rien ne se perd', 'Nadia');
    await page.getByText('Votre texte est conservé.', { exact: false }).waitFor();
    expect(await page.locator('textarea').inputValue()).toBe('Rien ne se perd');
    await page.unroute(/\/sending\.js/);
    await page.getByRole('button', { name: 'Réessayer' }).click();
    await comment(page, 'Rien ne se perd').waitFor();
    await page.context().close();
  });

  test('is posted after a reload, if its author is remembered; else they are warned', async () => {
    const page = await open('offline-kept');
    const warnings: string[] = [];
    page.on('dialog', (dialog) => {
      warnings.push(dialog.type());
      void dialog.dismiss();
    });
    await page.route(POSTS, (route) => route.abort());
    await write(page, 'À demain', 'Nadia');
    await unsent(page).getByText('Pas encore envoyé').waitFor();
    // Asked for from inside: what is kept from happening here, the browser's own call would wait for in vain.
    await page.evaluate(() => location.reload());
    await until(() => warnings.length > 0, 'its author is warned');
    expect(warnings).toEqual(['beforeunload']);
    await remember(page);
    await page.unroute(POSTS);
    await page.goto(`${app.url}/article`);
    await page.locator('article.published').getByText('À demain').waitFor();
    expect([warnings.length, await page.locator('article').count()]).toEqual([1, 1]);
    await page.context().close();
  });
});

describe('a site that asks for more', () => {
  const POSTS = /\/v1\/sites\/demo\/comments$/;
  const email = (page: Page) => page.locator('input[autocomplete=email]');
  const needed = 'Veuillez indiquer une adresse e-mail.';
  let owner: Moderator;
  const settle = async (readers: object): Promise<void> => {
    const at = path(routes.siteModeration, { siteId: SITE });
    const { version, settings } = (await owner.ask<SiteModeration>('GET', at)).body;
    const body = { version, settings: { ...settings, readers: { ...settings.readers, ...readers } } };
    expect((await owner.ask('PUT', at, { body })).status).toBe(200);
  };
  beforeAll(async () => {
    owner = await Moderator.redeem(app.url, 'Inès Vidal', (await app.app.setupCode()) ?? '');
  });
  afterAll(() => settle({ email: 'optional', maxLength: 5000 }));

  test('is not sent to without the address it requires, and counts to its own limit, also in a change', async () => {
    await settle({ email: 'required', maxLength: 200 });
    const page = await open('required');
    let sent = 0;
    page.on('request', (request) => (sent += Number(POSTS.test(request.url()) && request.method() === 'POST')));
    await write(page, 'a'.repeat(201), 'Nadia');
    await page.getByText('1 caractère de trop').waitFor();
    await page.locator('textarea').fill('Sous les tilleuls');
    await page.getByText('183 caractères restants').waitFor();
    await page.locator('[part=submit]').click();
    await page.locator('.line', { hasText: 'Adresse e-mail (obligatoire)' }).getByText(needed).waitFor();
    await email(page).and(page.locator('[required][aria-invalid=true]:focus')).waitFor();
    expect(sent).toBe(0);
    await email(page).fill('nadia@lecteurs.example');
    await page.locator('[part=submit]').click();
    const own = comment(page, 'Sous les tilleuls');
    await own.getByRole('button', { name: /^Modifier/ }).click();
    await own.locator('textarea').fill('b'.repeat(202));
    await own.getByText('2 caractères de trop').waitFor();
    expect(page.complaints).toEqual([]);
    await page.context().close();
  });

  test('only since the page was loaded says so at the field, which comes then, and the text stays', async () => {
    await settle({ email: 'off' });
    const [page, slow] = [await open('since'), await open('since-slow')];
    await page.locator('textarea').click();
    await page.getByRole('toolbar').waitFor();
    expect(await email(page).count()).toBe(0);
    // One that has left the composer meanwhile is asked for it in its place.
    let release = (): void => undefined;
    const gate = new Promise<void>((resolve) => (release = resolve));
    await slow.route(POSTS, (route) => gate.then(() => route.continue()));
    await write(slow, 'Partie trop tôt', 'Nadia');
    const unsent = slow.locator('article.unsent');
    await unsent.waitFor();
    await settle({ email: 'required' });
    await write(page, 'Avec mon adresse', 'Nadia');
    await page.locator('.line').getByText(needed).waitFor();
    await email(page).and(page.locator(':focus')).fill('nadia@lecteurs.example');
    expect(await page.locator('textarea').inputValue()).toBe('Avec mon adresse');
    await page.locator('[part=submit]').click();
    await comment(page, 'Avec mon adresse').waitFor();

    release();
    await unsent.getByText(needed).waitFor();
    await unsent.getByRole('button', { name: 'Modifier' }).click();
    await unsent.getByLabel('Adresse e-mail (obligatoire)').fill('nadia@lecteurs.example');
    await unsent.getByRole('button', { name: 'Envoyer maintenant' }).click();
    await slow.locator('article.published').getByText('Partie trop tôt').waitFor();
    await Promise.all([page.context().close(), slow.context().close()]);
  });
});

describe('a draft', () => {
  test('is thrown away only after the reader said so', async () => {
    const page = await open('discard');
    await page.locator('textarea').click();
    await page.keyboard.type('Une longue pensée');
    await page.getByRole('button', { name: 'Annuler' }).click();
    await page.getByRole('group', { name: 'Effacer ce que vous avez écrit ?' }).waitFor();
    await page.getByRole('button', { name: 'Continuer à écrire' }).press('Enter');
    await page.locator('textarea:focus').waitFor();
    expect(await page.locator('textarea').inputValue()).toBe('Une longue pensée');
    await page.getByRole('button', { name: 'Annuler' }).click();
    await page.getByRole('button', { name: 'Effacer', exact: true }).click();
    await page.locator('form.composer:not(.open)').waitFor();
    expect(await page.locator('textarea').inputValue()).toBe('');
    await page.context().close();
  });

  test('that would be lost is warned of, and is lost; one that is kept on the device is neither', async () => {
    const page = await open('leaving');
    const warnings: string[] = [];
    page.on('dialog', (dialog) => {
      warnings.push(dialog.type());
      void dialog.accept();
    });
    await page.locator('textarea').click();
    await page.keyboard.type('Pas encore fini');
    await page.getByRole('checkbox').waitFor();
    await page.reload();
    await page.getByText('Soyez le premier à commenter !').waitFor();
    expect([warnings, await page.locator('textarea').inputValue()]).toEqual([['beforeunload'], '']);
    await page.locator('textarea').click();
    await page.getByRole('checkbox').check();
    await page.locator('textarea').fill('Toujours pas fini');
    await page.reload();
    await page.waitForFunction(() => {
      const field = document.querySelector('tribune-comments')?.shadowRoot?.querySelector('textarea');
      return field !== null && field !== undefined && field.value !== '';
    });
    expect([warnings, await page.locator('textarea').inputValue()]).toEqual([['beforeunload'], 'Toujours pas fini']);
    await page.context().close();
  });
});

describe('being remembered', () => {
  test('only after the reader asked: name, draft and held comments are there after a reload', async () => {
    const page = await open('kept');
    await writeAnyway(page, 'Espèce de connard !', 'Gérard');
    await comment(page, 'En attente d’approbation').waitFor();
    await page.locator('textarea').click();
    await page.getByRole('checkbox', { name: 'Se souvenir de moi sur cet appareil' }).check();
    await page.locator('textarea').fill('Un brouillon');
    await page.reload();
    await comment(page, 'En attente d’approbation').waitFor();
    await until(
      async () => (await page.locator('textarea').inputValue()) === 'Un brouillon',
      'the draft is there again',
    );
    await page.locator('textarea').click();
    await page.getByRole('checkbox').uncheck();
    expect(await page.evaluate(() => localStorage.length)).toBe(0);
    await page.context().close();
  });

  test('with storage blocked everything else works', async () => {
    const page = await open('blocked', {
      before: () =>
        Object.defineProperty(window, 'localStorage', {
          get: () => {
            throw new DOMException('denied', 'SecurityError');
          },
        }),
    });
    await page.locator('textarea').click();
    await page.getByRole('checkbox').check();
    await write(page, 'Sans mémoire', 'Nadia');
    await comment(page, 'Sans mémoire').waitFor();
    expect(page.complaints).toEqual([]);
    await page.context().close();
  });
});
