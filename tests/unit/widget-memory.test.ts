import { describe, expect, test } from '@jest/globals';
import type { Shelf } from '../../client-widget/kit/storage.ts';
import { openMemory, type Memory } from '../../client-widget/widget/memory.ts';

class FakeShelf extends Map<string, string> implements Shelf {
  getItem = (key: string) => this.get(key) ?? null;
  setItem = (key: string, value: string) => void this.set(key, value);
  removeItem = (key: string) => void this.delete(key);
}

const blocked = (): Shelf => {
  throw new DOMException('denied', 'SecurityError');
};

/** A page that is opened on a device, in a tab of its own unless one is given. */
const visit = (device: FakeShelf, tab = new FakeShelf()): Memory =>
  openMemory('tribune:x', { device: () => device, tab: () => tab });

describe('what the widget remembers', () => {
  test('nothing is stored on the device before the reader asks, but the page itself forgets nothing', () => {
    const shelf = new FakeShelf();
    const memory = visit(shelf);
    memory.update({ token: 'secret', name: 'Nadia' });
    memory.saveDraft('a', 'text');
    expect(shelf.size).toBe(0);
    expect([memory.profile.token, memory.draft('a'), memory.kept]).toEqual(['secret', 'text', false]);
  });

  test('once asked, everything is there after a reload; when told to stop, nothing is', () => {
    const shelf = new FakeShelf();
    const memory = visit(shelf);
    memory.saveDraft('a', 'draft');
    memory.update({ token: 'secret', personId: 'p', name: 'Nadia', email: 'n@example.org' });
    memory.keep(true);
    const again = visit(shelf);
    expect(again.kept).toBe(true);
    expect(again.profile).toMatchObject({ token: 'secret', personId: 'p', name: 'Nadia', email: 'n@example.org' });
    expect(again.draft('a')).toBe('draft');
    again.keep(false);
    expect(shelf.size).toBe(0);
    expect(visit(shelf).profile.name).toBe('');
  });

  test('a draft that is saved in one tab does not delete those of another', () => {
    const shelf = new FakeShelf();
    visit(shelf).keep(true);
    const [one, other] = [visit(shelf), visit(shelf)];
    one.saveDraft('a', 'from one');
    other.saveDraft('b', 'from the other');
    const again = visit(shelf);
    expect([again.draft('a'), again.draft('b')]).toEqual(['from one', 'from the other']);
    expect([one.holds('a'), one.holds('b')]).toEqual([true, false]);
    again.saveDraft('a', '');
    expect(visit(shelf).draft('a')).toBe('');
  });

  test.each(['null', '{', '[]', '"x"', '{"drafts":null}'])('broken storage %s is like none', (content) => {
    const shelf = new FakeShelf([['tribune:x', content]]);
    expect(visit(shelf).draft('a')).toBe('');
  });

  test('with storage blocked everything works for as long as the page lives', () => {
    const memory = openMemory('tribune:x', { device: blocked, tab: blocked });
    memory.keep(true);
    memory.update({ token: 'secret' });
    memory.saveDraft('a', 'text');
    expect([memory.profile.token, memory.draft('a'), memory.holds('a')]).toEqual(['secret', 'text', false]);
    memory.keep(false);
  });
});

describe('a tab of a reader who is not remembered', () => {
  test('knows who they are after a reload, and nobody else does', () => {
    const [device, tab] = [new FakeShelf(), new FakeShelf()];
    const memory = visit(device, tab);
    memory.saveDraft('a', 'text');
    expect(tab.size).toBe(0);
    memory.update({ token: 'secret', personId: 'p', name: 'Nadia' });
    expect([device.size, visit(device, tab).profile.token, visit(device).profile.token]).toEqual([0, 'secret', null]);
    expect(visit(device, tab).draft('a')).toBe('');
  });

  test('does not keep a second copy of who is remembered on the device', () => {
    const [device, tab] = [new FakeShelf(), new FakeShelf()];
    const memory = visit(device, tab);
    memory.update({ token: 'secret' });
    memory.keep(true);
    expect([device.size, tab.size]).toEqual([1, 0]);
  });
});

describe('two tabs', () => {
  test('asked to be remembered in one, the reader is the same in the other, which asks later', () => {
    const device = new FakeShelf();
    const [a, b] = [visit(device), visit(device)];
    b.update({ token: 'of b', personId: 'b', name: 'Nadia' });
    b.keep(true);
    a.keep(true);
    expect([a, b, visit(device)].map(({ profile }) => profile.token)).toEqual(['of b', 'of b', 'of b']);
  });

  test('who has done something in the tab that asks last is who is remembered', () => {
    const device = new FakeShelf();
    const [a, b] = [visit(device), visit(device)];
    a.update({ token: 'of a' });
    b.update({ token: 'of b', name: 'Nadia' });
    b.saveDraft('x', 'from b');
    b.keep(true);
    a.keep(true);
    expect(visit(device).profile).toMatchObject({ token: 'of a', name: 'Nadia' });
    expect(visit(device).draft('x')).toBe('from b');
    b.refresh();
    expect(b.profile.token).toBe('of a');
  });

  test('what one deletes, the other does not bring back', () => {
    const device = new FakeShelf();
    const a = visit(device);
    a.update({ token: 'secret', name: 'Nadia', email: 'n@example.org' });
    a.keep(true);
    const b = visit(device);
    a.keep(false);
    b.saveDraft('x', 'text');
    b.update({ name: 'Nadia B.' });
    expect([device.size, a.kept, b.kept, b.profile.token]).toEqual([0, false, false, 'secret']);
  });

  test('a draft that is done with in one is not brought back by the other', () => {
    const device = new FakeShelf();
    const a = visit(device);
    a.keep(true);
    a.saveDraft('x', 'text');
    const b = visit(device);
    a.saveDraft('x', '');
    b.saveDraft('y', 'another');
    expect([visit(device).draft('x'), visit(device).draft('y')]).toEqual(['', 'another']);
  });
});
