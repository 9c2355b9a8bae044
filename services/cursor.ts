import { Problem } from '../shared/problem.ts';
import type { Place } from './storage/place.ts';

/** A place in a list; the review queue is ordered by a number first. */
type Marked = Place & { priority?: number };

/** Where a document stands in a list that is ordered by when things came into being. */
export function placeOf<Id extends string>({ createdAt, _id }: { createdAt: Date; _id: Id }): Place<Id> {
  return { at: createdAt, id: _id };
}

/** A place in a list as text for a URL: time, id and, where the list has one, a number before them. */
export function writeCursor(place: Marked): string {
  const parts = [place.at.getTime().toString(36), place.id];
  if (place.priority !== undefined) parts.push(String(place.priority));
  return parts.join('~');
}

/**
 * The place a cursor stands for; null for no cursor.
 * @throws Problem `cursor-invalid` for anything this service did not write
 */
export function readCursor<Id extends string>(cursor: string | undefined): (Place<Id> & { priority: number }) | null {
  if (cursor === undefined) return null;
  const match = /^([0-9a-z]{1,10})~([0-9A-Za-z:_-]{1,120})(?:~(-?\d{1,9}(?:\.\d{1,6})?))?$/.exec(cursor);
  if (match === null) throw new Problem('cursor-invalid');
  const [, at = '', id = '', priority = '0'] = match;
  return { at: new Date(parseInt(at, 36)), id: id as Id, priority: Number(priority) };
}

/**
 * One page of a list, and the cursor of what lies behind it.
 * @param found up to one more than `limit`, which is how it is known whether there is more
 * @param placeIn where a document stands in the list; without a moment it stands nowhere, and nothing goes on behind it
 */
export function pageOf<Doc>(
  found: readonly Doc[],
  limit: number,
  placeIn: (doc: Doc) => Omit<Marked, 'at'> & { at: Date | undefined },
): { docs: Doc[]; next: string | null } {
  const docs = found.slice(0, limit);
  const last = found.length > limit ? docs.at(-1) : undefined;
  const place = last === undefined ? undefined : placeIn(last);
  return { docs, next: place?.at === undefined ? null : writeCursor({ ...place, at: place.at }) };
}
