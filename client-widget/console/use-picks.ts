import { useState } from 'preact/hooks';
import type { BulkSelection } from '../../shared/bulk.ts';
import type { CommentId } from '../../shared/ids.ts';
import { BULK_IDS_MAX } from '../../shared/limits.ts';
import { queryOf } from './desk-filter.ts';
import type { DeskFilter } from './desk-filter.ts';
import { isDecidable } from './review-state.ts';
import type { ReviewState } from './review-state.ts';

/** What is picked to be acted on together: rows by hand, or everything that fits the filter, loaded or not. */
interface Picked {
  /** The filter it was picked under; under another one it is nothing. */
  readonly filter: DeskFilter;
  readonly isAll: boolean;
  readonly ids: ReadonlySet<string>;
  /** The row picked last, from where a range goes. */
  readonly anchor: string | null;
}

export interface Picks {
  isAll: boolean;
  /** Null where nothing can be picked: what was put aside waits no more. */
  count: number | null;
  has: (id: string) => boolean;
  /** `isRange`: everything from the row picked last to this one. */
  toggle: (id: string, isRange?: boolean) => void;
  all: () => void;
  clear: () => void;
  /** As the service is asked; null when nothing is picked. */
  selection: () => BulkSelection | null;
}

function nothingPicked(filter: DeskFilter): Picked {
  return { filter, isAll: false, ids: new Set(), anchor: null };
}

/** Rows that can be picked: nobody decides about what is on its way, or gone. */
function pickable({ order, entries }: ReviewState): string[] {
  return order.filter((id) => {
    const entry = entries.get(id);
    return entry !== undefined && isDecidable(entry);
  });
}

/** What of it is still there. */
function pickedIds(picked: Picked, review: ReviewState): string[] {
  if (picked.filter !== review.filter) return [];
  return pickable(review).filter((id) => picked.isAll || picked.ids.has(id));
}

/** One row more or less, or a range more. By hand it is no more than the service takes. */
function toggled(picked: Picked, review: ReviewState, { id, isRange }: { id: string; isRange: boolean }): Picked {
  const rows = pickable(review);
  if (!rows.includes(id)) return picked;
  const ids = new Set(pickedIds(picked, review));
  const from = isRange && picked.anchor !== null ? rows.indexOf(picked.anchor) : -1;
  const to = rows.indexOf(id);
  if (from >= 0) for (const row of rows.slice(Math.min(from, to), Math.max(from, to) + 1)) ids.add(row);
  else if (!ids.delete(id)) ids.add(id);
  return { filter: review.filter, isAll: false, ids: new Set([...ids].slice(0, BULK_IDS_MAX)), anchor: id };
}

/** What the moderator has picked of what is on the desk. */
export function usePicks(review: ReviewState): Picks {
  const { filter } = review;
  const [picked, setPicked] = useState(() => nothingPicked(filter));
  const isPossible = filter.tab !== 'snoozed';
  const isAll = picked.filter === filter && picked.isAll;
  const ids = isPossible ? pickedIds(picked, review) : [];
  const known = new Set(ids);
  return {
    isAll,
    count: !isPossible ? null : isAll ? review.count : ids.length,
    has: (id) => known.has(id),
    toggle: (id, isRange = false) => {
      if (isPossible) setPicked((was) => toggled(was, review, { id, isRange }));
    },
    all: () => setPicked({ ...nothingPicked(filter), isAll: true }),
    clear: () => setPicked(nothingPicked(filter)),
    selection() {
      if (isAll) return { filter: queryOf(filter) };
      return ids.length === 0 ? null : { ids: ids as CommentId[] };
    },
  };
}
