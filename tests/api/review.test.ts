import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Decision, ReviewCard } from '../../shared/review.ts';
import { path, routes } from '../../shared/routes.ts';
import { bootApp, type TestApp } from '../support/app.ts';
import { Moderator, Reader, request, SITE } from '../support/client.ts';

let app: TestApp;
let ines: Moderator;
let noe: Moderator;

beforeAll(async () => {
  app = await bootApp();
  ines = await Moderator.redeem(app.url, 'Inès Vidal', (await app.app.setupCode()) ?? '');
  noe = await ines.invite('Noé Garnier');
});
afterAll(() => app.close());

async function held(text = 'quel connard ce maire'): Promise<{ author: Reader; card: ReviewCard }> {
  const author = await Reader.guest(app.url, 'Tristan', `thread-${randomUUID()}`);
  const { body } = await author.post(text);
  const { body: card } = await ines.ask<ReviewCard>('GET', path(routes.reviewItem, { commentId: body.id }));
  return { author, card };
}
const seen = (card: ReviewCard) => ({ expectedV: card.v, expectedRev: card.rev });

describe('the review queue', () => {
  it('shows every reason with its span in the original text', async () => {
    const { card } = await held('Ce maire est un vrai c0nnard, et un fils de pute.');
    const words = card.verdict.hits
      .filter((hit) => hit.ruleId === 'lexicon' && hit.span !== undefined)
      .map((hit) => card.text.slice(...(hit.span ?? [0, 0])));
    expect(words).toEqual(
      expect.arrayContaining([expect.stringContaining('c0nnard'), expect.stringContaining('pute')]),
    );
    expect(card).toMatchObject({
      vis: 'hidden',
      review: 'open',
      queue: 'premod',
      verdict: { level: 'hold' },
      outcome: null,
    });
  });

  it('lists what waits, exactly once each, and counts it', async () => {
    const made = await Promise.all(Array.from({ length: 7 }, () => held()));
    const ids: string[] = [];
    let cursor: string | undefined;
    let count: number;
    do {
      const { body } = await noe.queue({ limit: 3, ...(cursor === undefined ? {} : { cursor }) });
      ids.push(...body.items.map((item) => item.id));
      count = body.count;
      cursor = body.next ?? undefined;
    } while (cursor !== undefined);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.length).toBe(count);
    expect(ids).toEqual(expect.arrayContaining(made.map(({ card }) => card.id)));
  });
});

describe('the author on a card', () => {
  it('has the record of this moment, in every answer that holds the card', async () => {
    const author = await Reader.guest(app.url, 'Récidive', `thread-${randomUUID()}`);
    const at = async (id: string) =>
      (await ines.ask<ReviewCard>('GET', path(routes.reviewItem, { commentId: id }))).body;
    await author.post('un mot poli');
    const [first, second] = [(await author.post('quel connard')).body, (await author.post('bande de connards')).body];
    const before = await at(first.id);
    expect(before.author).toMatchObject({ published: 1, refused: 0 });
    const { body } = await ines.decide(first.id, { action: 'refuse', codes: ['abuse'], ...seen(before) });
    expect(body.card.author).toMatchObject({ published: 1, refused: 1 });
    expect((await at(second.id)).author).toMatchObject({ published: 1, refused: 1 });
    const queued = (await ines.queue({ limit: 100 })).body.items.find(({ id }) => id === second.id);
    expect(queued?.author).toMatchObject({ published: 1, refused: 1 });
  });
});

describe('a decision', () => {
  it('approves: everyone sees the comment, and it leaves the queue', async () => {
    const { author, card } = await held();
    const { status, body } = await ines.decide(card.id, { action: 'approve', ...seen(card) });
    expect(status).toBe(200);
    expect(body.card).toMatchObject({
      vis: 'visible',
      review: 'closed',
      queue: null,
      v: 2,
      outcome: { kind: 'approved', by: { name: 'Inès Vidal' } },
    });
    expect((await author.page()).body).toMatchObject({
      count: 1,
      items: [{ root: { id: card.id, state: 'published' } }],
    });
    expect((await author.mine()).body.comments).toEqual([]);
  });

  it('refuses with a reason and a note, which the author reads', async () => {
    const { author, card } = await held();
    await ines.decide(card.id, { action: 'refuse', codes: ['abuse'], note: 'Restons courtois.', ...seen(card) });
    expect((await author.page()).body.count).toBe(0);
    const refused = { id: card.id, state: 'refused', reasons: ['abuse'], note: 'Restons courtois.' };
    expect((await author.mine()).body.comments).toMatchObject([refused]);
  });

  it('is taken once: of 20 at the same time one wins, the others hear who and when', async () => {
    const { card } = await held();
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, i) =>
        (i % 2 === 0 ? ines : noe).decide(
          card.id,
          i % 3 === 0 ? { action: 'refuse', codes: ['spam'], ...seen(card) } : { action: 'approve', ...seen(card) },
        ),
      ),
    );
    const won = answers.filter((answer) => answer.status === 200);
    expect(won).toHaveLength(1);
    for (const { status, body } of answers.filter((answer) => answer.status !== 200)) {
      expect([status, body.code]).toEqual([409, 'already-decided']);
      expect(body).toMatchObject({
        by: won[0]?.body.card.outcome?.by.name,
        at: won[0]?.body.card.outcome?.at,
        card: won[0]?.body.card,
      });
    }
  });

  it('can be changed by whoever has seen it: an approved comment is refused, a refused one approved', async () => {
    const { author, card } = await held();
    const approved = (await ines.decide(card.id, { action: 'approve', ...seen(card) })).body.card;
    expect((await author.page()).body.count).toBe(1);
    const refusal = { action: 'refuse' as const, codes: ['hate' as const] };
    // Not seen: the first decision. Seen: nothing to change.
    for (const decision of [{ ...refusal, ...seen(card) }, { action: 'approve', ...seen(approved) } as const]) {
      const { status, body } = await noe.decide(card.id, decision);
      expect([status, body.code, body.by]).toEqual([409, 'already-decided', 'Inès Vidal']);
    }
    const refused = (await noe.decide(card.id, { ...refusal, ...seen(approved) })).body.card;
    expect(refused).toMatchObject({ v: 3, vis: 'hidden', outcome: { kind: 'refused', by: { name: 'Noé Garnier' } } });
    await app.app.settled();
    expect((await author.page()).body).toMatchObject({ count: 0, items: [] });
    expect((await author.mine()).body.comments).toMatchObject([{ state: 'refused', reasons: ['hate'] }]);
    const again = await ines.decide(card.id, { action: 'approve', ...seen(refused) });
    expect(again.body.card).toMatchObject({ v: 4, vis: 'visible', outcome: { kind: 'approved', codes: [] } });
    await app.app.settled();
    expect((await author.page()).body.items).toMatchObject([{ root: { id: card.id, state: 'published', v: 4 } }]);
    expect((await author.mine()).body.comments).toEqual([]);
  });

  it('about what the rules rejected says so, and may let it through', async () => {
    const severityLevels = { mild: 'suspect', strong: 'reject', extreme: 'reject' } as const;
    const strict = await bootApp({}, { site: { severityLevels } });
    const owner = await Moderator.redeem(strict.url, 'Inès Vidal', (await strict.app.setupCode()) ?? '');
    const guest = await request<{ token: string }>(strict.url + path(routes.guests, { siteId: SITE }), 'POST');
    const posted = await request<{ id: string; state: string }>(
      strict.url + path(routes.comments, { siteId: SITE }),
      'POST',
      {
        body: { thread: { key: 't' }, author: { name: 'Tristan' }, text: 'quel connard' },
        headers: { Authorization: `Bearer ${guest.body.token}` },
      },
    );
    const { id, state } = posted.body;
    expect(state).toBe('refused');
    const late = await owner.decide(id, { action: 'refuse', codes: ['abuse'], expectedV: 1, expectedRev: 1 });
    expect([late.status, late.body.code, late.body.by, late.body.at]).toEqual([
      409,
      'already-decided',
      expect.stringMatching(/./),
      expect.stringMatching(/^\d{4}-/),
    ]);
    expect(late.body.card.outcome).toMatchObject({ kind: 'rejected', by: { kind: 'rule' } });
    const through = await owner.decide(id, { action: 'approve', expectedV: 1, expectedRev: 1 });
    expect(through.body.card).toMatchObject({ vis: 'visible', outcome: { kind: 'approved' } });
    await strict.close();
  });

  it('sent again with the same key is answered as the first time', async () => {
    const { card } = await held();
    const key = randomUUID();
    const decision: Decision = { action: 'refuse', codes: ['spam'], ...seen(card) };
    const [first, second] = [await ines.decide(card.id, decision, key), await ines.decide(card.id, decision, key)];
    expect([first.status, second.status]).toEqual([200, 200]);
    expect(second.body.card).toEqual(first.body.card);
    expect((await noe.decide(card.id, decision, key)).body.code).toBe('already-decided');
  });

  it('with a key that another decision had is refused, and changes nothing', async () => {
    const [one, two] = [(await held()).card, (await held()).card];
    const key = randomUUID();
    expect((await ines.decide(one.id, { action: 'approve', ...seen(one) }, key)).status).toBe(200);
    const others: [string, Decision][] = [
      [two.id, { action: 'approve', ...seen(two) }],
      [one.id, { action: 'refuse', codes: ['spam'], ...seen(one) }],
      [one.id, { action: 'approve', expectedV: 2, expectedRev: 1 }],
    ];
    for (const [id, decision] of others) {
      const { status, body } = await ines.decide(id, decision, key);
      expect([status, body.code]).toEqual([422, 'idempotency-key-reused']);
    }
    const at = (id: string) => ines.ask<ReviewCard>('GET', path(routes.reviewItem, { commentId: id }));
    expect((await at(two.id)).body).toEqual(two);
    expect((await at(one.id)).body.vis).toBe('visible');
    // Another moderator's keys are their own.
    expect((await noe.decide(two.id, { action: 'approve', ...seen(two) }, key)).status).toBe(200);
  });

  it('of two with one key at the same time, one is taken', async () => {
    const cards = await Promise.all(Array.from({ length: 8 }, async () => (await held()).card));
    const key = randomUUID();
    const answers = await Promise.all(
      cards.map((card) => ines.decide(card.id, { action: 'approve', ...seen(card) }, key)),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, ...Array<number>(7).fill(422)]);
  });

  it('about another version or text is refused with the fresh card', async () => {
    const { card } = await held();
    const stale = await ines.decide(card.id, { action: 'approve', expectedV: card.v + 1, expectedRev: card.rev });
    expect([stale.status, stale.body.code, stale.body.card.v]).toEqual([409, 'stale-version', card.v]);
    const changed = await ines.decide(card.id, { action: 'approve', expectedV: card.v, expectedRev: card.rev + 1 });
    expect([changed.status, changed.body.code]).toEqual([409, 'content-changed']);
  });

  it('needs a known reason, a known comment and a session', async () => {
    const { author, card } = await held();
    const bad = await ines.ask<{ code: string }>('POST', path(routes.decision, { commentId: card.id }), {
      body: { action: 'refuse', codes: ['because'], ...seen(card) },
    });
    expect([bad.status, bad.body.code]).toEqual([400, 'validation-failed']);
    expect((await ines.decide('nothing', { action: 'approve', ...seen(card) })).status).toBe(404);
    const stranger = await request<{ code: string }>(app.url + path(routes.decision, { commentId: card.id }), 'POST', {
      body: { action: 'approve', ...seen(card) },
      headers: author.auth,
    });
    expect([stranger.status, stranger.body.code]).toEqual([401, 'token-missing']);
    const foreign = await ines.ask<{ code: string }>('POST', path(routes.decision, { commentId: card.id }), {
      body: { action: 'approve', ...seen(card) },
      headers: { Origin: 'https://evil.example' },
    });
    expect([foreign.status, foreign.body.code]).toEqual([403, 'origin-not-allowed']);
  });
});

describe('removing', () => {
  it('keeps a removed comment’s place only while replies hang below it', async () => {
    const author = await Reader.guest(app.url, 'Ulysse', `thread-${randomUUID()}`);
    const root = (await author.post('à la racine')).body;
    const reply = (await author.post('en dessous', { parentId: root.id })).body;
    const refuse = async (id: string) => {
      const { body: card } = await ines.ask<ReviewCard>('GET', path(routes.reviewItem, { commentId: id }));
      expect((await ines.decide(id, { action: 'refuse', codes: ['other'], ...seen(card) })).status).toBe(200);
      await app.app.settled();
    };
    await refuse(root.id);
    const page = (await author.page()).body;
    expect(page.count).toBe(1);
    expect(page.items).toMatchObject([
      {
        root: { id: root.id, state: 'removed', author: null, body: [] },
        replies: [{ id: reply.id, state: 'published' }],
      },
    ]);
    expect(JSON.stringify(page)).not.toContain('à la racine');
    await refuse(reply.id);
    expect((await author.page()).body).toMatchObject({ count: 0, items: [] });
  });
});
