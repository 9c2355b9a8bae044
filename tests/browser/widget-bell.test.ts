import { beforeAll, describe, expect, test } from '@jest/globals';
import type { Page, WebSocketRoute } from 'playwright-core';
import { Moderator, Reader } from '../support/client.ts';
import { bootApp } from '../support/app.ts';
import { TestSmtp } from '../support/smtp.ts';
import { until } from '../support/until.ts';
import { comment, openWidget, remember, write } from '../support/widget-page.ts';
import { app, browser } from '../support/stage.ts';

let moderator: Moderator;

beforeAll(async () => {
  moderator = await Moderator.redeem(app.url, 'Modératrice', (await app.app.setupCode()) ?? '');
});

/** A remembered reader who asked something, and somebody who may answer. */
async function asked(thread: string) {
  const page = await openWidget(browser, { url: app.url, thread });
  await write(page, 'Qui me répond ?', 'Nadia');
  await comment(page, 'Qui me répond ?').waitFor();
  await remember(page);
  const karim = await Reader.guest(app.url, 'Karim', thread);
  const parentId: string = (await karim.page()).body.items[0]?.root.id ?? '';
  return { page, karim, parentId };
}

const bell = (page: Page, words: string) => page.getByRole('button', { name: words, exact: true });

describe('the bell', () => {
  test('counts a reply at once in every tab, leads to it, and is read for all', async () => {
    const { page, karim, parentId } = await asked('bell');
    const second = await page.context().newPage();
    await second.goto(`${app.url}/demo`);
    await bell(second, 'Notifications').waitFor();
    await karim.post('Moi, tout de suite', { parentId });
    await Promise.all([page, second].map((tab) => bell(tab, 'Notifications, 1 non lue').waitFor()));
    await bell(page, 'Notifications, 1 non lue').click();
    await page.getByRole('button', { name: /Karim vous a répondu/ }).click();
    await page.locator('article.marked:focus').getByText('Moi, tout de suite').waitFor();
    await Promise.all([page, second].map((tab) => bell(tab, 'Notifications').waitFor()));
    await page.context().close();
  });

  test('rings below the fold, too, and tells a reader who was away on their return', async () => {
    const { page, karim, parentId } = await asked('away');
    const context = page.context();
    const elsewhere = await context.newPage();
    await page.close();
    await karim.post('Pendant votre absence', { parentId });
    await app.app.settled();
    // The demo's comments are a long way down.
    await elsewhere.goto(`${app.url}/demo`);
    await bell(elsewhere, 'Notifications, 1 non lue').waitFor();
    expect(await elsewhere.evaluate(() => scrollY)).toBe(0);
    await karim.post('Et encore une', { parentId });
    await bell(elsewhere, 'Notifications, 2 non lues').waitFor();
    await context.close();
  });

  test('is silent about a held reply until it is approved, and has what came while the line was cut, once', async () => {
    const { page, karim, parentId } = await asked('held-reply');
    let cut = false;
    const lines: WebSocketRoute[] = [];
    await page.routeWebSocket(/socket\.io/, (socket) => {
      if (cut) return void socket.close();
      socket.connectToServer();
      lines.push(socket);
    });
    await page.reload();
    await bell(page, 'Notifications').waitFor();
    const held = (await karim.post('Personne, connard', { parentId })).body;
    expect(held.state).toBe('held');
    await karim.post('Moi, volontiers', { parentId });
    await bell(page, 'Notifications, 1 non lue').click();
    await page.locator('.inbox').getByText('Moi, volontiers').waitFor();
    expect(await page.locator('.inbox li').count()).toBe(1);
    const card = (await moderator.queue()).body.items.find(({ id }) => id === held.id);
    await moderator.decide(held.id, { action: 'approve', expectedV: card?.v ?? 0, expectedRev: card?.rev ?? 0 });
    await page.locator('.inbox').getByText('Personne, connard').waitFor();
    await bell(page, 'Notifications, 2 non lues').waitFor();
    cut = true;
    await Promise.all(lines.map((line) => line.close()));
    await karim.post('Pendant la coupure', { parentId });
    await app.app.settled();
    cut = false;
    await page.locator('.inbox').getByText('Pendant la coupure').waitFor();
    await bell(page, 'Notifications, 3 non lues').waitFor();
    expect(await page.locator('.inbox li').count()).toBe(3);
    await page.context().close();
  });
});

describe('whoever wants to be told of something', () => {
  const wish = (page: Page, words: string) => page.getByRole('checkbox', { name: words });

  test('asks for it by keyboard before they have written, hears of it, and stops it where it says so', async () => {
    const page = await openWidget(browser, {
      ...{ url: app.url, thread: 'wishes' },
      elements: '<tribune-comments site="demo" thread="wishes" title-count></tribune-comments>',
      before: () => {
        const seen: number[] = [];
        const setAppBadge = (count: number) => Promise.resolve(void seen.push(count));
        Object.assign(window, { badges: seen });
        Object.assign(navigator, { setAppBadge });
      },
    });
    const badge = () => page.evaluate(() => (window as unknown as { badges: number[] }).badges.at(-1));
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    const button = page.getByRole('button', { name: 'Me prévenir…' });
    await button.focus();
    expect(asked.filter((url) => /subscribe|guests/.test(url))).toEqual([]);
    await page.keyboard.press('Enter');
    await wish(page, 'Me prévenir de chaque nouveau commentaire').waitFor();
    expect(asked.filter((url) => url.includes('guests'))).toEqual([]);
    const told = page.locator('tribune-comments').evaluate(
      (element) =>
        new Promise((resolve) => {
          element.addEventListener('tribune:subscribed', (event) => resolve((event as CustomEvent).detail));
        }),
    );
    await page.keyboard.press('Tab');
    await page.keyboard.press('Space');
    const holds = page.getByText('Chaque nouveau commentaire de cette discussion vous est signalé.', { exact: false });
    await page.locator('.holds').waitFor();
    expect(await told).toEqual({ kind: 'thread', active: true });
    await wish(page, 'Me prévenir des réponses à mes commentaires').press('Space');
    await page.locator('.holds p:nth-child(2)').waitFor();
    await page.keyboard.press('Escape');
    expect(await button.evaluate((it) => (it.getRootNode() as ShadowRoot).activeElement === it)).toBe(true);

    const karim = await Reader.guest(app.url, 'Karim', 'wishes');
    await karim.post('Du nouveau à la halle');
    await bell(page, 'Notifications, 1 non lue').click();
    expect([await page.title(), await badge()]).toEqual(['(1)\u00a0Article', 1]);
    await page.getByRole('button', { name: /Karim a écrit dans une discussion que vous suivez/ }).click();
    await page.locator('article.marked:focus').getByText('Du nouveau à la halle').waitFor();
    await until(async () => (await page.title()) === 'Article', 'nothing is unread');
    expect(await badge()).toBe(0);

    // What holds is told to the page on every visit.
    await page.setViewportSize({ width: 320, height: 900 });
    await page.reload();
    await holds.first().waitFor();
    const place = () => page.locator('.list').evaluate((element) => element.getBoundingClientRect().top);
    const before = await place();
    await page.getByRole('button', { name: 'Arrêter' }).first().press('Enter');
    await page.locator('.holds p:nth-child(2)').waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'Arrêter' }).press('Enter');
    await page.locator('.holds').waitFor({ state: 'detached' });
    // Nothing has moved by its coming, nor does by its going.
    expect(await place()).toBe(before);
    expect(await button.evaluate((it) => (it.getRootNode() as ShadowRoot).activeElement === it)).toBe(true);
    await button.press('Enter');
    await wish(page, 'Me prévenir de chaque nouveau commentaire').waitFor();
    expect(await wish(page, 'Me prévenir de chaque nouveau commentaire').isChecked()).toBe(false);
    expect(page.reports).toEqual([]);
    await page.context().close();
  });

  test('follows somebody from a comment of theirs, mutes them, and takes both back in their own space', async () => {
    const karim = await Reader.guest(app.url, 'Karim', 'follows');
    await karim.post('Je suis pour');
    const page = await openWidget(browser, { url: app.url, thread: 'follows' });
    const others = page.getByRole('button', { name: 'Autres choix pour le commentaire de Karim' });
    const tab = page.getByRole('tab', { name: 'Mes abonnements' });
    const own = async () => {
      await page.getByRole('button', { name: 'Mon espace' }).click();
      await tab.click();
    };
    await others.click();
    const follow = wish(page, 'Me prévenir de chaque commentaire de Karim');
    await Promise.all([page.waitForResponse((answer) => answer.request().method() === 'PUT'), follow.check()]);
    await karim.send({ thread: { key: 'follows-elsewhere' }, author: { name: 'Karim' }, text: 'Et je le reste' });
    await bell(page, 'Notifications, 1 non lue').waitFor();
    await own();
    await page.getByRole('dialog').getByText('Chaque commentaire de Karim vous est signalé.').waitFor();
    await page.getByRole('dialog').getByRole('button', { name: 'Arrêter' }).click();
    await page.getByRole('dialog').getByText('Vous ne suivez rien').waitFor();
    await page.keyboard.press('Escape');

    await page.getByRole('button', { name: 'Ne plus voir les commentaires de Karim' }).click();
    const veiled = page.getByRole('article', { name: 'Commentaire d’une personne que vous ne lisez plus' });
    await page.locator('article.veiled:focus').waitFor();
    expect(await comment(page, 'Je suis pour').count()).toBe(0);
    await page.reload();
    await veiled.getByRole('button', { name: 'Afficher' }).click();
    await page.locator('article:focus').getByText('Je suis pour').waitFor();
    await page.reload();
    await veiled.waitFor();
    await own();
    await page.getByRole('button', { name: 'Revoir les commentaires de Karim' }).click();
    await page.getByRole('button', { name: 'Fermer' }).click();
    await comment(page, 'Je suis pour').waitFor();
    await page.context().close();
  });

  test('is written to once they have confirmed their address, until one click stops it, and reads where it refused', async () => {
    const smtp = await TestSmtp.start();
    let ahead = 0;
    const service = await bootApp(
      { SMTP_URL: smtp.url, MAIL_FROM: 'courrier@gazette.example' },
      { now: () => new Date(Date.now() + ahead) },
    );
    try {
      const page = await openWidget(browser, { url: service.url, thread: 'mailed' });
      const arrived = (n: number) => until(() => smtp.shown[n - 1], `mail ${n} has come`);
      const linkIn = async (n: number): Promise<string> =>
        /http\S+\/mail\/\S+/.exec((await arrived(n)).text)?.[0] ?? '';
      await write(page, 'Qui me répond ?', 'Nadia');
      await comment(page, 'Qui me répond ?').waitFor();
      const karim = await Reader.guest(service.url, 'Karim', 'mailed');
      const parentId: string = (await karim.page()).body.items[0]?.root.id ?? '';
      const answer = async (text: string) => {
        await karim.post(text, { parentId });
        await service.app.settled();
        ahead += 9000;
      };

      await page.getByRole('button', { name: 'Me prévenir…' }).click();
      await wish(page, 'Me prévenir des réponses à mes commentaires').check();
      await wish(page, 'M’écrire aussi par e-mail').check();
      const address = page.getByRole('textbox', { name: 'Adresse e-mail' });
      const puts: string[] = [];
      page.on('request', (request) => void (request.url().endsWith('/me/mail') && puts.push(request.method())));
      // What the service would refuse is not sent to it.
      for (const none of [
        'nadia@journal',
        '"nadia"@journal.example',
        'nadia@127.0.0.1',
        'nadia@journal.example,b@c.example',
      ]) {
        await address.fill(none);
        await address.press('Enter');
        await page.locator('.address [aria-invalid=true]').waitFor();
      }
      expect(puts).toEqual([]);
      await address.fill('nadia@journal.example');
      await address.press('Enter');
      await page.locator('.address').getByText('Un message est parti à').waitFor();

      const letter = await page.context().newPage();
      await letter.goto(await linkIn(1));
      await letter.getByRole('button', { name: 'Confirmer cette adresse' }).click();
      await letter.getByRole('heading', { name: 'Votre adresse est confirmée' }).waitFor();
      await answer('Moi, volontiers');
      const told = await arrived(2);
      expect([told.to, told.headers.get('subject')]).toEqual([
        'nadia@journal.example',
        expect.stringMatching(/^Karim a répondu à votre commentaire/),
      ]);
      expect(told.headers.get('list-unsubscribe-post')).toBe('List-Unsubscribe=One-Click');
      const stop = /^<(.*)>$/.exec(told.headers.get('list-unsubscribe') ?? '')?.[1] ?? '';
      const body = new URLSearchParams({ 'List-Unsubscribe': 'One-Click' });
      expect((await fetch(stop, { method: 'POST', body })).status).toBe(200);
      await answer('Et moi aussi');

      // Asked for again, and refused by the mail server this time.
      await page.reload();
      await bell(page, 'Notifications, 2 non lues').waitFor();
      await page.getByRole('button', { name: 'Me prévenir…' }).click();
      await wish(page, 'M’écrire aussi par e-mail').check();
      await page.locator('.address').getByText('Vos e-mails sont envoyés à').waitFor();
      smtp.manner = () => ({ rcpt: '550 5.1.1 No such user' });
      await answer('Et un troisième');
      const settings = /Choisir les e-mails que vous recevez\s+(http\S+)/.exec(told.text)?.[1] ?? '';
      await letter.goto(settings);
      // Its "e-mails" have a hyphen at which no line breaks.
      const refused = letter.getByText('Cette adresse a refusé nos');
      await until(async () => {
        await letter.reload();
        return (await refused.count()) === 1;
      }, 'the page says that the address refused');
      await page.reload();
      await page.locator('.holds').getByText('nous reviennent').waitFor();
      await page.getByRole('button', { name: 'Me prévenir…' }).click();
      await page.locator('.address').getByText('a refusé nos e-mails').waitFor();
      smtp.manner = () => 'take';
      await page.getByRole('button', { name: 'Essayer de nouveau' }).click();
      await page.locator('.address').getByText('Un message est parti à').waitFor();
      await arrived(3);
      expect(smtp.shown.map(({ headers }) => headers.get('subject')?.split(' ')[0])).toEqual([
        ...['Confirmez', 'Karim', 'Confirmez'],
      ]);
      expect(page.reports).toEqual([]);
      await page.context().close();
    } finally {
      await service.close();
      await smtp.close();
    }
  });
});
