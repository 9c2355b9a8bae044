import { afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import type { Locator, Page } from 'playwright-core';
import { TOTP } from 'otpauth';
import type { TotpOffer } from '../../shared/account.ts';
import type { Role } from '../../shared/identity.ts';
import { routes } from '../../shared/routes.ts';
import type { PersonId, SiteId } from '../../shared/ids.ts';
import { openStore } from '../../services/storage/store.ts';
import { faults, faultsHere, looks } from '../support/axe.ts';
import { openPage } from '../support/browser.ts';
import { Moderator } from '../support/client.ts';
import { sessionOf } from '../support/console-page.ts';
import { until } from '../support/until.ts';
import mongoose from '../support/mongoose.ts';
import { app, browser } from '../support/stage.ts';

let owner: Moderator;
let noe: Moderator;
const pages: Page[] = [];

beforeAll(async () => {
  owner = await Moderator.redeem(app.url, 'Inès Vidal', (await app.app.setupCode()) ?? '');
  noe = await owner.invite('Noé Garnier');
});
afterEach(async () => {
  for (const page of pages.splice(0)) await page.context().close();
});

async function openTeam(
  by: Moderator,
  options: Parameters<typeof openPage>[2] = {},
): Promise<Page & { complaints: string[] }> {
  const page = await openPage(browser, `${app.url}/console#team`, { storageState: sessionOf(by), ...options });
  pages.push(page);
  await page.locator('.member').first().waitFor();
  return page;
}
const member = (page: Page, name: string): Locator => page.locator('.member', { hasText: name });
const roleOf = (page: Page, name: string): Promise<string | null> =>
  member(page, name).locator('.member-role').textContent();
const changes = (page: Page): Promise<string[]> => page.locator('.team-history li p').allTextContents();
const roleIn = async (who: Moderator) => (await who.ask<{ role?: Role }>('GET', routes.session)).body.role;

test('the team is listed, and a moderator reads it only', async () => {
  const page = await openTeam(noe);
  await member(page, 'Inès Vidal').getByText('propriétaire').waitFor();
  await member(page, 'Noé Garnier').getByText('vous').waitFor();
  await member(page, 'Inès Vidal').getByText('Dernière activité il y a 1 minute').waitFor();
  expect(await page.locator('.team button').count()).toBe(0);
  expect(await changes(page)).toEqual(['Noé Garnier a rejoint l’équipe (modérateur), sur invitation de Inès Vidal']);
  expect(page.complaints).toEqual([]);
});

test('a colleague is invited for a role, joins with it, and is in the list and the changes', async () => {
  const page = await openTeam(owner);
  await page.getByRole('button', { name: 'Inviter un collègue' }).click();
  await page.getByRole('radio', { name: 'administrateur' }).check();
  await page.getByRole('button', { name: 'Créer le lien' }).click();
  const link = await page.getByLabel('Lien d’invitation').inputValue();
  await page.getByText('tant que vous pouvez donner ce rôle : administrateur').waitFor();
  await page.keyboard.press('Escape');
  await page.locator('dialog').waitFor({ state: 'detached' });
  await page.locator('[data-do=invite]:focus').waitFor();
  const lise = await Moderator.redeem(app.url, 'Lise Aubert', link.split('#invite=')[1] ?? '');
  expect(lise.view.role).toBe('admin');
  await page.reload();
  await member(page, 'Lise Aubert').getByText('administrateur').waitFor();
  expect((await changes(page))[0]).toContain('Lise Aubert a rejoint l’équipe (administrateur)');

  // An admin may touch everybody but owners and herself, and gives no more than her own role.
  const hers = await openTeam(lise);
  expect(await member(hers, 'Noé Garnier').getByRole('button').count()).toBe(2);
  for (const name of ['Inès Vidal', 'Lise Aubert'])
    expect(await member(hers, name).getByRole('button').count()).toBe(0);
  await hers.getByRole('button', { name: 'Inviter un collègue' }).click();
  await hers.getByRole('radio').first().waitFor();
  expect(await hers.getByRole('radio').count()).toBe(2);
});

test('a role is changed with the keyboard alone', async () => {
  const page = await openTeam(owner);
  const button = page.getByRole('button', { name: 'Changer de rôle – Noé Garnier' });
  await button.focus();
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Noé Garnier' });
  await dialog.waitFor();
  while ((await dialog.locator('input:focus').count()) === 0) await page.keyboard.press('Tab');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await page.getByRole('status').getByText('Nouveau rôle de Noé Garnier : administrateur.').waitFor();
  expect(await roleOf(page, 'Noé Garnier')).toBe('administrateur');
  expect((await changes(page))[0]).toBe(
    'Inès Vidal a changé le rôle de Noé Garnier\u00a0: modérateur → administrateur',
  );
  await page.locator('[data-do=role]:focus').waitFor();
  expect(await roleIn(noe)).toBe('admin');
});

test('what a colleague has changed meanwhile is said and shown, and then it can be done', async () => {
  const jade = await owner.invite('Jade Renoir');
  const page = await openTeam(owner);
  await member(page, 'Jade Renoir').locator('[data-do=role]').click();
  await owner.changeRole(jade, 'admin');
  await page.getByRole('radio', { name: 'propriétaire' }).check();
  await page.locator('[data-do=save]').click();
  await page.getByRole('alert').getByText('a été modifié entre-temps').waitFor();
  await until(async () => (await roleOf(page, 'Jade Renoir')) === 'administrateur', 'the list is fresh');
  await page.locator('[data-do=save]').click();
  await page.locator('dialog').waitFor({ state: 'detached' });
  expect(await roleIn(jade)).toBe('owner');
});

test('a member is removed once that is confirmed, and is out at once', async () => {
  const marc = await owner.invite('Marc Odin');
  const his = await openTeam(marc);
  const page = await openTeam(owner);
  await member(page, 'Marc Odin').locator('[data-do=remove]').click();
  const dialog = page.getByRole('dialog', { name: 'Retirer Marc Odin' });
  await dialog.getByRole('button', { name: 'Annuler' }).click();
  await dialog.waitFor({ state: 'detached' });
  expect(await roleIn(marc)).toBe('moderator');
  await member(page, 'Marc Odin').locator('[data-do=remove]').click();
  await dialog.locator('[data-do=remove]').click();
  await page.getByRole('status').getByText('Marc Odin ne fait plus partie de l’équipe.').waitFor();
  expect(await member(page, 'Marc Odin').count()).toBe(0);
  await page.locator('#page-title:focus').waitFor();
  expect((await changes(page))[0]).toBe('Inès Vidal a retiré Marc Odin de l’équipe (modérateur)');
  await his.getByRole('dialog', { name: 'Veuillez vous reconnecter' }).waitFor();
});

test('an outage is said, and the page comes back', async () => {
  const page = await openTeam(owner);
  await page.route('**/v1/console/team**', (route) => route.abort('internetdisconnected'));
  await page.reload();
  await page.getByRole('alert').getByText('Le serveur est injoignable').waitFor();
  await page.unroute('**/v1/console/team**');
  await page.getByRole('button', { name: 'Réessayer' }).click();
  await member(page, 'Inès Vidal').waitFor();
});

describe.each(looks)('in %s at %i px (%s)', (colorScheme, width, locale) => {
  test('the page and its dialogs are accessible', async () => {
    const look = { colorScheme, locale, viewport: { width, height: 800 }, reducedMotion: 'reduce' as const };
    const page = await openTeam(owner, look);
    const found = await faultsHere(page, 'team');
    for (const open of ['invite', 'role', 'remove']) {
      await page.locator(`[data-do=${open}]`).last().click();
      await page.locator('dialog').waitFor();
      if (open === 'invite') {
        await page.locator('[data-do=make]').click();
        await page.locator('.copy-row').waitFor();
      }
      found.push(...(await faultsHere(page, open)));
      await page.keyboard.press('Escape');
      await page.locator('dialog').waitFor({ state: 'detached' });
    }
    expect(found).toEqual([]);
  });
});

describe('the page of mail', () => {
  /** A letter and an alert that could not go out. */
  async function leaveDead(): Promise<void> {
    const store = await openStore(app.storeUri);
    const at = new Date();
    const dead = {
      state: 'dead' as const,
      dueAt: at,
      attempts: 7,
      createdAt: at,
      doneAt: at,
      siteId: 'demo' as SiteId,
    };
    await store.letters.put([
      {
        ...dead,
        ...{ _id: 'key:confirm', personId: 'p1' as PersonId, key: 'key', to: 'lise@site.example', lang: 'fr' },
        ...{ what: { kind: 'confirm' }, error: '550 5.1.1 No such user' },
      },
    ]);
    const url = 'https://chat.example/hooks/a-secret';
    await store.webhookCalls.put({ ...dead, _id: 'alert:1', url, body: '{}', error: 'answered 410' });
    await store.close();
  }

  test('says what did not arrive and why; it is sent again or dropped, and stands in no moderator’s way', async () => {
    await leaveDead();
    const manner = { storageState: sessionOf(owner), reducedMotion: 'reduce' as const };
    const page = await openPage(browser, `${app.url}/console#mail`, manner);
    pages.push(page);
    const letter = page.locator('[data-dead="key:confirm"]');
    const call = page.locator('[data-dead="alert:1"]');
    await letter.getByText('550 5.1.1 No such user').waitFor();
    await letter.getByText('après 8 essais').waitFor();
    await call.getByText('answered 410').waitFor();
    expect(await page.content()).not.toContain('a-secret');
    await page.getByText('Cette démonstration garde ses messages').waitFor();
    expect(await faults(page)).toEqual([]);
    const counts = page.locator('.outbox').last().locator('[data-count]');
    await call.getByRole('button', { name: 'Écarter' }).click();
    await page.getByText('Écarté : chat.example').waitFor();
    await page.locator('h2:focus').waitFor();
    await until(async () => (await counts.allTextContents()).join() === '0,0,0,1', 'the numbers follow');
    await letter.getByRole('button', { name: 'Renvoyer' }).focus();
    await page.keyboard.press('Enter');
    await letter.waitFor({ state: 'detached' });
    await page.getByText('En attente d’un nouvel envoi : lise@site.example').waitFor();
    expect(page.complaints).toEqual([]);
    const other = await openTeam(await owner.invite('Lucie Faure'));
    expect(await other.getByRole('navigation').getByRole('link', { name: 'Courrier' }).count()).toBe(0);
  });
});

describe('the page of the sites', () => {
  const field = (page: Page, label: string): Locator => page.getByLabel(label, { exact: true });

  test('a site is made, told what is wrong with it, and opened to an origin that was refused', async () => {
    const as = { storageState: sessionOf(owner), reducedMotion: 'reduce' as const };
    const page = await openPage(browser, `${app.url}/console#sites`, as);
    pages.push(page);
    await page.getByRole('button', { name: 'Créer un site' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Nom').fill('L’Écho du Soir');
    expect(await dialog.getByLabel('Identifiant').inputValue()).toBe('l-echo-du-soir');
    await dialog.getByLabel('Origines autorisées').fill('ftp://non');
    await dialog.getByRole('button', { name: 'Créer' }).click();
    await dialog.getByText('n’est pas une origine').waitFor();
    expect(await faultsHere(page, 'refused')).toEqual([]);
    await dialog.getByLabel('Origines autorisées').fill('Echo.example/une');
    await dialog.getByRole('button', { name: 'Créer' }).click();
    await page.locator('.site code', { hasText: 'l-echo-du-soir' }).waitFor();
    expect(await field(page, 'Origines autorisées').inputValue()).toBe('https://echo.example');
    expect(await field(page, 'À placer dans les pages de vos articles').inputValue()).toContain(
      `${app.url}/widget/tribune.js"></script>\n<tribune-comments site="l-echo-du-soir"`,
    );
    const at = `${app.url}/v1/sites/l-echo-du-soir/comments?thread=une`;
    for (const path of [at, `${at}&limit=2`]) await fetch(path, { headers: { Origin: 'https://m.echo.example' } });
    await page.reload();
    await page.getByText('2 demandes, la dernière il y a').waitFor();
    await page.getByRole('button', { name: 'Autoriser https://m.echo.example' }).click();
    await page.getByRole('button', { name: 'Enregistrer' }).click();
    await page.getByText('Autorisées : https://m.echo.example').waitFor();
    expect((await fetch(at, { headers: { Origin: 'https://m.echo.example' } })).status).toBe(200);
    expect(await page.locator('[data-do=allow]').count()).toBe(0);
    expect(await faults(page)).toEqual([]);
  });

  test('a colleague is given some sites, and sees no others', async () => {
    const page = await openTeam(owner);
    await page.getByRole('button', { name: 'Inviter un collègue' }).click();
    await page.getByRole('radio', { name: 'Certains sites seulement' }).check();
    await page.getByRole('checkbox', { name: 'L’Écho du Soir' }).check();
    expect(await faultsHere(page, 'invitation for a site')).toEqual([]);
    await page.getByRole('button', { name: 'Créer le lien' }).click();
    const link = await page.getByLabel('Lien d’invitation').inputValue();
    const maud = await Moderator.redeem(app.url, 'Maud Colin', link.split('#invite=')[1] ?? '');
    await page.reload();
    await until(async () => (await roleOf(page, 'Maud Colin')) === 'modérateur sur L’Écho du Soir', 'her role is told');
    const hers = await openPage(browser, `${app.url}/console#sites`, { storageState: sessionOf(maud) });
    pages.push(hers);
    await hers.locator('.site code', { hasText: 'l-echo-du-soir' }).waitFor();
    expect(await hers.locator('.site-list').count()).toBe(0);
    expect(await field(hers, 'Nom').getAttribute('readonly')).not.toBeNull();
    expect(await hers.getByRole('button', { name: 'Créer un site' }).count()).toBe(0);
  });

  test('keys of its own accounts are made, shown once and changed, and a provider is checked before readers ask it', async () => {
    const as = { storageState: sessionOf(owner), reducedMotion: 'reduce' as const };
    const page = await openPage(browser, `${app.url}/console#sites=l-echo-du-soir`, as);
    pages.push(page);
    const dialog = page.getByRole('dialog');
    const does = (what: string): Locator => page.locator(`[data-do=${what}]`);
    await does('add-key').click();
    await does('make-key').click();
    const secret = await dialog.getByLabel('Secret', { exact: true }).inputValue();
    expect(secret).toMatch(/^[\w-]{43}$/);
    expect(await faultsHere(page, 'secret of a key')).toEqual([]);
    await does('kept').click();
    await page.getByRole('status').getByText('La clé est en service.').waitFor();
    expect(await page.content()).not.toContain(secret);
    await does('add-key').click();
    await dialog.getByLabel('Type').selectOption('EdDSA');
    await dialog.getByLabel('Clé publique').fill('{"kty": "OKP", "crv": "Ed25519", "x": "trop court"}');
    await does('make-key').click();
    await dialog.getByText('Ce n’est pas une clé publique').waitFor();
    await dialog.getByLabel('Clé publique').fill(`{"kty": "OKP", "crv": "Ed25519", "x": "${'A'.repeat(43)}"}`);
    await does('make-key').click();
    await does('kept').click();
    // Two are in force: the first is revoked before there can be another.
    await page.getByText('2 clés sont déjà en service').waitFor();
    await does('revoke-key').first().click();
    await does('revoke').click();
    await page.getByText('Révoquée par Inès Vidal').waitFor();
    await does('add-key').waitFor();

    await does('add-provider').click();
    await dialog.getByLabel('Nom', { exact: true }).fill('Ma Région');
    expect(await dialog.getByLabel('Identifiant', { exact: true }).inputValue()).toBe('ma-region');
    await dialog.getByLabel('Émetteur').fill('https://comptes.invalid');
    await does('check-provider').click();
    await dialog.getByRole('status').getByText('Impossible de le joindre').waitFor();
    expect(await faultsHere(page, 'provider')).toEqual([]);
    await dialog.getByLabel('Identifiant du client').fill('tribune');
    await does('save-provider').click();
    await page.getByText('Le fournisseur est enregistré.').waitFor();
    await does('drop-provider').click();
    await does('drop').click();
    await page.getByText('Le fournisseur est retiré.').waitFor();
    expect(await faults(page)).toEqual([]);
  });

  test('unsaved changes are asked about on the way to another page, and a site is removed by who shows that it is them', async () => {
    const as = { storageState: sessionOf(owner), reducedMotion: 'reduce' as const };
    const page = await openPage(browser, `${app.url}/console#sites=l-echo-du-soir`, as);
    pages.push(page);
    const dialog = page.getByRole('dialog');
    await page.locator('.site code', { hasText: 'l-echo-du-soir' }).waitFor();
    await page.getByText('Fermez d’abord le site').waitFor();
    await page
      .getByRole('switch', { name: 'Fermé' })
      .or(page.getByRole('checkbox', { name: 'Fermé' }))
      .click();
    await page.getByRole('navigation').getByRole('link', { name: 'Équipe' }).click();
    await dialog.getByRole('button', { name: 'Continuer' }).click();
    await page.getByRole('link', { name: 'Le Courrier de Vaubrune' }).click();
    await dialog.getByRole('button', { name: 'Continuer' }).click();
    await page.getByRole('button', { name: 'Enregistrer' }).click();
    await page.locator('[data-do=remove-site]').click();
    await dialog.getByLabel('Nom du site').fill('Un autre');
    // It is long ago that the owner signed in.
    const connection = await mongoose.createConnection(app.storeUri).asPromise();
    await connection
      .collection('grants')
      .updateMany({ kind: 'session', subjectId: owner.view.id }, { $set: { provenAt: new Date(0) } });
    await connection.close();
    const ask = async (): Promise<unknown> =>
      (await owner.ask<{ code?: string }>('POST', routes.accountTotp)).body.code;
    await until(async () => (await ask()) === 'proof-required', 'the proof is felt to be old');
    await page.locator('[data-do=remove-for-good]').click();
    const proof = page.getByRole('dialog', { name: 'Confirmez que c’est bien vous' });
    await proof.waitFor();
    expect(await faultsHere(page, 'proof')).toEqual([]);
    await proof.locator('[name=proof]').fill('faux mot de passe');
    await proof.locator('[data-do=prove]').click();
    await proof.getByRole('alert').getByText('mot de passe').waitFor();
    await proof.locator('[name=proof]').fill('correct horse battery');
    await proof.locator('[data-do=prove]').click();
    await dialog.getByRole('alert').getByText('Ce n’est pas le nom du site.').waitFor();
    await dialog.getByLabel('Nom du site').fill('L’Écho du Soir');
    await page.locator('[data-do=remove-for-good]').click();
    await page.locator('.site-removals').getByText('L’Écho du Soir').waitFor();
    await page.locator('.site-list').or(page.locator('.site')).first().waitFor();
    expect(await page.locator('.site-list', { hasText: 'L’Écho du Soir' }).count()).toBe(0);
    expect(await faults(page)).toEqual([]);
  });
});

test('a second factor is required of everybody, set up at the door, and taken away from who has lost it', async () => {
  const code = (secret: string): string => new TOTP({ secret }).generate();
  const { secret } = (await owner.ask<TotpOffer>('POST', routes.accountTotp)).body;
  await owner.ask('POST', routes.accountTotpConfirm, { body: { code: code(secret) } });
  const page = await openTeam(owner, { reducedMotion: 'reduce' });
  const required = page.getByRole('checkbox', { name: 'Second facteur pour tout le monde' });
  await required.click();
  await page.getByText('Inès Vidal a exigé un second facteur').waitFor();

  const lou = await openPage(browser, `${app.url}/console#invite=${await owner.inviteCode()}`);
  pages.push(lou);
  await lou.getByLabel('Nom', { exact: true }).fill('Lou Marchand');
  await lou.getByLabel('Mot de passe', { exact: true }).fill('correct horse battery');
  await lou.locator('[type=submit]').click();
  await lou.getByText('Votre équipe exige un second facteur').waitFor();
  const theirs = ((await lou.locator('.totp-secret').textContent()) ?? '').replaceAll(' ', '');
  expect(await faultsHere(lou, 'set-up at the door')).toEqual([]);
  await lou.locator('[name=code]').fill(code(theirs));
  await lou.locator('[data-do=confirm-code]').click();
  await lou.locator('[data-do=kept]').click();
  await lou.getByRole('heading', { name: 'Tout est traité' }).waitFor();

  await page.reload();
  await member(page, 'Lou Marchand').getByText('Avec second facteur').waitFor();
  await member(page, 'Lou Marchand').locator('[data-do=reset]').click();
  await page.getByRole('dialog').locator('[data-do=reset]').click();
  await page.getByText('Lou Marchand se connecte désormais avec le mot de passe seul.').waitFor();
  await member(page, 'Lou Marchand').getByText('Sans second facteur').waitFor();
  await required.click();
  await page.getByText('Inès Vidal a cessé d’exiger un second facteur').waitFor();
  expect(await faults(page)).toEqual([]);
});
