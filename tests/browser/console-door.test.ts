import { describe, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { openPage } from '../support/browser.ts';
import { request } from '../support/client.ts';
import { routes } from '../../shared/routes.ts';
import { app, browser } from '../support/stage.ts';

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

  test('the page is never framed, and runs nothing of its own in line', async () => {
    const { headers } = await request<string>(app.url + routes.console, 'GET');
    const policy = headers.get('content-security-policy') ?? '';
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).toContain("require-trusted-types-for 'script'");
    expect(policy).not.toContain('unsafe');
  });
});
