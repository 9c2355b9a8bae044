import type { Browser, BrowserContextOptions, Locator, Page } from 'playwright-core';
import { openPage } from './browser.ts';
import { Reader } from './client.ts';
import type { Moderator } from './client.ts';
import type { ReasonCode } from '../../shared/moderation.ts';
import type { Decided } from '../../shared/review.ts';
import { path, routes } from '../../shared/routes.ts';

/** The context of someone who has signed in: their session is in the cookie. */
export function sessionOf({ url, cookie }: Moderator): NonNullable<BrowserContextOptions['storageState']> {
  const [name = '', value = ''] = cookie.split('=');
  const { hostname: domain } = new URL(url);
  const attributes = { path: '/', expires: -1, httpOnly: true, secure: false, sameSite: 'Strict' as const };
  return { cookies: [{ name, value, domain, ...attributes }], origins: [] };
}

/** A moderator's console in a browser of their own, with live news. */
export async function openConsole(
  browser: Browser,
  moderator: Moderator,
  options: BrowserContextOptions = {},
): Promise<Page & { complaints: string[] }> {
  const page = await openPage(browser, `${moderator.url}/console`, { storageState: sessionOf(moderator), ...options });
  await page.locator('.connection.live').waitFor();
  await page.locator('.card, .finished').waitFor();
  return page;
}

/** A comment that is held; its id. Every one is by somebody else, so that no limit is met. */
export async function hold(url: string, name: string, text = 'Quel connard, ce maire'): Promise<string> {
  const reader = await Reader.guest(url, name, `thread of ${name}`);
  const { status, body } = await reader.post(text);
  if (status !== 202) throw new Error(`not held but ${status}`);
  return body.id;
}

/** Takes everything off the queue, so that a test knows what waits. */
export async function emptyQueue(moderator: Moderator): Promise<void> {
  for (;;) {
    const { body } = await moderator.queue({ limit: 100 });
    if (body.items.length === 0) return;
    for (const { id, queue } of body.items) {
      await settle(moderator, id, { action: queue === 'appeal' ? 'overturn' : 'approve' });
    }
  }
}

/** Another moderator's decision, over HTTP. */
export async function decideAs(moderator: Moderator, id: string, action: 'approve' | 'refuse'): Promise<void> {
  const { status } = await settle(moderator, id, action === 'approve' ? { action } : { action, codes: ['abuse'] });
  if (status !== 200) throw new Error(`decision answered ${status}`);
}

/** Decides whatever console has the comment open: its claim is taken over first. */
async function settle(
  moderator: Moderator,
  commentId: string,
  choice: { action: 'approve' | 'overturn' } | { action: 'refuse'; codes: ReasonCode[] },
): Promise<{ status: number }> {
  const { card } = (
    await moderator.ask<Decided>('POST', path(routes.reviewClaim, { commentId }), {
      body: { desk: 'test', takeOver: true },
    })
  ).body;
  return moderator.decide(commentId, { ...choice, expectedV: card.v, expectedRev: card.rev });
}

export const row = (page: Page, name: string): Locator => page.getByRole('option').filter({ hasText: name });
export const cardOf = (page: Page, name: string): Locator =>
  page.getByRole('article', { name: new RegExp(`(Commentaire de|Comment by) ${name}`) });
