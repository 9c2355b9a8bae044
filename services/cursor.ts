import { Problem } from '../shared/problem.ts';

/** A place in a list as text for a URL: time, id and, where the list has one, a number before them. */
export function writeCursor(place: { at: Date; id: string; priority?: number }): string {
  const parts = [place.at.getTime().toString(36), place.id];
  if (place.priority !== undefined) parts.push(String(place.priority));
  return parts.join('~');
}

/**
 * The place a cursor stands for; null for no cursor.
 * @throws Problem `cursor-invalid` for anything this service did not write
 */
export function readCursor<Id extends string>(
  cursor: string | undefined,
): { at: Date; id: Id; priority: number } | null {
  if (cursor === undefined) return null;
  const match = /^([0-9a-z]{1,10})~([0-9A-Za-z:_-]{1,120})(?:~(-?\d{1,9}(?:\.\d{1,6})?))?$/.exec(cursor);
  if (match === null) throw new Problem('cursor-invalid');
  const [, at = '', id = '', priority = '0'] = match;
  return { at: new Date(parseInt(at, 36)), id: id as Id, priority: Number(priority) };
}
