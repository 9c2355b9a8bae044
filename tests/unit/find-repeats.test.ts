import { describe, expect, it } from '@jest/globals';
import { findRepeats, marksOf, SENT_BEFORE, type Saying } from '../../services/comments/find-repeats.ts';
import type { CommentId, PersonId, SiteId, ThreadId } from '../../shared/ids.ts';
import { likenessOf } from '../../services/moderation/text/minhash.ts';
import { textHash } from '../../services/moderation/text/text-hash.ts';

type Asked = Parameters<typeof findRepeats>[0];
type Found = Awaited<ReturnType<Asked['recentLike']>>[number];

const TEXT = 'Le conseil dépense douze millions pour une route dont personne ne veut, et l’école attend son toit.';
const saying: Saying = {
  ...{ siteId: 'gazette' as SiteId, threadId: 'thread-1' as ThreadId, parentId: null, authorId: 'anne' as PersonId },
  ...{ hash: textHash(TEXT), likeness: likenessOf(TEXT), idem: 'this request', now: new Date('2026-03-01T12:00:00Z') },
};
const said = (text: string, some: Partial<Found> = {}): Found => ({
  ...{ _id: 'c' as CommentId, authorId: 'ben' as PersonId, threadId: 'thread-2' as ThreadId, parentId: null },
  ...{ text, textHash: textHash(text), ...some },
});
const NEAR = TEXT.replace('douze', 'treize');
const OTHER = 'Je traverse le bourg tous les matins et je peux vous dire que la situation devient invivable.';

function over(found: Found[], more: Found[] = []): Asked & { asked: string[] } {
  const asked: string[] = [];
  return {
    asked,
    recentLike: (_site, _marks, { limit }) => {
      asked.push('recentLike');
      return Promise.resolve(found.slice(0, limit));
    },
    sameText: (_site, hash, { limit, authorId }) => {
      asked.push('sameText');
      const same = [...found, ...more].filter((one) => one.textHash === hash);
      return Promise.resolve(same.filter((one) => authorId === undefined || one.authorId === authorId).slice(0, limit));
    },
  };
}

describe('repeats', () => {
  it('are told apart: the same, nearly the same, and what only shares a mark by chance', async () => {
    const here = { threadId: saying.threadId };
    const comments = over([
      said(TEXT),
      said(TEXT, here),
      said(NEAR),
      said(OTHER),
      said(NEAR, { authorId: saying.authorId }),
    ]);
    expect(await findRepeats(comments, saying)).toEqual({
      ...{ own: 0, thread: 1, site: 2 },
      near: { own: 1, thread: 0, site: 1 },
    });
    expect(comments.asked).toEqual(['recentLike']);
  });

  it('of a short text are only those that are the same', async () => {
    const short = { ...saying, hash: textHash('Merci !'), likeness: null };
    expect(await findRepeats(over([said('Merci !'), said('Merci à vous')]), short)).toEqual({
      own: 0,
      thread: 0,
      site: 1,
    });
    expect(marksOf(short.hash, null)).toHaveLength(1);
  });

  it('by the author in the same place are refused, elsewhere counted', async () => {
    const own = { authorId: saying.authorId };
    expect(await findRepeats(over([said(TEXT, own)]), saying)).toMatchObject({ own: 1, site: 0 });
    await expect(findRepeats(over([said(TEXT, { ...own, threadId: saying.threadId })]), saying)).rejects.toMatchObject({
      code: 'duplicate-comment',
    });
  });

  it('by this very request are no repeats: it was sent before', async () => {
    const sent = said(TEXT, { authorId: saying.authorId, threadId: saying.threadId, idem: 'this request' });
    await expect(findRepeats(over([sent]), saying)).rejects.toBe(SENT_BEFORE);
  });

  it('without a key are never taken for the same request', async () => {
    const sent = said(TEXT, { authorId: saying.authorId, threadId: saying.threadId });
    await expect(findRepeats(over([sent]), { ...saying, idem: undefined })).rejects.toMatchObject({
      code: 'duplicate-comment',
    });
  });

  it('of the author are found behind any number of others', async () => {
    const own = said(TEXT, { authorId: saying.authorId, threadId: saying.threadId });
    for (const flood of [TEXT, NEAR]) {
      const comments = over(
        Array.from({ length: 200 }, () => said(flood)),
        [own],
      );
      await expect(findRepeats(comments, saying)).rejects.toMatchObject({ code: 'duplicate-comment' });
      expect(comments.asked).toEqual(['recentLike', 'sameText', 'sameText']);
    }
  });

  it('are compared up to a length, however long they are', async () => {
    const long = Array.from({ length: 15 }, () => said(`${TEXT} `.repeat(50)));
    const likeness = likenessOf(TEXT.repeat(50));
    const { near } = await findRepeats(over(long), { ...saying, likeness });
    expect(near?.site).toBeGreaterThan(5);
    expect(near?.site).toBeLessThan(15);
  });
});
