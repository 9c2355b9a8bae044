import type { ThreadId } from '../../shared/ids.ts';
import { PAGE_SIZE } from '../../shared/limits.ts';
import { plainText } from '../../shared/markdown.ts';
import type { Piece, ThreadFound, ThreadSearch } from '../../shared/thread-search.ts';
import { lookThrough, type LookDeps } from '../comments/look-through.ts';
import { withoutSpoilers } from '../comments/spoilers.ts';
import { writeCursor } from '../cursor.ts';
import { searchPattern } from '../search-pattern.ts';
import type { CommentDoc } from '../storage/comment-schema.ts';

/** Of an excerpt, before the first place and in all, UTF-16 units; a place that is longer is shown whole. */
const BEFORE = 60;
const LENGTH = 200;

/**
 * Published comments of a discussion that hold some words, newest first. The store looks in what was typed; only what readers see
 * counts, so that nobody can feel for a word that is masked, or look behind a hidden passage.
 * @throws Problem `cursor-invalid`
 */
export async function searchThread(
  deps: LookDeps,
  { threadId, q, cursor }: { threadId: ThreadId; q: string; cursor: string | undefined },
): Promise<ThreadSearch> {
  const words = new RegExp(searchPattern(q), 'giu');
  const filter = { threadId, vis: 'visible', text: q } as const;
  const { found, place } = await lookThrough(deps, { filter, cursor, limit: PAGE_SIZE }, (doc) => toFound(doc, words));
  return { items: found, next: place === null ? null : writeCursor(place) };
}

function toFound(doc: CommentDoc, words: RegExp): ThreadFound | null {
  const excerpt = excerptAround(plainText(withoutSpoilers(doc.body)), words);
  if (excerpt === null) return null;
  const { _id: id, authorId, authorName: name, authorStaff: staff, createdAt } = doc;
  const about = doc.passage === undefined ? {} : { passage: doc.passage.key };
  return { id, author: { id: authorId, name, staff }, createdAt: createdAt.toISOString(), ...about, excerpt };
}

/** A text around the first place of some words, with every place marked, cut between words; null if they are not in it. */
export function excerptAround(text: string, words: RegExp): Piece[] | null {
  const places = [...text.matchAll(words)].map((match) => [match.index, match.index + match[0].length] as const);
  const [first] = places;
  if (first === undefined) return null;
  const [from, to] = boundsAround(text, first);
  const pieces: Piece[] = [];
  const add = (piece: string, found: boolean): void => {
    if (piece !== '') pieces.push({ text: piece, found });
  };
  let at = from;
  add(from > 0 ? '…' : '', false);
  for (const [start, end] of places) {
    if (end > to) break;
    add(text.slice(at, start), false);
    add(text.slice(start, end), true);
    at = end;
  }
  add(text.slice(at, to) + (to < text.length ? '…' : ''), false);
  return pieces;
}

function boundsAround(text: string, [start, end]: readonly [number, number]): [number, number] {
  const near = Math.max(0, start - BEFORE);
  const space = near === 0 ? -1 : text.indexOf(' ', near);
  const from = near === 0 ? 0 : space === -1 || space >= start ? start : space + 1;
  if (text.length <= from + LENGTH) return [from, text.length];
  const lastSpace = text.lastIndexOf(' ', from + LENGTH);
  return [from, Math.max(end, lastSpace)];
}
