import { afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import type { Locator, Page } from 'playwright-core';
import { path, routes } from '../../shared/routes.ts';
import type { SiteId } from '../../shared/ids.ts';
import type { SiteList, SiteModeration } from '../../shared/site-moderation.ts';
import type { SiteSettings } from '../../shared/site.ts';
import { openStore } from '../../services/storage/store.ts';
import { faultsHere, looks } from '../support/axe.ts';
import { openPage } from '../support/browser.ts';
import { Moderator, Reader, SITE } from '../support/client.ts';
import { emptyQueue, openConsole, sessionOf } from '../support/console-page.ts';
import { until } from '../support/until.ts';
import { app, browser } from '../support/stage.ts';

let owner: Moderator;
let moderator: Moderator;
const pages: Page[] = [];

beforeAll(async () => {
  owner = await Moderator.redeem(app.url, 'Inès Vidal', (await app.app.setupCode()) ?? '');
  moderator = await owner.invite('Noé Garnier');
});
beforeEach(async () => {
  await set({});
  await emptyQueue(owner);
});
afterEach(async () => {
  for (const page of pages.splice(0)) await page.context().close();
});

const AT = path(routes.siteModeration, { siteId: SITE });
const read = async (): Promise<SiteModeration> => (await owner.ask<SiteModeration>('GET', AT)).body;
const words = (lists: Partial<SiteSettings['words']>) => ({ refuse: [], hold: [], mask: [], allow: [], ...lists });
async function set(settings: Partial<SiteSettings>): Promise<void> {
  const { status } = await owner.ask('PUT', AT, { body: { version: (await read()).version, settings } });
  if (status !== 200) throw new Error(`settings answered ${status}`);
}

async function openRules(by = owner, options: Parameters<typeof openConsole>[2] = {}) {
  const page = await openConsole(browser, by, options);
  pages.push(page);
  await page.getByRole('link', { name: /^(Règles|Rules)$/ }).click();
  await page.locator('.rules-form').waitFor();
  return page;
}
const field = (page: Page, name: string): Locator => page.getByRole('textbox', { name, exact: true });
const toDesk = (page: Page): Locator => page.getByRole('link', { name: /^(File d’attente|Queue)$/ });
const save = (page: Page): Locator => page.locator('[data-do=save]');
/** What is said of a field besides its name. */
const described = (element: Locator): Promise<string> =>
  element.evaluate((field) =>
    (field.getAttribute('aria-describedby') ?? '')
      .split(' ')
      .map((id) => document.getElementById(id)?.textContent)
      .join(' '),
  );
const status = (page: Page): Locator => page.locator('.save-bar [role=status]');
const outcome = (page: Page): Locator => page.locator('.tryout-status strong');
const marks = (page: Page): Promise<string[]> => page.locator('.tryout mark').allTextContents();

test('every setting says its default, and one that differs goes back to it alone', async () => {
  await set({ maxLinks: 9, premod: true });
  const page = await openRules();
  expect(await page.locator('.default-note').count()).toBe(await page.locator('.setting').count());
  const links = page.locator('.setting', { hasText: 'Liens' }).filter({ has: page.locator('[data-reset=maxLinks]') });
  await links.getByText('Par défaut\u00a0: 2').waitFor();
  expect(await page.locator('[data-reset]').count()).toBe(2);
  await page.locator('[data-reset=maxLinks]').click();
  expect(await page.locator('[data-reset]').count()).toBe(1);
  await save(page).click();
  await status(page).getByText('Les règles s’appliquent').waitFor();
  expect((await read()).settings).toMatchObject({ maxLinks: 2, premod: true });
});

test('a list is tried, saved, and then holds and masks what a reader posts', async () => {
  const page = await openRules();
  await field(page, 'Un commentaire').fill('Une p4tate et un navet.');
  await outcome(page).getByText('Serait publié').waitFor();
  expect(await marks(page)).toEqual([]);

  await field(page, 'Retenir').fill('patate\n\n');
  await field(page, 'Masquer').fill('navet');
  await outcome(page).getByText('Attendrait un modérateur').waitFor();
  expect(await marks(page)).toEqual(['p4tate', 'navet']);
  expect(await page.locator('.tryout-readers').textContent()).toBe('Une p4tate et un n••••.');
  await page.getByText('figure parmi les mots que ce site retient').waitFor();
  await page.locator('#tryout-mark-1').click();
  await page.locator('#tryout-reason-1:focus').waitFor();
  expect((await read()).settings.words).toEqual(words({}));

  await status(page).getByText('Pas encore enregistré').waitFor();
  await save(page).click();
  await status(page).getByText('Les règles s’appliquent').waitFor();
  await page.locator('.rules-head').getByText('Inès Vidal').waitFor();
  expect(await field(page, 'Retenir').inputValue()).toBe('patate');
  expect((await read()).settings.words).toEqual(words({ hold: ['patate'], mask: ['navet'] }));

  const reader = await Reader.guest(app.url, 'Violette', `thread-${randomUUID()}`);
  expect((await reader.post('Quelle patate')).status).toBe(202);
  expect(await reader.post('Quel navet')).toMatchObject({
    status: 201,
    body: { body: [{ c: [{ v: 'Quel n••••' }] }] },
  });

  // The desk behind it went on meanwhile.
  await toDesk(page).click();
  await page.locator('#comment-title:focus').getByText('Violette').waitFor();
  expect(page.complaints).toEqual([]);
});

test('every setting is there', async () => {
  const page = await openRules();
  await field(page, 'Sites indésirables').fill('*.Spam.example\névry.fr');
  await field(page, 'Sites de confiance').fill('mairie.example');
  await field(page, 'Liens autorisés par commentaire').fill('0');
  await field(page, 'Premiers commentaires d’un auteur à retenir').fill('3');
  await page.getByLabel('Retenir chaque commentaire').check();
  await page.getByLabel('Prévenir l’auteur, avant l’envoi').check();
  for (const [severity, action] of [
    ['Légère', 'Rien'],
    ['Forte', 'Publier, mot masqué'],
    ['Extrême', 'Refuser'],
  ] as const)
    await page.getByLabel(severity, { exact: true }).selectOption({ label: action });
  await page.getByLabel('Commentaires d’un auteur souvent refusé').selectOption({ label: 'Retenir' });
  for (const [list, word] of [
    ['Refuser', 'ail'],
    ['Retenir', 'navet'],
    ['Masquer', 'radis'],
    ['Autoriser', 'patate'],
  ] as const)
    await field(page, list).fill(word);
  const groups = ['Auteurs déjà refusés', 'Relecture et signalements', 'Quand ralentir', 'Quand tout retenir'];
  const [refusals, review, slow, held] = groups.map((name) => page.getByRole('group', { name, exact: true }));
  await review?.getByLabel('Commentaire ouvert par un collègue').selectOption({ label: 'Réservation obligatoire' });
  await review?.getByLabel('Mettre en file à partir de').fill('3');
  await review?.getByLabel('Cacher à partir de').fill('9');
  await refusals?.getByLabel('Décisions nécessaires').fill('5');
  await refusals?.getByLabel('Part de refus').fill('80');
  await refusals?.getByLabel('Refus pour injure ou haine').fill('0');
  await slow?.getByLabel('Rythme').fill('10 000');
  await slow?.getByLabel('Par rapport à l’heure précédente').fill('7');
  await slow?.getByLabel('Attente imposée').fill('90');
  await held?.getByLabel('Commentaires nécessaires').fill('40');
  await held?.getByLabel('Part de commentaires').fill('25');
  await field(page, 'Fermer les discussions après').fill('30');
  await page.getByLabel('Adresse e-mail des lecteurs').selectOption({ label: 'Obligatoire' });
  await field(page, 'Longueur maximale d’un commentaire').fill('1 200');
  await page.getByLabel('Votes sur les commentaires').selectOption('likes');
  await field(page, 'Réactions proposées').fill('❤️\n😮');
  await page.getByLabel('Laisser les lecteurs noter l’article').check();
  await field(page, 'Alerter après une attente de').fill('45');
  await field(page, 'Alerter quand une file dépasse').fill('20');
  await page.getByLabel('Envoyer un résumé').check();
  await field(page, 'Heure du résumé').fill('6');
  await field(page, 'Adresses électroniques').fill('Lise@SITE.example');
  await field(page, 'Messageries d’équipe').fill('https://chat.example/hook');
  const spoken = page.getByRole('group', { name: 'Langues dans lesquelles on écrit aussi' });
  await spoken.getByLabel('turc').check();
  await spoken.getByLabel('allemand').check();
  await spoken.getByLabel('turc').uncheck();
  await page.getByLabel('Commentaires dans une autre langue').selectOption({ label: 'Retenir' });
  await field(page, 'Effacer les textes refusés après').fill('365');
  await field(page, 'Effacer les textes retirés par leur auteur après').fill('3');
  await field(page, 'Oublier l’adresse e-mail des invités après').fill('90');
  // As if that many had been refused more than a year ago.
  await page.route('**/moderation', (route) => {
    const body = route.request().postDataJSON() as { count?: number } | null;
    if (body === null || body.count === 12) return route.fallback();
    const type = 'urn:tribune:problem:confirm-number';
    const asked = { type, title: '', status: 409, code: 'confirm-number', detail: '', count: 12 };
    return route.fulfill({ status: 409, contentType: 'application/problem+json', json: asked });
  });
  const question = page.getByRole('dialog', { name: 'Effacer pour de bon les textes de 12 commentaires ?' });
  await save(page).click();
  await question.getByRole('button', { name: 'Annuler' }).click();
  await question.waitFor({ state: 'detached' });
  expect((await read()).settings.retention.refusedDays).toBe(0);
  await save(page).click();
  await question.getByRole('button', { name: 'Enregistrer et effacer 12 textes' }).click();
  await status(page).getByText('Les règles s’appliquent').waitFor();
  expect((await read()).settings).toEqual({
    premod: true,
    newcomerHold: 3,
    review: { claims: 'required', queueReports: 3, hideReports: 9 },
    maxLinks: 0,
    deniedHosts: ['spam.example', 'xn--vry-9la.fr'],
    allowedHosts: ['mairie.example'],
    severityLevels: { mild: 'pass', strong: 'mask', extreme: 'reject' },
    nudge: true,
    words: { refuse: ['ail'], hold: ['navet'], mask: ['radis'], allow: ['patate'] },
    languages: { read: ['de'], others: 'hold' },
    refusals: { level: 'hold', min: 5, share: 80, strikes: 0 },
    heat: { on: true, perMinute: 10_000, times: 7, everySeconds: 90, min: 40, share: 25 },
    closeAfterDays: 30,
    readers: { votes: 'likes', emojis: ['❤️', '😮'], email: 'required', maxLength: 1200, rating: true },
    alerts: {
      ...{ olderThanMinutes: 45, longerThan: 20, digest: true, digestHour: 6 },
      ...{ emails: ['Lise@site.example'], webhooks: ['https://chat.example/hook'] },
    },
    retention: { refusedDays: 365, addressDays: 90, withdrawnDays: 3 },
  });
  expect(await slow?.getByLabel('Rythme').inputValue()).toBe('10000');
  expect(await field(page, 'Sites indésirables').inputValue()).toBe('spam.example\nxn--vry-9la.fr');
});

test('numbers are shown where something depends on them', async () => {
  const page = await openRules();
  const pace = field(page, 'Rythme');
  await pace.fill('4');
  const broken = page.locator('[aria-invalid=true]');
  await broken.waitFor();
  expect(await described(broken)).toMatch(/commentaires par minute .*De 5 à 10\s000.*n’est pas valable/);
  await page.getByLabel('Calmer d’office').uncheck();
  await pace.waitFor({ state: 'detached' });
  await page.getByLabel('Commentaires d’un auteur souvent refusé').selectOption({ label: 'Rien' });
  expect(await field(page, 'Part de refus').count()).toBe(0);
  expect(await field(page, 'Refus pour injure ou haine').inputValue()).toBe('3');
  await save(page).click();
  await status(page).getByText('Les règles s’appliquent').waitFor();
  expect((await read()).settings).toMatchObject({
    heat: { on: false, perMinute: 60 },
    refusals: { level: 'pass', share: 50 },
  });
  await page.getByLabel('Calmer d’office').check();
  expect(await pace.inputValue()).toBe('60');
});

test('faults stand beside their field, while typing and after saving', async () => {
  const page = await openRules();
  await field(page, 'Autoriser').fill('pa*tate');
  await page.locator('.faults').getByText('pa*tate').waitFor();
  await field(page, 'Autoriser').fill('patate');
  await page.locator('.faults li').waitFor({ state: 'detached' });
  await field(page, 'Masquer').fill('patate');
  await until(async () => (await page.locator('.faults li').count()) === 2, 'said at both lists');
  await field(page, 'Masquer').fill('');
  await field(page, 'Liens autorisés par commentaire').fill('beaucoup');
  await save(page).click();
  await page.locator('.save-bar .trouble').waitFor();
  const broken = page.locator('[aria-invalid=true]');
  expect(await broken.count()).toBe(1);
  await page.locator('[aria-invalid=true]:focus').waitFor();
  expect(await described(broken)).toContain('n’est pas valable');
});

test('answers that come late do not undo newer ones', async () => {
  const page = await openRules();
  let letFirstGo = (): void => undefined;
  const first = new Promise<void>((resolve) => (letFirstGo = resolve));
  let asked = 0;
  let answered = 0;
  await page.route('**/moderation/test', async (route) => {
    asked += 1;
    if (asked === 1) await first;
    const response = await route.fetch();
    await route.fulfill({ response });
    answered += 1;
  });
  await field(page, 'Un commentaire').fill('Quel connard');
  await until(() => asked === 1, 'the first question');
  await field(page, 'Un commentaire').fill('Quel brave homme');
  await outcome(page).getByText('Serait publié').waitFor();
  letFirstGo();
  await until(() => answered === 2, 'the late answer');
  await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));
  expect(await outcome(page).textContent()).toBe('Serait publié');
  expect(await marks(page)).toEqual([]);
});

test('a colleague’s change meanwhile is brought together with one’s own, and nothing is written over', async () => {
  await set({ words: words({ hold: ['navet', 'radis'] }) });
  const page = await openRules();
  await field(page, 'Retenir').fill('navet\npatate');
  await set({ words: words({ hold: ['navet', 'radis', 'poireau'] }), maxLinks: 9 });
  await save(page).click();
  await status(page).getByText('Inès Vidal a modifié ces règles entre-temps').waitFor();
  expect(await field(page, 'Retenir').inputValue()).toBe('navet\npoireau\npatate');
  expect(await field(page, 'Liens autorisés par commentaire').inputValue()).toBe('9');
  expect((await read()).settings.words.hold).toEqual(['navet', 'radis', 'poireau']);
  await save(page).click();
  await status(page).getByText('Les règles s’appliquent').waitFor();
  expect((await read()).settings).toMatchObject({ maxLinks: 9, words: { hold: ['navet', 'poireau', 'patate'] } });
});

describe('unsaved changes', () => {
  test('are asked about before the page is left, by a link, signing out or the way back', async () => {
    const page = await openRules();
    const question = page.getByRole('dialog', { name: 'Quitter sans enregistrer ?' });
    await field(page, 'Retenir').fill('patate');
    const ways = [
      () => toDesk(page).click(),
      async () => {
        await page.locator('.menu-button').click();
        await page.getByRole('button', { name: 'Se déconnecter' }).click();
      },
      () => page.goBack(),
    ];
    for (const leave of ways) {
      await leave();
      await question.waitFor();
      await question.getByRole('button', { name: 'Continuer' }).click();
      await question.waitFor({ state: 'detached' });
      expect(await field(page, 'Retenir').inputValue()).toBe('patate');
      expect(new URL(page.url()).hash).toBe('#rules');
    }
    await toDesk(page).click();
    await question.waitFor();
    // However often it is pressed, Escape never throws them away.
    for (let i = 0; i < 6; i++) await page.keyboard.press('Escape');
    await question.waitFor({ state: 'detached' });
    expect(await field(page, 'Retenir').inputValue()).toBe('patate');
    await toDesk(page).click();
    await question.locator('[data-do=leave]').click();
    await page.locator('.rules-form').waitFor({ state: 'detached' });
    await page.locator('.finished').waitFor();
    expect(new URL(page.url()).hash).toBe('#queue');
    expect((await read()).settings.words.hold).toEqual([]);
  });

  test('are asked about by the browser, too, and can be discarded', async () => {
    const page = await openRules();
    await field(page, 'Retenir').fill('patate');
    await status(page).getByText('Pas encore enregistré').waitFor();
    const asked = page.waitForEvent('dialog');
    const closing = page.close({ runBeforeUnload: true });
    const dialog = await asked;
    expect(dialog.type()).toBe('beforeunload');
    await dialog.dismiss();
    await closing;
    await page.locator('[data-do=discard]').click();
    expect(await field(page, 'Retenir').inputValue()).toBe('');
    await toDesk(page).click();
    await page.locator('.rules-form').waitFor({ state: 'detached' });
  });
});

test('who may not change the rules reads and tries them', async () => {
  await set({ words: words({ hold: ['patate'] }) });
  const page = await openRules(moderator);
  await page.getByText('Un administrateur peut les modifier').waitFor();
  expect(await save(page).count()).toBe(0);
  expect(await field(page, 'Retenir').inputValue()).toBe('patate');
  expect(await field(page, 'Retenir').isEditable()).toBe(false);
  expect(await page.getByLabel('Forte').isDisabled()).toBe(true);
  expect(await page.getByLabel('Retenir chaque commentaire').isDisabled()).toBe(true);
  expect(await page.getByLabel('Calmer d’office').isDisabled()).toBe(true);
  expect(await field(page, 'Rythme').isEditable()).toBe(false);
  await field(page, 'Un commentaire').fill('Une patate');
  await outcome(page).getByText('Attendrait un modérateur').waitFor();
});

test('shortcuts of the desk do nothing here, and the page has an address', async () => {
  const page = await openPage(browser, `${app.url}/console#rules`, { storageState: sessionOf(owner) });
  pages.push(page);
  await page.locator('.rules-form').waitFor();
  const reader = await Reader.guest(app.url, 'Gaspard', `thread-${randomUUID()}`);
  const { body } = await reader.post('Quel connard');
  await page.getByText('1 en attente').waitFor();
  await toDesk(page).focus();
  for (const key of ['a', 'r', '1', '?']) await page.keyboard.press(key);
  expect(await page.locator('dialog').count()).toBe(0);
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'Commentaire de Gaspard' }).waitFor();
  expect((await reader.mine()).body.comments).toMatchObject([{ id: body.id, state: 'held' }]);
});

test('an outage is said, and the draft stays', async () => {
  const page = await openRules();
  await field(page, 'Retenir').fill('patate');
  await page.route('**/v1/console/**', (route) => route.abort('internetdisconnected'));
  await page.context().setOffline(true);
  await save(page).click();
  await page.locator('.save-bar .trouble').waitFor();
  await page.unroute('**/v1/console/**');
  await page.context().setOffline(false);
  await save(page).click();
  await status(page).getByText('Les règles s’appliquent').waitFor();
  expect((await read()).settings.words.hold).toEqual(['patate']);
});

test('each site has rules of its own', async () => {
  const store = await openStore(app.storeUri);
  await store.sites.insert({
    id: 'zenith' as SiteId,
    name: 'Le Zénith',
    lang: 'fr',
    origins: [],
    settings: { maxLinks: 8 },
  });
  await store.close();
  const listed = async () => (await owner.ask<SiteList>('GET', routes.sites)).body.items.length === 2;
  await until(listed, 'the second site is known');
  const page = await openRules();
  await field(page, 'Retenir').fill('patate');
  await page.getByLabel('Site', { exact: true }).selectOption({ label: 'Le Zénith' });
  await page
    .getByRole('dialog', { name: 'Quitter sans enregistrer' })
    .getByRole('button', { name: 'Continuer' })
    .click();
  expect(await field(page, 'Retenir').inputValue()).toBe('patate');
  expect(await page.getByLabel('Site', { exact: true }).inputValue()).toBe(SITE);
  await save(page).click();
  await status(page).getByText('Les règles s’appliquent').waitFor();
  await page.getByLabel('Site', { exact: true }).selectOption({ label: 'Le Zénith' });
  await until(
    async () => (await field(page, 'Liens autorisés par commentaire').inputValue()) === '8',
    'the other rules',
  );
  expect(await field(page, 'Retenir').inputValue()).toBe('');
});

test('what is said of the rules of one site, by saving or by trying, is not said of another’s', async () => {
  const page = await openRules();
  const choose = (site: string) => page.getByLabel('Site', { exact: true }).selectOption(site);
  const toOther = async (): Promise<void> => {
    await choose('zenith');
    await page.locator('[data-do=leave]').click();
    await until(async () => (await field(page, 'Liens autorisés par commentaire').inputValue()) === '8', 'the others');
  };
  /** Holds back the answer to a request, until the other site is there and it has been taken in. */
  const answeredThere = async (at: RegExp, method: string, act: () => Promise<void>): Promise<void> => {
    let isThere = (): void => undefined;
    const there = new Promise<void>((resolve) => (isThere = resolve));
    await page.route(at, async (route) => {
      if (route.request().method() !== method) return route.fallback();
      const response = await route.fetch();
      await there;
      await route.fulfill({ response });
    });
    const asked = page.waitForRequest((request) => at.test(request.url()) && request.method() === method);
    await act();
    await asked;
    await toOther();
    const answered = page.waitForResponse(
      (response) => response.request().method() === method && at.test(response.url()),
    );
    isThere();
    await (await answered).finished();
    await page.evaluate(() => new Promise(requestAnimationFrame));
    await page.unroute(at);
  };
  await answeredThere(/\/demo\/moderation\/test$/, 'POST', () => field(page, 'Masquer').fill('na*vet'));
  expect(await page.locator('.faults li').count()).toBe(0);

  await choose(SITE);
  await until(async () => (await field(page, 'Liens autorisés par commentaire').inputValue()) !== '8', 'the first');
  await answeredThere(/\/demo\/moderation$/, 'PUT', async () => {
    await field(page, 'Masquer').fill('navet');
    await save(page).click();
  });
  expect((await read()).settings.words.mask).toEqual(['navet']);
  expect(await page.getByLabel('Site', { exact: true }).inputValue()).toBe('zenith');
  expect(await field(page, 'Liens autorisés par commentaire').inputValue()).toBe('8');
  expect(await status(page).textContent()).toBe('');
});

// Who may only read sees the same page with less on it: one look is enough.
describe.each(looks)('in %s at %i px (%s)', (colorScheme, width, locale) => {
  test.each(colorScheme === 'dark' ? ['owner', 'moderator'] : ['owner'])(
    'the page is accessible to the %s',
    async (who) => {
      const look = { colorScheme, locale, viewport: { width, height: 800 }, reducedMotion: 'reduce' as const };
      const page = await openRules(who === 'owner' ? owner : moderator, look);
      await page.locator('.rules-history > summary').click();
      await page.locator('.rules-history > ol > li').first().waitFor();
      const list = page.locator('.rules-grid textarea').first();
      if (who === 'owner') {
        await list.fill('patate\npa*tate');
        await page.locator('.faults li').waitFor();
      }
      const found = await faultsHere(page, 'faults');
      if (who === 'owner')
        await list.fill('une expression vraiment très longue de quatre-vingts caractères tout au plus');
      await page
        .locator('.tryout textarea')
        .fill('Quel c0nnard 🤬 https://exemple.fr/une/adresse/qui/ne/finit/vraiment/jamais/du/tout يا حمار');
      await page.locator('.tryout input').fill('Grosc0nnard');
      await page.locator('.tryout-result .reason-item').first().waitFor();
      found.push(...(await faultsHere(page, 'tried out')));
      if (who === 'owner') {
        await toDesk(page).click();
        await page.locator('[data-do=leave]').waitFor();
        found.push(...(await faultsHere(page, 'leaving')));
      }
      expect(found).toEqual([]);
    },
  );
});
