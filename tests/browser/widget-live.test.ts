import { beforeAll, describe, expect, test } from '@jest/globals';
import type { WebSocketRoute } from 'playwright-core';
import { path, routes } from '../../shared/routes.ts';
import type { SiteModeration } from '../../shared/site-moderation.ts';
import { Moderator, Reader, SITE } from '../support/client.ts';
import { until } from '../support/until.ts';
import {
  comment,
  HOST_POLICY,
  openWidget,
  reveal,
  shiftsOn,
  watchShifts,
  write,
  writeAnyway,
} from '../support/widget-page.ts';
import { app, browser } from '../support/stage.ts';

let moderator: Moderator;

beforeAll(async () => {
  moderator = await Moderator.redeem(app.url, 'Modératrice', (await app.app.setupCode()) ?? '');
});

/** A reader who looks at a thread with the live part running. */
async function watch(thread: string) {
  const page = await openWidget(browser, { url: app.url, thread });
  await page.locator('.tribune [role=status]').waitFor({ state: 'attached' });
  return page;
}

/** Decides what is held in a thread. */
async function decide(
  id: string,
  verdict: { action: 'approve' } | { action: 'refuse'; codes: ['spam'] },
): Promise<void> {
  const { body } = await moderator.queue();
  const card = body.items.find((item) => item.id === id);
  if (card === undefined) throw new Error('not in the queue');
  const { status } = await moderator.decide(id, { ...verdict, expectedV: card.v, expectedRev: card.rev });
  expect(status).toBe(200);
}

const heldId = async (page: Awaited<ReturnType<typeof watch>>): Promise<string> => {
  const id = await page.locator('article.held').getAttribute('id');
  return id?.replace('tribune-', '') ?? '';
};

describe('a reader who looks on', () => {
  test('sees comments, replies, counts and reactions come without a reload', async () => {
    const [one, two] = await Promise.all([watch('live'), watch('live')]);
    await two.getByText('Soyez le premier à commenter !').waitFor();
    await write(one, 'Premier mot', 'Nadia');
    await comment(two, 'Premier mot').waitFor();
    await two.getByRole('heading', { name: '1 commentaire', exact: true }).waitFor();
    expect(await two.getByText('Soyez le premier à commenter !').count()).toBe(0);
    await two.getByRole('button', { name: 'Répondre à Nadia' }).click();
    await write(two.locator('ol[part=list]'), 'Et un deuxième', 'Karim');
    const nested = one.locator('ol[part=list] > li > ol > li', { hasText: 'Et un deuxième' });
    await nested.waitFor();
    await one.getByRole('button', { name: '1 réponse', exact: true }).click();
    await nested.waitFor({ state: 'detached' });
    await one.getByRole('button', { name: 'J’aime', exact: true }).click();
    await two.getByText('1 personne aime cet article').waitFor({ state: 'attached' });
    expect(await two.getByRole('button', { name: 'J’aime', exact: true }).getAttribute('aria-pressed')).toBe('false');
    await Promise.all([one.context().close(), two.context().close()]);
  });

  test('is not moved while writing: new comments wait behind the bar', async () => {
    const page = await watch('busy');
    const karim = await Reader.guest(app.url, 'Karim', 'busy');
    await page.locator('textarea').click();
    await page.keyboard.type('Je réfléchis');
    const { id } = (await karim.post('Une nouvelle')).body;
    await page.getByRole('button', { name: 'Afficher 1 nouveau commentaire' }).waitFor();
    expect(await comment(page, 'Une nouvelle').count()).toBe(0);
    await page.locator('[role=status]', { hasText: '1 nouveau commentaire' }).waitFor({ state: 'attached' });
    await page.locator('textarea:focus').waitFor();
    // An answer to it waits with it, and counts.
    await karim.post('Et sa suite', { parentId: id });
    await page.getByRole('button', { name: 'Afficher 2 nouveaux commentaires' }).click();
    await page.locator('article:focus').getByText('Une nouvelle').waitFor();
    await comment(page, 'Et sa suite').waitFor();
    await page.context().close();
  });

  test('is not moved while reading: nothing is put above comments in view, but below the window it is', async () => {
    const page = await watch('still');
    const karim = await Reader.guest(app.url, 'Karim', 'still');
    await karim.post('Première lecture');
    await comment(page, 'Première lecture').waitFor();
    const place = async () => (await comment(page, 'Première lecture').boundingBox())?.y;
    const before = await place();
    await karim.post('Pendant la lecture');
    await page.getByRole('button', { name: 'Afficher 1 nouveau commentaire' }).waitFor();
    expect(await place()).toBe(before);
    await page.setViewportSize({ width: 1280, height: 200 });
    await page.evaluate(() => scrollTo(0, 0));
    await karim.post('Hors de vue');
    await comment(page, 'Hors de vue').waitFor();
    await page.context().close();
  });

  test('misses nothing while the connection is broken', async () => {
    const page = await watch('broken');
    let cut = false;
    const open: WebSocketRoute[] = [];
    await page.routeWebSocket(/socket\.io/, (socket) => {
      if (cut) return void socket.close();
      socket.connectToServer();
      open.push(socket);
    });
    await page.reload();
    const karim = await Reader.guest(app.url, 'Karim', 'broken');
    await until(() => open.length > 0, 'the page connects');
    await karim.post('Avant la coupure');
    await comment(page, 'Avant la coupure').waitFor();
    cut = true;
    await Promise.all(open.map((socket) => socket.close()));
    await karim.post('Pendant la coupure');
    await app.app.settled();
    expect(await comment(page, 'Pendant la coupure').count()).toBe(0);
    cut = false;
    await reveal(page);
    await comment(page, 'Pendant la coupure').waitFor();
    expect(await page.locator('article.comment').count()).toBe(2);
    await page.context().close();
  });
});

describe('a handshake that is refused', () => {
  /** The first packets of the service: it opens the line, and refuses who knocks. */
  const OPEN = '0{"sid":"s","upgrades":[],"pingInterval":25000,"pingTimeout":20000,"maxPayload":100000}';
  const REFUSAL = '44{"message":"store-unavailable","data":{"code":"store-unavailable","status":503}}';

  test('is tried again until the service can answer', async () => {
    const page = await openWidget(browser, { url: app.url, thread: 'refused-once' });
    let refusals = 0;
    await page.routeWebSocket(/socket\.io/, (socket) => {
      if (refusals === 2) return void socket.connectToServer();
      socket.onMessage((packet) => {
        if (!String(packet).startsWith('40')) return;
        refusals++;
        socket.send(REFUSAL);
      });
      socket.send(OPEN);
    });
    await page.reload();
    const karim = await Reader.guest(app.url, 'Karim', 'refused-once');
    await until(() => refusals === 2, 'the page knocks again');
    await karim.post('Après le refus');
    await comment(page, 'Après le refus').waitFor();
    await page.context().close();
  });

  test('because the reader is no longer known goes on without them, and with who they become', async () => {
    const page = await openWidget(browser, { url: app.url, thread: 'unknown-token' });
    await page.evaluate(() => {
      const unknown = { token: 'g_of_another_installation', personId: 'x', name: 'Nadia', email: '', drafts: {} };
      localStorage.setItem(`tribune:${location.origin}/demo`, JSON.stringify(unknown));
    });
    // Nothing but the handshake tells the page.
    await page.route(/\/mine\?/, (route) => route.abort());
    await page.reload();
    const karim = await Reader.guest(app.url, 'Karim', 'unknown-token');
    await karim.post('Vous me voyez ?');
    await comment(page, 'Vous me voyez ?').waitFor();
    await write(page, 'Oui, et moi ?');
    await comment(page, 'Oui, et moi ?').waitFor();
    const parentId: string = (await karim.page()).body.items[0]?.root.id ?? '';
    await karim.post('Je vous réponds', { parentId });
    await page.getByRole('button', { name: 'Notifications, 1 non lue' }).waitFor();
    await page.context().close();
  });
});

describe('a thread shown twice on one page', () => {
  test('stays live in one element when the other leaves', async () => {
    const element = `<tribune-comments site="demo" thread="twice"></tribune-comments>`;
    const page = await openWidget(browser, { url: app.url, thread: '', elements: element + element });
    const karim = await Reader.guest(app.url, 'Karim', 'twice');
    await karim.post('Pour les deux');
    await comment(page, 'Pour les deux').nth(1).waitFor();
    await page
      .locator('tribune-comments')
      .first()
      .evaluate((first) => first.remove());
    await karim.post('Pour celui qui reste');
    await reveal(page);
    await comment(page, 'Pour celui qui reste').waitFor();
    await page.context().close();
  });
});

describe('a branch that was out of sight', () => {
  test('comes back with the first reply in it that is approved', async () => {
    const nadia = await Reader.guest(app.url, 'Nadia', 'returned');
    await nadia.post('Un fil à côté');
    const root = (await nadia.post('Quel imbécile, ce maire')).body.id;
    const reply = (await nadia.post('Connard toi-même', { parentId: root })).body.id;
    await app.app.settled();
    await decide(root, { action: 'refuse', codes: ['spam'] });
    await app.app.settled();
    const page = await watch('returned');
    await comment(page, 'Un fil à côté').waitFor();
    await page.getByRole('heading', { name: '1 commentaire', exact: true }).waitFor();
    await decide(reply, { action: 'approve' });
    await comment(page, 'Connard toi-même').waitFor();
    await page.locator('article.removed').waitFor();
    await page.context().close();
  });
});

describe('the author', () => {
  test('sees a held comment become published in its place, and everyone else sees it come', async () => {
    const [author, other] = await Promise.all([watch('approved'), watch('approved')]);
    await writeAnyway(author, 'Quel connard, ce maire', 'Gérard');
    await author.locator('article.held').getByText('En attente d’approbation').waitFor();
    await other.reload();
    await other.getByText('Soyez le premier à commenter !').waitFor();
    expect(await comment(other, 'Quel connard').count()).toBe(0);
    await decide(await heldId(author), { action: 'approve' });
    await author.locator('article.published').getByText('Quel connard').waitFor();
    await comment(other, 'Quel connard').waitFor();
    await other.getByRole('heading', { name: '1 commentaire', exact: true }).waitFor();
    await Promise.all([author.context().close(), other.context().close()]);
  });

  test('is told in words why a comment was refused', async () => {
    const page = await watch('refused');
    await writeAnyway(page, 'Achetez, connard', 'Gérard');
    await page.locator('article.held').waitFor();
    await decide(await heldId(page), { action: 'refuse', codes: ['spam'] });
    await page.locator('article.refused').getByText('Non publié').waitFor();
    await page.locator('article.refused').getByText('considéré comme de la publicité').waitFor();
    await page.context().close();
  });
});

describe('what readers say without writing', () => {
  test('is drawn at once and seen by others, taken back by a second press, and with a word where it is refused', async () => {
    const author = await Reader.guest(app.url, 'Autrice', 'votes');
    await author.post('Un avis à peser');
    const [one, two] = await Promise.all([watch('votes'), watch('votes')]);
    const button = (page: typeof one, name: string, pressed: boolean) =>
      comment(page, 'Un avis à peser').getByRole('button', { name, pressed, exact: true });
    await button(one, 'J’aime ce commentaire.', false).press('Enter');
    await button(one, 'J’aime ce commentaire. 1 personne l’aime.', true).waitFor();
    await button(two, 'J’aime ce commentaire. 1 personne l’aime.', false).waitFor();
    await button(two, 'Je n’aime pas ce commentaire.', false).click();
    await button(one, 'Je n’aime pas ce commentaire. 1 personne ne l’aime pas.', false).waitFor();
    await one.reload();
    await button(one, 'J’aime ce commentaire. 1 personne l’aime.', true).click();
    await button(two, 'J’aime ce commentaire.', false).waitFor();
    const other = await watch('votes-refused');
    await (await Reader.guest(app.url, 'Auteur', 'votes-refused')).post('Un avis à peser');
    await comment(other, 'Un avis à peser').waitFor();
    await other.route('**/vote', (route) => route.fulfill({ status: 502, body: 'gone' }));
    await button(other, 'J’aime ce commentaire.', false).click();
    await other.getByRole('alert').getByText('Cela n’a pas fonctionné.').waitFor();
    await button(other, 'J’aime ce commentaire.', false).waitFor();
    await Promise.all([one, two, other].map((page) => page.context().close()));
  });

  test('is emoji, stars and a description for search engines where a site offers them and its page asks, within its policy', async () => {
    const at = path(routes.siteModeration, { siteId: SITE });
    const { version, settings } = (await moderator.ask<SiteModeration>('GET', at)).body;
    const readers = { votes: 'likes', emojis: ['❤️', '😮'], rating: true };
    expect((await moderator.ask('PUT', at, { body: { version, settings: { ...settings, readers } } })).status).toBe(
      200,
    );
    await (await Reader.guest(app.url, 'Autrice', 'offers')).post('Un avis à goûter');
    const page = await openWidget(browser, {
      ...{ url: app.url, thread: 'offers', viewport: { width: 320, height: 700 } },
      elements:
        '<tribune-comments site="demo" thread="offers" title="La halle" json-ld="NewsArticle"></tribune-comments>',
      policy: HOST_POLICY.replace("trusted-types 'none'", 'trusted-types tribune'),
      before: watchShifts,
    });
    const shown = comment(page, 'Un avis à goûter');
    await page.getByText('Personne n’a encore noté cet article.').waitFor();
    await shown.getByRole('button', { name: 'Réagir à ce commentaire' }).waitFor();
    expect(await shiftsOn(page)).toEqual([]);
    // Who comes by Tab hears whose comment it is.
    await shown
      .getByRole('group', { name: 'Autrice', exact: true })
      .getByRole('button', { name: 'Signaler' })
      .waitFor();
    await shown.getByRole('button', { name: 'Réagir à ce commentaire' }).click();
    await shown.getByRole('button', { name: 'Réagir par 😮.', exact: true }).click();
    await shown.getByRole('button', { name: 'Réagir par 😮. 1 personne a réagi ainsi.', pressed: true }).waitFor();
    await shown
      .getByRole('button', { name: 'Réagir à ce commentaire', expanded: false })
      .and(page.locator(':focus'))
      .waitFor();
    expect(await shown.getByRole('button', { name: 'Je n’aime pas' }).count()).toBe(0);
    await page.getByText('Personne n’a encore noté cet article.').waitFor();
    await page.getByRole('button', { name: 'Donner 4 étoiles à cet article' }).click();
    await page.getByText('4 sur 5, d’après 1 avis').waitFor();
    const block = page.locator('script[type="application/ld+json"]');
    const described = await until(async () => {
      const text = await block.textContent();
      return text?.includes('"ratingCount":1') === true ? (JSON.parse(text) as unknown) : null;
    }, 'the stars are described');
    expect(described).toMatchObject({
      ...{ '@type': 'NewsArticle', headline: 'La halle', commentCount: 1 },
      aggregateRating: { ratingValue: 4, ratingCount: 1 },
    });
    await page.getByRole('button', { name: 'Donner 4 étoiles à cet article', pressed: true }).click();
    await page.getByText('Personne n’a encore noté cet article.').waitFor();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
    expect([page.reports, page.complaints]).toEqual([[], []]);
    await page.context().close();
    await moderator.ask('PUT', at, { body: { version: version + 1, settings } });
  });
});
