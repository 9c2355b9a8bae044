import { Schema } from 'mongoose';
import type { DistinctionKind } from '../../shared/moderation.ts';

/** Since when a comment is set apart. Every discussion has so many slots for each kind, and a slot is one comment's. */
export interface Distinction {
  at: Date;
  slot: number;
}

/** How a comment is set apart from the others of its discussion; absent for nearly all. */
export type Distinctions = { [Kind in DistinctionKind]?: Distinction };

export const DISTINCTION_FIELDS = { pin: Schema.Types.Mixed, feature: Schema.Types.Mixed };

const slots = (name: string, slot: `mod.${DistinctionKind}.slot`) =>
  [
    { threadId: 1, [slot]: 1 } as const,
    { name, unique: true, partialFilterExpression: { [slot]: { $exists: true } } },
  ] as const;

/** However many moderators set comments apart at once, no slot is taken twice. */
export const DISTINCTION_INDEXES = [slots('pinned', 'mod.pin.slot'), slots('featured', 'mod.feature.slot')];
