import { afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { routes } from '../../shared/routes.ts';
import type { SnoozedPage } from '../../shared/review.ts';
import { openPage } from '../support/browser.ts';
import { Moderator, Reader } from '../support/client.ts';
import { appeal, cardOf, decideAs, emptyQueue, hold, row, sessionOf } from '../support/console-page.ts';
import { ModelQueue, reviewCard } from '../support/review-model.ts';
import { app, browser } from '../support/stage.ts';

let ines: Moderator;
let noe: Moderator;
const pages: Page[] = [];

beforeAll(async () => {
  ines = await Moderator.redeem(app.url, 'Inès Vidal', (await app.app.setupCode()) ?? '');
  noe = await ines.invite('Noé Garnier');
});
afterEach(async () => {
  await Promise.all(pages.splice(0).map((page) => page.context().close()));
  await emptyQueue(ines);
});

async function atWork(who: Moderator, fragment = ''): Promise<Page & { complaints: string[] }> {
  const page = await openPage(browser, `${who.url}/console${fragment}`, { storageState: sessionOf(who) });
  pages.push(page);
  await page.locator('.connection.live').waitFor();
  await page.locator('.card, .finished').waitFor();
  return page;
}
/** What the page complains of, but for claims that came too late: whoever is fast meets them, and loses nothing by it. */
const faultsOf = ({ complaints }: { complaints: string[] }): string[] =>
  complaints.filter((complaint) => !/status of (409|422|423)/.test(complaint));
const tab = (page: Page, name: string) => page.locator(`[data-tab=${name}]`);
const chip = (page: Page, name: string) => page.locator(`[data-filter=${name}]`);
const snoozed = async (): Promise<string[]> =>
  (await ines.ask<SnoozedPage>('GET', routes.reviewSnoozed)).body.items.map(({ author }) => author.name);

describe('by keyboard alone', () => {
  test('twenty comments are cleared, and the last decision is taken back', async () => {
    const authors: Reader[] = [];
    for (let at = 1; at <= 20; at++) {
      const author = await Reader.guest(app.url, `Autrice ${at}`, `vingt ${at}`);
      await author.post('Quel connard, ce maire');
      authors.push(author);
    }
    const page = await atWork(noe);
    await cardOf(page, 'Autrice 1').waitFor();
    for (let at = 0; at < 4; at++) {
      await page.keyboard.press('a');
      await page.keyboard.press('r');
      await page.keyboard.press('1');
      await page.keyboard.press('r');
      await page.keyboard.press('Shift+2');
      await page.keyboard.press('Shift+1');
      await page.keyboard.press('Enter');
      await page.keyboard.press('s');
      await page.keyboard.press('z');
      await page.keyboard.press('1');
    }
    await page.getByRole('heading', { name: 'Tout est traité' }).waitFor();
    expect((await ines.queue()).body.count).toBe(0);
    const states = await Promise.all(
      authors.slice(0, 5).map(async (author) => {
        const { state, reasons } = (await author.mine()).body.comments[0] ?? {};
        return state === 'refused' ? reasons : state;
      }),
    );
    expect(states).toEqual([undefined, ['abuse'], ['hate', 'abuse'], ['spam'], 'held']);
    expect((await snoozed()).length).toBe(4);

    await page.locator('.done-line').getByText('Mis de côté : Autrice 20').waitFor();
    await page.keyboard.press('Control+z');
    await cardOf(page, 'Autrice 20').waitFor();
    await page.locator('.done-line').getByText('Refusé comme spam : Autrice 19').waitFor();
    expect((await snoozed()).length).toBe(3);
    expect(faultsOf(page)).toEqual([]);
  });

  test('a comment is passed on with a remark, and only an admin may decide about it then', async () => {
    await hold(app.url, 'Albane');
    const page = await atWork(noe);
    await cardOf(page, 'Albane').waitFor();
    await page.keyboard.press('e');
    await page.locator('[data-field=remark]:focus').waitFor();
    await page.keyboard.type('Je connais cette personne');
    await page.keyboard.press('Enter');
    await page.getByText('Ce commentaire a été transmis').waitFor();
    expect(await page.locator('[data-do=approve]').count()).toBe(0);
    await page.keyboard.press('6');
    await tab(page, 'escalated').and(page.locator('[aria-current=true]')).waitFor();
    await row(page, 'Albane').waitFor();
    const admin = await atWork(ines, '#queue=escalated');
    await row(admin, 'Albane').click();
    await admin.getByText('Transmis par Noé Garnier').waitFor();
  });

  test('an appeal is read beside the refusal it is against, and upheld with a note', async () => {
    const author = await Reader.guest(app.url, 'Albane', 'appel');
    const { id } = (await author.post('Quel connard, ce maire')).body;
    await appeal(app.storeUri, { moderator: ines, id, text: 'C’était une citation du journal.' });
    const decider = await atWork(ines, '#queue=appeal');
    await decider.getByText('Cet appel vise votre propre refus').waitFor();
    expect(await decider.locator('[data-do=overturn], [data-do=uphold]').count()).toBe(0);
    await decider.keyboard.press('a');
    await row(decider, 'Albane').locator('.chip').getByText('Appel').waitFor();
    await decider.context().close();
    const page = await atWork(noe, '#queue=appeal');
    await cardOf(page, 'Albane').waitFor();
    await page.locator('.appeal').getByText('C’était une citation du journal.').waitFor();
    await page.locator('.appeal').getByText('Refusé par Inès Vidal').waitFor();
    await page.locator('.appeal').getByText('Motif : Injure ou insulte').waitFor();
    await page.locator('[data-do=uphold]').waitFor();
    await page.keyboard.press('n');
    await page.keyboard.type('Même citée, une insulte reste une insulte.');
    await page.keyboard.press('Escape');
    await page.keyboard.press('r');
    await page.getByRole('heading', { name: 'Maintenir le refus ?' }).waitFor();
    await page.keyboard.press('Enter');
    await page.locator('.done-line').getByText('Refus maintenu : Albane').waitFor();
    const [mine] = (await author.mine()).body.comments;
    expect([mine?.state, mine?.note]).toEqual(['refused', 'Même citée, une insulte reste une insulte.']);
  });
});

describe('two consoles', () => {
  test('see who is at what, take over from each other, and both see what is taken back', async () => {
    await hold(app.url, 'Albane');
    const one = await atWork(ines);
    await cardOf(one, 'Albane').waitFor();
    const two = await atWork(noe);
    await row(two, 'Albane').locator('.chip.taken').getByText('Inès Vidal y est').waitFor();
    await two.getByText('Inès Vidal examine ce commentaire depuis').waitFor();
    expect(await two.locator('[data-do=approve]').count()).toBe(0);
    await two.keyboard.press('a');
    expect((await ines.queue()).body.count).toBe(1);

    await two.keyboard.press('t');
    await two.locator('[data-do=approve]').waitFor();
    await one.locator('.notice.taken').getByText('Noé Garnier vous a repris ce commentaire.').waitFor();
    await two.keyboard.press('s');
    await one.locator('.notice.settled').getByText('Déjà refusé par Noé Garnier').waitFor();
    await one.keyboard.press('c');
    await Promise.all([one, two].map((page) => page.getByRole('heading', { name: 'Tout est traité' }).waitFor()));

    await two.keyboard.press('Control+z');
    await Promise.all([one, two].map((page) => row(page, 'Albane').waitFor()));
    expect([...faultsOf(one), ...faultsOf(two)]).toEqual([]);
  });

  test('free what is left for something else', async () => {
    await hold(app.url, 'Albane');
    await hold(app.url, 'Bastien');
    const one = await atWork(ines);
    const two = await atWork(noe);
    await cardOf(two, 'Bastien').waitFor();
    await row(two, 'Albane').locator('.chip.taken').waitFor();
    await one.goto(`${app.url}/console#rules`);
    await row(two, 'Albane').locator('.chip.taken').waitFor({ state: 'detached' });
  });
});

describe('a part of the queue', () => {
  test('has an address, stays live, and keeps out what does not belong', async () => {
    const author = await Reader.guest(app.url, 'Albane', 'filtre');
    await author.post('Quel connard, ce maire');
    await hold(app.url, 'Bastien', 'Quel salaud, ce conseiller');
    const page = await atWork(noe);
    await row(page, 'Albane').click();
    await page.keyboard.press('b');
    await chip(page, 'author').getByText('Auteur : Albane').waitFor();
    await row(page, 'Bastien').waitFor({ state: 'detached' });
    await hold(app.url, 'Camille');
    await author.post('Quel connard, cet adjoint');
    await row(page, 'adjoint').waitFor();
    await tab(page, 'all').getByText('4', { exact: true }).waitFor();
    expect(await page.getByRole('option').count()).toBe(2);

    const shared = await atWork(noe, new URL(page.url()).hash);
    await row(shared, 'adjoint').waitFor();
    expect(await shared.getByRole('option').count()).toBe(2);
    await page.keyboard.press('l');
    await row(page, 'Camille').waitFor();
    expect(await page.locator('.filter-chips').count()).toBe(0);
  });

  test('is chosen in a form, by words, language, reason and age', async () => {
    await hold(app.url, 'Albane', 'Quel connard, ce maire');
    await hold(app.url, 'Bastien', 'Quel salaud, ce conseiller');
    const page = await atWork(noe);
    await row(page, 'Bastien').waitFor();
    await page.keyboard.press('f');
    await page.getByLabel('Mots du texte').fill('CONSEILLER');
    await page.getByLabel('Motif', { exact: true }).selectOption({ label: 'Liste de mots' });
    await page.getByLabel('Mots du texte').press('Enter');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await row(page, 'Albane').waitFor({ state: 'detached' });
    await chip(page, 'q').getByText('CONSEILLER').waitFor();
    await chip(page, 'rule').click();
    await chip(page, 'rule').waitFor({ state: 'detached' });
    await row(page, 'Bastien').waitFor();
    expect(await page.getByRole('option').count()).toBe(1);
    await page.goto(`${app.url}/console#queue=&age=1`);
    await page.getByRole('heading', { name: 'Rien ici' }).waitFor();
  });

  test('put aside has its own place, and comes back when wanted', async () => {
    await hold(app.url, 'Albane');
    const page = await atWork(noe);
    await cardOf(page, 'Albane').waitFor();
    await page.keyboard.press('z');
    await page.getByRole('heading', { name: 'Remettre à quand ?' }).waitFor();
    await page.keyboard.press('1');
    await page.getByRole('heading', { name: 'Tout est traité' }).waitFor();
    await page.locator('[data-tab=snoozed] .tab-count').getByText('1', { exact: true }).waitFor();
    await page.keyboard.press('7');
    await page.locator('.card').getByText('Mis de côté jusqu’au').waitFor();
    await page.locator('[data-do=wake]').click();
    await page.getByRole('heading', { name: 'Rien n’est mis de côté' }).waitFor();
    await page.keyboard.press('1');
    await cardOf(page, 'Albane').waitFor();
  });
});

describe('the card', () => {
  test('veils the words that hurt most until one asks, and remembers the wish', async () => {
    await hold(app.url, 'Albane', 'Je vais te tuer, connard');
    // Published once somebody had approved it, and answered.
    const parent = await hold(app.url, 'Bastien', 'Sale bougnoule');
    await decideAs(ines, parent, 'approve');
    const answer = await Reader.guest(app.url, 'Camille', 'thread of Bastien');
    await answer.post('Quel connard, toi', { parentId: parent });
    const page = await atWork(noe);
    await cardOf(page, 'Albane').waitFor();
    expect(await page.locator('.veiled-word').count()).toBe(0);
    await page.keyboard.press('v');
    const word = page.getByRole('button', { name: 'Montrer le mot voilé (motif 1)' });
    await word.waitFor();
    expect(await page.locator('[data-part=text]').textContent()).toBe('Je vais te tuer, connard');
    const blur = (): Promise<string> => page.locator('.veiled-text').evaluate((one) => getComputedStyle(one).filter);
    expect(await blur()).not.toBe('none');
    expect(await page.locator('.veiled-text').getAttribute('aria-hidden')).toBe('true');
    expect(await row(page, 'Albane').textContent()).not.toContain('tuer');
    expect(await page.locator('.reasons').textContent()).not.toContain('tuer');
    await page.reload();
    await word.focus();
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Voiler le mot (motif 1)' }).waitFor();
    await page.mouse.move(0, 0);
    await page.locator('#comment-title').focus();
    expect(await blur()).toBe('none');
    await row(page, 'Camille').click();
    const veiled = page.getByRole('button', { name: 'Montrer le mot voilé', exact: true });
    for (const others of ['.parent', '.around']) await page.locator(others).locator(veiled).first().waitFor();
    await page.evaluate(() => (location.hash = '#audit'));
    await page.locator('.audit-comment').locator(veiled).first().waitFor();
  });

  test('shows what is published around it', async () => {
    const before = await Reader.guest(app.url, 'Voisine', 'autour');
    await before.post('Bonne décision du conseil.');
    const author = await Reader.guest(app.url, 'Albane', 'autour');
    await author.post('Quel connard, ce maire');
    const after = await Reader.guest(app.url, 'Voisin', 'autour');
    await after.post('Je ne suis pas de cet avis.');
    const page = await atWork(noe);
    await cardOf(page, 'Albane').waitFor();
    await page.locator('.around').getByText('Bonne décision du conseil.').waitFor();
    expect(await page.locator('.around li').allTextContents()).toEqual([
      expect.stringContaining('Voisine'),
      expect.stringContaining('Albane'),
      expect.stringContaining('Voisin'),
    ]);
  });
});

/** A service in whose review queue ten thousand comments wait. */
async function serveManyTo(page: Page): Promise<void> {
  const queue = new ModelQueue();
  for (let at = 0; at < 10_000; at++) queue.put(reviewCard(`c${at}`, { name: `Lecteur ${at}`, at }));
  const answers: [RegExp, (id: string) => object][] = [
    [/^\/v1\/review$/, () => queue.page(null, 10_000)],
    [/^\/v1\/review\/figures$/, () => queue.figures()],
    [/^\/v1\/review\/(\w+)\/claim$/, (id) => ({ card: queue.cards.get(id) })],
    [/^\/v1\/review\/(\w+)\/context$/, () => ({ before: [], after: [], revisions: [], reports: [] })],
  ];
  for (const [at, answer] of answers) {
    await page.route(
      ({ pathname }) => at.test(pathname),
      (route) => route.fulfill({ json: answer(at.exec(new URL(route.request().url()).pathname)?.[1] ?? '') }),
    );
  }
}

test('of ten thousand rows only those in view are drawn, wherever one is', async () => {
  const page = await openPage(browser, 'about:blank', { storageState: sessionOf(noe) });
  pages.push(page);
  await serveManyTo(page);
  await page.goto(`${app.url}/console`);
  await row(page, 'Lecteur 0').first().waitFor();
  const drawn = (): Promise<number> => page.getByRole('option').count();
  expect(await drawn()).toBeLessThan(40);
  const list = page.getByRole('listbox');
  await list.evaluate((box) => box.scrollTo(0, box.scrollHeight / 2));
  await row(page, /^Lecteur 5000/).waitFor();
  expect(await drawn()).toBeLessThan(40);
  await list.focus();
  await page.keyboard.press('End');
  await page.getByRole('option', { selected: true }).getByText('Lecteur 9999').waitFor();
  expect(await drawn()).toBeLessThan(40);
  await page.keyboard.press('k');
  await cardOf(page, 'Lecteur 9998').waitFor();
  expect(await page.getByRole('option', { selected: true }).getAttribute('aria-setsize')).toBe('10000');
  expect(page.complaints).toEqual([]);
});
