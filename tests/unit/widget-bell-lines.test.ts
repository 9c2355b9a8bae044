import { describe, expect, test } from '@jest/globals';
import { byArticle, withFirstPage, withNextPage } from '../../client-widget/widget/bell-lines.ts';
import { sentenceOf, type CommentLine } from '../../client-widget/widget/bell-told.ts';
import { en } from '../../shared/messages/bell/en.ts';
import { format } from '../../shared/messages/format.ts';
import { NOTICE_REASONS } from '../../shared/notification.ts';

/** A line of an article, made at that second. */
function line(id: string, second: number, article = 'halle'): CommentLine {
  const createdAt = new Date(second * 1000).toISOString();
  const thread = { key: article, title: article, url: null };
  const comment = { commentId: id, parentId: null, reasons: ['reply' as const], actorName: 'Karim', excerpt: '' };
  return { id, site: 'demo', thread, createdAt, readAt: null, kind: 'comment', ...comment };
}

const lines = (from: number, to: number): CommentLine[] =>
  Array.from({ length: from - to + 1 }, (_, i) => line(`n${from - i}`, from - i));
const ids = ({ items }: { items: readonly { id: string }[] }): string[] => items.map(({ id }) => id);

describe('what is known of the notifications', () => {
  const known = withNextPage({ items: lines(9, 7), next: 'to 6' }, { items: lines(6, 4), next: 'to 3' });

  test('goes on into the pages that were read before, without a line twice', () => {
    const again = withFirstPage(known, { items: lines(10, 8), next: 'to 7' });
    expect(ids(again)).toEqual(['n10', 'n9', 'n8', 'n7', 'n6', 'n5', 'n4']);
    expect(again.next).toBe('to 3');
  });

  test('has a line that was told anew once, where it is now', () => {
    const moved = { ...line('n5', 11), createdAt: line('n5', 11).createdAt };
    const again = withFirstPage(known, { items: [moved, ...lines(9, 8)], next: 'to 7' });
    expect(ids(again)).toEqual(['n5', 'n9', 'n8', 'n7', 'n6', 'n4']);
    expect(ids(withNextPage(again, { items: [line('n5', 5), line('n3', 3)], next: null }))).toEqual([
      ...['n5', 'n9', 'n8', 'n7', 'n6', 'n4', 'n3'],
    ]);
  });

  test('begins anew where lines may be missing before those that were read, and ends where the first page does', () => {
    expect(ids(withFirstPage(known, { items: lines(20, 18), next: 'to 17' }))).toEqual(['n20', 'n19', 'n18']);
    expect(ids(withFirstPage(known, { items: [line('n9', 9)], next: null }))).toEqual(['n9']);
  });

  test('is told article by article, the one with the newest line first', () => {
    const groups = byArticle([line('a', 5), line('b', 4, 'pont'), line('c', 3)]);
    expect(groups.map((group) => [group.thread.key, ids(group)])).toEqual([
      ['halle', ['a', 'c']],
      ['pont', ['b']],
    ]);
  });
});

test('whatever the reasons, one sentence says them, with the author’s name once and as somebody followed if they are', () => {
  const say = (message: Parameters<typeof format>[0], params?: Parameters<typeof format>[1]) => format(message, params);
  for (let bits = 1; bits < 2 ** NOTICE_REASONS.length; bits++) {
    const reasons = NOTICE_REASONS.filter((_, i) => (bits >> i) % 2 === 1);
    const said = sentenceOf({ ...line('a', 1), reasons }, { words: en, say, name: 'Karim' });
    expect(said.split('Karim')).toHaveLength(2);
    expect(said.includes('whom you follow')).toBe(reasons.includes('author'));
    expect(said.includes('replied to you')).toBe(reasons.includes('reply'));
    expect(/mention/.test(said)).toBe(reasons.includes('mention'));
  }
});
