import type { BulkAction } from '../../shared/bulk.ts';
import { NOTE_MAX } from '../../shared/limits.ts';
import type { ReasonCode } from '../../shared/moderation.ts';
import { ownMoment } from './snooze-times.ts';

export const BULK_ACTIONS = [
  'approve',
  'refuse',
  'spam',
  'escalate',
  'snooze',
] as const satisfies BulkAction['action'][];

/** What is written before it is done to many comments. */
export interface BulkDraft {
  action: BulkAction['action'] | null;
  codes: readonly ReasonCode[];
  note: string;
  remark: string;
  /** As a field for a moment has it. */
  until: string;
  /** The number that was typed to confirm it. */
  typed: string;
}

export type DraftFault = 'noAction' | 'noCode' | 'wrongMoment' | 'wrongNumber' | 'tooLong';

/** The act, or what is still missing from it. @param count the number that must have been typed; null where none must */
export function actOf(
  draft: BulkDraft,
  { count, now }: { count: number | null; now: Date },
): { act: BulkAction } | { fault: DraftFault } {
  const { action, codes } = draft;
  const [note, remark] = [draft.note.trim(), draft.remark.trim()];
  if (action === null) return { fault: 'noAction' };
  if (action === 'refuse' && codes.length === 0) return { fault: 'noCode' };
  const until = action === 'snooze' ? ownMoment(draft.until, now) : null;
  if (action === 'snooze' && until === null) return { fault: 'wrongMoment' };
  if (note.length > NOTE_MAX || remark.length > NOTE_MAX) return { fault: 'tooLong' };
  // However its digits are grouped: "12 345", "12,345" and "12345" are one number.
  if (count !== null && draft.typed.replace(/[\s.,\u2019']/g, '') !== String(count)) return { fault: 'wrongNumber' };
  const said = remark === '' ? {} : { remark };
  switch (action) {
    case 'refuse':
      return { act: { action, codes: [...codes], ...(note === '' ? {} : { note }), ...said } };
    case 'snooze':
      return { act: { action, until: (until ?? now).toISOString(), ...said } };
    default:
      return { act: { action, ...said } };
  }
}
