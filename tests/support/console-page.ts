import mongoose from 'mongoose';
import type { Browser, BrowserContextOptions, Locator, Page, Route } from 'playwright-core';
import { openPage } from './browser.ts';
import { Reader } from './client.ts';
import type { Moderator } from './client.ts';
import type { ProblemDocument } from '../../shared/problem.ts';
import type { ReasonCode } from '../../shared/moderation.ts';
import type { Decided, SnoozedPage } from '../../shared/review.ts';
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

/** What an address is asked for next is answered with an outage. */
export async function outage(page: Page, address: RegExp): Promise<void> {
  await page.route(address, answerAway, { times: 1 });
}

/** Answers that the store is away, for longer than the console waits by itself. */
export function answerAway(route: Route): Promise<void> {
  const json: ProblemDocument = {
    ...{ type: 'urn:tribune:problem:store-unavailable', title: 'Away', code: 'store-unavailable', status: 503 },
    ...{ detail: 'Le stockage ne répond pas.', retryAfter: 30 },
  };
  return route.fulfill({ status: 503, contentType: 'application/problem+json', json });
}

/**
 * Holds one comment, and puts as many like it into the store behind it as there are more names: a long queue in no time. They have
 * no history, so nobody may decide about them; what is called takes them away again.
 */
export async function holdMany(app: { url: string; storeUri: string }, names: string[]): Promise<() => Promise<void>> {
  const [first = '', ...others] = names;
  const id = await hold(app.url, first);
  const connection = await mongoose.createConnection(app.storeUri).asPromise();
  const comments = connection.collection<{ _id: string; mod: { queuedAt: Date } }>('comments');
  const doc = await comments.findOne({ _id: id });
  if (doc === null) throw new Error(`${id} is gone`);
  const { idem: _, ...rest } = doc as typeof doc & { idem?: string };
  const copies = others.map((authorName, i) => ({
    ...{ ...rest, _id: `${id}-${String(i)}`, authorName },
    mod: { ...rest.mod, outbox: [], queuedAt: new Date(rest.mod.queuedAt.getTime() + i + 1) },
  }));
  await comments.insertMany(copies);
  return async () => {
    await comments.deleteMany({ _id: { $in: copies.map(({ _id }) => _id) } });
    await connection.close();
  };
}

/** Takes everything off the queue, so that a test knows what waits. */
export async function emptyQueue(moderator: Moderator): Promise<void> {
  for (;;) {
    const waiting = (await moderator.queue({ limit: 100 })).body.items;
    const aside = (await moderator.ask<SnoozedPage>('GET', routes.reviewSnoozed)).body.items;
    if (waiting.length + aside.length === 0) return;
    for (const { id, queue } of [...waiting, ...aside]) {
      const { status } = await settle(moderator, id, { action: queue === 'appeal' ? 'overturn' : 'approve' });
      if (status !== 200) throw new Error(`decision answered ${status}`);
    }
  }
}

/** Another moderator's decision, over HTTP. */
export async function decideAs(moderator: Moderator, id: string, action: 'approve' | 'refuse'): Promise<void> {
  const { status } = await settle(moderator, id, action === 'approve' ? { action } : { action, codes: ['abuse'] });
  if (status !== 200) throw new Error(`decision answered ${status}`);
}

/**
 * Decides whatever console has the comment open: its claim is taken over first. What is put aside has none, and is told with
 * the refusal.
 */
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

/**
 * Has a comment refused, and its author appeal. The store is written to directly: what is tested is how the desk shows and
 * answers it.
 */
export async function appeal(
  storeUri: string,
  { moderator, id, text }: { moderator: Moderator; id: string; text: string },
): Promise<void> {
  await decideAs(moderator, id, 'refuse');
  const now = new Date();
  const mod = {
    ...{
      'mod.review': 'open',
      'mod.queue': 'appeal',
      'mod.queuedAt': now,
      'mod.firstQueuedAt': now,
      'mod.priority': 50,
    },
    'mod.appeal': { at: now, text, against: moderator.view.id },
  };
  await changeInStore(storeUri, id, mod);
}

/** Gives a comment an earlier text, as an edit would leave it. */
export function withEarlierText(storeUri: string, id: string, text: string): Promise<void> {
  return changeInStore(storeUri, id, { rev: 2, revs: [{ rev: 1, text, at: new Date() }] });
}

async function changeInStore(storeUri: string, id: string, change: object): Promise<void> {
  const connection = await mongoose.createConnection(storeUri).asPromise();
  await connection.collection<{ _id: string }>('comments').updateOne({ _id: id }, { $set: change });
  await connection.close();
}

export const row = (page: Page, name: string | RegExp): Locator => page.getByRole('option').filter({ hasText: name });
export const cardOf = (page: Page, name: string): Locator =>
  page.getByRole('article', { name: new RegExp(`(Commentaire de|Comment by) ${name}`) });
