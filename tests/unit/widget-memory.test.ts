import { describe, expect, test } from '@jest/globals';
import type { Shelf } from '../../client-widget/kit/storage.ts';
import { openMemory } from '../../client-widget/widget/memory.ts';

class FakeShelf extends Map<string, string> implements Shelf {
  getItem = (key: string) => this.get(key) ?? null;
  setItem = (key: string, value: string) => void this.set(key, value);
  removeItem = (key: string) => void this.delete(key);
}

const blocked = (): Shelf => {
  throw new DOMException('denied', 'SecurityError');
};

describe('what the widget remembers', () => {
  test('nothing is stored before the reader asks, but the page itself forgets nothing', () => {
    const shelf = new FakeShelf();
    const memory = openMemory('tribune:x', () => shelf);
    memory.update({ token: 'secret', name: 'Nadia' });
    memory.saveDraft('a', 'text');
    expect(shelf.size).toBe(0);
    expect([memory.profile.token, memory.draft('a'), memory.kept]).toEqual(['secret', 'text', false]);
  });

  test('once asked, everything is there after a reload; when told to stop, nothing is', () => {
    const shelf = new FakeShelf();
    const memory = openMemory('tribune:x', () => shelf);
    memory.saveDraft('a', 'draft');
    memory.update({ token: 'secret', personId: 'p', name: 'Nadia', email: 'n@example.org' });
    memory.keep(true);
    const again = openMemory('tribune:x', () => shelf);
    expect(again.kept).toBe(true);
    expect(again.profile).toEqual({ token: 'secret', personId: 'p', name: 'Nadia', email: 'n@example.org' });
    expect(again.draft('a')).toBe('draft');
    again.keep(false);
    expect(shelf.size).toBe(0);
    expect(openMemory('tribune:x', () => shelf).profile.name).toBe('');
  });

  test('a draft that is saved in one tab does not delete those of another', () => {
    const shelf = new FakeShelf();
    openMemory('tribune:x', () => shelf).keep(true);
    const [one, other] = [openMemory('tribune:x', () => shelf), openMemory('tribune:x', () => shelf)];
    one.saveDraft('a', 'from one');
    other.saveDraft('b', 'from the other');
    const again = openMemory('tribune:x', () => shelf);
    expect([again.draft('a'), again.draft('b')]).toEqual(['from one', 'from the other']);
    expect([one.holds('a'), one.holds('b')]).toEqual([true, false]);
    again.saveDraft('a', '');
    expect(openMemory('tribune:x', () => shelf).draft('a')).toBe('');
  });

  test.each(['null', '{', '[]', '"x"', '{"drafts":null}'])('broken storage %s is like none', (content) => {
    const shelf = new FakeShelf([['tribune:x', content]]);
    expect(openMemory('tribune:x', () => shelf).draft('a')).toBe('');
  });

  test('with storage blocked everything works for as long as the page lives', () => {
    const memory = openMemory('tribune:x', blocked);
    memory.keep(true);
    memory.update({ token: 'secret' });
    memory.saveDraft('a', 'text');
    expect([memory.profile.token, memory.draft('a'), memory.holds('a')]).toEqual(['secret', 'text', false]);
    memory.keep(false);
  });
});
