import type { ShownComment } from './thread-state.ts';

/** Somebody who wrote in the discussion, by the name they go by there. */
export interface Person {
  personId: string;
  name: string;
}

export const OFFERED = 6;
/** The longest name there is, in UTF-16 units. */
const LONGEST = 100;

/** What is being typed after an @ before the cursor: from the @ on, as that many words as a name may have. */
export function typedName(text: string, cursor: number): { from: number; to: number; name: string } | null {
  const before = text.slice(Math.max(0, cursor - LONGEST), cursor);
  // Within a word, an @ belongs to an address.
  const found = /(?:^|[\s(«“"'>*_~|])@([^@\n]*)$/u.exec(before);
  if (found === null) return null;
  const name = found[1] ?? '';
  return /\s\s|^\s/.test(name) ? null : { from: cursor - name.length - 1, to: cursor, name };
}

/** Letters as they are compared: neither case nor accents tell names apart. */
const plain = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLocaleLowerCase();

/** Whether a name, or one of its words, begins as typed. */
export function begins(name: string, typed: string): boolean {
  const [whole, begun] = [plain(name), plain(typed)];
  return whole.split(/(?<=[\s-])/).some((_, at, words) => words.slice(at).join('').startsWith(begun));
}

/** Those who wrote what is on the page by such a name; whoever wrote last comes first, and never the reader. */
export function peopleIn(comments: Iterable<ShownComment>, typed: string, self: string | null): Person[] {
  const people = new Map<string, Person & { at: string }>();
  for (const { author, state, createdAt } of comments) {
    if (author === null || state !== 'published' || author.id === self) continue;
    if (!begins(author.name, typed)) continue;
    const known = people.get(author.id);
    if (known === undefined || known.at < createdAt)
      people.set(author.id, { personId: author.id, name: author.name, at: createdAt });
  }
  return [...people.values()]
    .sort((a, b) => (a.at < b.at ? 1 : -1))
    .slice(0, OFFERED)
    .map(({ personId, name }) => ({ personId, name }));
}
