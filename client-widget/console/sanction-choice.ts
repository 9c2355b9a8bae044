import type { Role } from '../../shared/identity.ts';
import { SUSPEND_DAYS } from '../../shared/limits.ts';
import { SANCTION_KINDS } from '../../shared/moderation-terms.ts';
import type { SanctionKind, SanctionOrder, SanctionView } from '../../shared/people.ts';
import type { ReasonCode } from '../../shared/moderation.ts';

const DAY_MS = 24 * 3_600_000;

/** What somebody is about to do; `days` is null where it has no end. */
export interface SanctionDraft {
  kind: SanctionKind;
  days: number | null;
  codes: readonly ReasonCode[];
  note: string;
  remark: string;
}

/** Bans, and what lasts longer than a week, take an admin. */
const mayGrave = (role: Role): boolean => role !== 'moderator';

export function kindsFor(role: Role): SanctionKind[] {
  return SANCTION_KINDS.filter((kind) => kind !== 'ban' || mayGrave(role));
}

/** How long a sanction can last, days; empty where there is nothing to choose. */
export function lengthsOf(kind: SanctionKind, role: Role): (number | null)[] {
  switch (kind) {
    case 'warn':
    case 'ban':
      return [];
    case 'premod':
      return [7, 30, 90, null];
    case 'suspend':
      return [1, 3, 7, 14, 30, 90, 365].filter((days) => days <= SUSPEND_DAYS || mayGrave(role));
  }
}

export function mayLift(role: Role, { kind, at, until }: Pick<SanctionView, 'kind' | 'at' | 'until'>): boolean {
  if (mayGrave(role) || kind === 'warn' || kind === 'premod') return true;
  return kind === 'suspend' && until !== null && Date.parse(until) - Date.parse(at) <= SUSPEND_DAYS * DAY_MS;
}

/** What is sent; the end counts from now. */
export function orderOf(
  { kind, days, codes, note, remark }: SanctionDraft,
  about: { expectedV: number; commentId: string; rev: number; now: number },
): SanctionOrder {
  const until = days === null ? undefined : new Date(about.now + days * DAY_MS - 1000).toISOString();
  const more = {
    expectedV: about.expectedV,
    commentId: about.commentId as SanctionOrder['commentId'],
    rev: about.rev,
    codes: [...codes],
    ...(note.trim() === '' ? {} : { note: note.trim() }),
    ...(remark.trim() === '' ? {} : { remark: remark.trim() }),
  };
  switch (kind) {
    case 'warn':
    case 'ban':
      return { kind, ...more };
    case 'premod':
      return { kind, ...more, ...(until === undefined ? {} : { until }) };
    case 'suspend':
      return { kind, ...more, until: until ?? '' };
  }
}
