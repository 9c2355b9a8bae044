import type { QueryFilter } from 'mongoose';

/** A place in a list that is ordered by a moment and, where moments are the same, by id. */
export interface Place<Id extends string = string> {
  at: Date;
  id: Id;
}

/**
 * What lies behind a place of a list, or all of it for none.
 * @param field the path of the moment the list is ordered by
 * @param isOldestFirst where it is not the newest that comes first
 */
export function behind<Doc>(field: string, place: Place | null, isOldestFirst = false): QueryFilter<Doc> {
  if (place === null) return {};
  const past = isOldestFirst ? '$gt' : '$lt';
  return { $or: [{ [field]: { [past]: place.at } }, { [field]: place.at, _id: { [past]: place.id } }] };
}
