import { describe, expect, test } from '@jest/globals';
import type { CDPSession, Page } from 'playwright-core';
import { TOTP } from 'otpauth';
import { faults, faultsHere } from '../support/axe.ts';
import { openPage } from '../support/browser.ts';
import { request } from '../support/client.ts';
import { tribune } from '../support/command.ts';
import { routes } from '../../shared/routes.ts';
import { app, browser } from '../support/stage.ts';
import { until } from '../support/until.ts';
import { watchReports } from '../support/widget-page.ts';

const PASSWORD = 'correct horse battery';

async function fillIn(page: Page, name: string, password: string): Promise<void> {
  await page.getByLabel('Nom', { exact: true }).fill(name);
  await page.getByLabel('Mot de passe', { exact: true }).fill(password);
  await page.locator('[type=submit]').click();
}

describe('the door of the console', () => {
  let owner: Page;

  test('the first start’s link asks before it acts, and the code leaves the address', async () => {
    const link = `${app.url}/console#setup=${(await app.app.setupCode()) ?? ''}`;
    owner = await openPage(browser, link);
    await owner.getByRole('heading', { name: 'Installer Tribune' }).waitFor();
    const again = await openPage(browser, link);
    await again.getByRole('heading', { name: 'Installer Tribune' }).waitFor();

    await fillIn(owner, 'Inès Vidal', 'short');
    await owner.getByText('Au moins 12 caractères, s’il vous plaît.').waitFor();
    await fillIn(owner, 'Inès Vidal', PASSWORD);
    await owner.getByRole('heading', { name: 'Tout est traité' }).waitFor();
    expect(owner.url()).toBe(`${app.url}/console`);

    await fillIn(again, 'Quelqu’un', PASSWORD);
    await again.getByRole('alert').getByText('Ce lien a déjà servi ou a expiré').waitFor();
    await again.context().close();

    const late = await openPage(browser, link);
    await late.getByRole('heading', { name: 'Ce lien a déjà servi' }).waitFor();
    expect(await late.locator('form').count()).toBe(0);
    await late.getByRole('button', { name: 'Aller à la connexion' }).click();
    await late.getByRole('heading', { name: 'Connexion' }).waitFor();
    expect(late.url()).toBe(`${app.url}/console`);
    await late.context().close();
  });

  test('says that name or password is wrong, and lets in who knows them', async () => {
    const page = await openPage(browser, `${app.url}/console`);
    await fillIn(page, 'Inès Vidal', 'not the password');
    await page.getByRole('alert').getByText('Le nom ou le mot de passe est incorrect.').waitFor();
    await fillIn(page, 'Inès Vidal', PASSWORD);
    await page.getByRole('heading', { name: 'Tout est traité' }).waitFor();
    await page.reload();
    await page.getByRole('heading', { name: 'Tout est traité' }).waitFor();

    await page.getByRole('button', { name: 'Inès Vidal propriétaire' }).click();
    await page.getByRole('button', { name: 'Se déconnecter' }).click();
    await page.getByRole('heading', { name: 'Connexion' }).waitFor();
    await page.reload();
    await page.getByRole('heading', { name: 'Connexion' }).waitFor();
    expect(await page.context().cookies()).toEqual([]);
    await page.context().close();
  });

  test('an owner invites a colleague by a link that works once; a moderator may not invite', async () => {
    await owner.getByRole('link', { name: 'Équipe' }).click();
    await owner.getByRole('button', { name: 'Inviter un collègue' }).click();
    await owner.getByRole('button', { name: 'Créer le lien' }).click();
    const link = await owner.getByLabel('Lien d’invitation').inputValue();
    await owner.keyboard.press('Escape');
    await owner.locator('dialog').waitFor({ state: 'detached' });

    const colleague = await openPage(browser, link);
    await colleague.getByRole('heading', { name: 'Rejoindre la modération' }).waitFor();
    await fillIn(colleague, 'Noé Garnier', PASSWORD);
    await colleague.getByRole('button', { name: 'Noé Garnier modérateur' }).click();
    await colleague.getByRole('button', { name: 'Se déconnecter' }).waitFor();
    await colleague.getByRole('link', { name: 'Équipe' }).click();
    await colleague.locator('.member').first().waitFor();
    expect(await colleague.getByRole('button', { name: 'Inviter un collègue' }).count()).toBe(0);
    expect(colleague.complaints).toEqual([]);
    await colleague.context().close();
  });

  test('an owner who has lost everything comes back by a link from the machine, with a new password', async () => {
    const { out } = await tribune('team', 'rescue', 'Inès Vidal', '--uri', app.storeUri, '--url', app.url);
    const page = await openPage(browser, out.trim());
    await page.getByRole('heading', { name: 'Revenir dans la console' }).waitFor();
    const field = page.getByLabel('Nouveau mot de passe');
    await field.fill('trop court');
    await page.locator('[data-do=rescue]').click();
    await page.locator('[name=password][aria-invalid=true]:focus').waitFor();
    await page.getByText('Au moins 12 caractères, s’il vous plaît.').waitFor();
    expect(await faultsHere(page, 'rescue')).toEqual([]);
    await field.fill('une phrase toute neuve');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Tout est traité' }).waitFor();
    expect(page.url()).toBe(`${app.url}/console`);
    // Whoever had her old sessions is out.
    await owner.reload();
    await owner.getByRole('heading', { name: 'Connexion' }).waitFor();
    const late = await openPage(browser, out.trim());
    await late.getByRole('heading', { name: 'Ce lien a déjà servi' }).waitFor();
    await Promise.all([page, late].map((one) => one.context().close()));
  });

  test('the page is never framed, and runs nothing of its own in line', async () => {
    const { headers } = await request<string>(app.url + routes.console, 'GET');
    const policy = headers.get('content-security-policy') ?? '';
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).toContain("require-trusted-types-for 'script'");
    expect(policy).not.toContain('unsafe');
    // What a browser has to say of it: nothing, until something is done that it must refuse.
    for (const [at, shown] of [
      [routes.console, '.door h1'],
      [routes.demo, 'tribune-comments .heading'],
      [routes.apiReference, 'h1'],
    ] as const) {
      const page = await openPage(browser, 'about:blank');
      const reports = await watchReports(page);
      await page.goto(app.url + at);
      await page.locator(shown).first().waitFor();
      // Nobody has signed in yet.
      const faults = page.complaints.filter((complaint) => !complaint.includes('status of 401'));
      expect([at, reports, faults]).toEqual([at, [], []]);
      const inject = page.evaluate(() => void (document.body.innerHTML = '<img src=x onerror=alert(1)>'));
      await expect(inject).rejects.toThrow(/TrustedHTML/);
      await until(() => reports.some((report) => report.startsWith('require-trusted-types-for')), 'it is reported');
      await page.context().close();
    }
  });
});

describe('the page Account', () => {
  // Browsers give passkeys to names, not to numbers.
  const home = (): string => app.url.replace('127.0.0.1', 'localhost');
  const refused = /status of (401|403|410|422)/;
  let page: Page & { complaints: string[] };
  let keys: CDPSession;
  let secret = '';
  let codes: string[] = [];
  const found: string[] = [];

  /** An authenticator that agrees to everything it is asked. */
  async function plugIn(): Promise<void> {
    await keys.send('WebAuthn.enable');
    await keys.send('WebAuthn.addVirtualAuthenticator', {
      options: {
        ...{ protocol: 'ctap2', transport: 'internal', hasResidentKey: true, hasUserVerification: true },
        ...{ isUserVerified: true, automaticPresenceSimulation: true },
      },
    });
  }
  const button = (does: string): ReturnType<Page['locator']> => page.locator(`[data-do=${does}]`).last();
  const signOut = async (): Promise<void> => {
    await page.locator('.menu-button').click();
    await page.getByRole('button', { name: 'Se déconnecter' }).click();
    await page.getByRole('heading', { name: 'Connexion' }).waitFor();
  };
  const openAccount = async (): Promise<void> => {
    await page.locator('.menu-button').click();
    await page.getByRole('link', { name: 'Compte' }).click();
    await page.locator('#page-title:focus', { hasText: 'Compte' }).waitFor();
    await page.locator('.account-part').first().waitFor();
  };

  test('sets up an authenticator app by a code of it, and shows the recovery codes once', async () => {
    page = await openPage(browser, `${home()}/console`, { reducedMotion: 'reduce' });
    keys = await page.context().newCDPSession(page);
    await plugIn();
    await fillIn(page, 'Noé Garnier', PASSWORD);
    await openAccount();
    await button('totp').press('Enter');
    secret = ((await page.locator('.totp-secret').textContent()) ?? '').replaceAll(' ', '');
    found.push(...(await faultsHere(page, 'authenticator app')));
    await page.locator('[name=code]').fill('000000');
    await page.keyboard.press('Enter');
    await page.getByRole('alert').getByText('Ce code est incorrect').waitFor();
    await page.locator('[name=code]').fill(new TOTP({ secret }).generate());
    await page.keyboard.press('Enter');
    await page.locator('.recovery-codes:focus').waitFor();
    codes = await page.locator('.recovery-codes li').allTextContents();
    expect(new Set(codes).size).toBe(10);
    found.push(...(await faultsHere(page, 'recovery codes')));
    await button('kept').click();
    await page.getByRole('status').getByText('est configurée').waitFor();
    await page.getByText('Il en reste 10').waitFor();
  });

  test('adds a passkey, which lets in alone and beside the password', async () => {
    await button('passkey').click();
    await page.locator('[name=passkey]').fill('Portable du bureau');
    await page.keyboard.press('Enter');
    await page.locator('.account-list', { hasText: 'Portable du bureau' }).waitFor();
    await page.locator('dialog').waitFor({ state: 'detached' });
    found.push(...(await faults(page)));
    await page.setViewportSize({ width: 1280, height: 900 });
    await signOut();
    await button('enter-by-passkey').click();
    await page.locator('.menu-button').waitFor();
    await signOut();
    await fillIn(page, 'Noé Garnier', PASSWORD);
    await page.locator('[data-do=passkey]:focus').waitFor();
    found.push(...(await faultsHere(page, 'second step')));
    await page.keyboard.press('Enter');
    await page.locator('.menu-button').waitFor();
    await signOut();
  });

  test('lets in by a recovery code, and says how many are left', async () => {
    await fillIn(page, 'Noé Garnier', PASSWORD);
    await page.locator('[data-way=recovery-code]').click();
    await page.locator('[name=code]:focus').fill('abcd-efgh-jkmn');
    await page.keyboard.press('Enter');
    await page.getByRole('alert').getByText('Ce code est incorrect ou a déjà servi').waitFor();
    await page.locator('[name=code]').fill(codes[0] ?? '');
    await page.keyboard.press('Enter');
    await page.getByRole('status').getByText('Il vous en reste 9').waitFor();
    await button('go-on').click();
    await openAccount();
  });

  test('ends a session elsewhere, which asks to sign in again, and removes what is not wanted any more', async () => {
    const other = await openPage(browser, `${home()}/console`);
    await fillIn(other, 'Noé Garnier', PASSWORD);
    await other.locator('[data-way=recovery-code]').click();
    await other.locator('[name=code]:focus').fill(codes[1] ?? '');
    await other.keyboard.press('Enter');
    await other.locator('[data-do=go-on]').click();
    await other.locator('.connection.live').waitFor();
    await page.reload();
    await page.locator('.account-list .chip', { hasText: 'cette session' }).waitFor();
    await button('end-others').click();
    await page.getByRole('status').getByText('Toutes vos autres sessions ont pris fin.').waitFor();
    await other.getByRole('dialog', { name: 'Veuillez vous reconnecter' }).waitFor();
    await other.context().close();
    await page.locator('[data-do=drop-passkey]').click();
    await button('remove').click();
    await page.getByRole('status').getByText('La clé d’accès est retirée.').waitFor();
    expect(found).toEqual([]);
    expect(page.complaints.filter((complaint) => !refused.test(complaint))).toEqual([]);
    await page.context().close();
  });
});
