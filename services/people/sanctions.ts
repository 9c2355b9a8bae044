import { SANCTION_MAX_DAYS, SUSPEND_DAYS } from '../../shared/limits.ts';
import type { SanctionKind, SanctionOrder } from '../../shared/people.ts';
import { Problem, type ProblemCode } from '../../shared/problem.ts';
import type { ReaderStanding } from '../../shared/standing.ts';
import type { PersonDoc, Sanction } from '../storage/people.ts';

export const DAY_MS = 24 * 3_600_000;

/** What of a person's sanctions counts at a moment. Nothing is done when one expires: it is simply over. */
export function inForce({ sanctions }: Pick<PersonDoc, 'sanctions'>, now: Date): Sanction[] {
  return (sanctions?.standing ?? []).filter(({ until }) => until === null || until > now);
}

export function inForceOf(person: Pick<PersonDoc, 'sanctions'>, kind: SanctionKind, now: Date): Sanction | undefined {
  return inForce(person, now).find((sanction) => sanction.kind === kind);
}

/** How a person stands, as they themselves may know it: what, why and until when, but not who. */
export function readerStanding(person: Pick<PersonDoc, 'sanctions'>, now: Date): ReaderStanding | null {
  if (inForce(person, now).length === 0) return null;
  const warning = inForceOf(person, 'warn', now);
  return {
    warning: warning === undefined ? null : { id: warning.id, ...told(warning) },
    premod: withEnd(inForceOf(person, 'premod', now)),
    // Who is banned is not told of a suspension that ends before.
    barred: withEnd(inForceOf(person, 'ban', now) ?? inForceOf(person, 'suspend', now)),
  };
}

function told({ at, codes, note }: Sanction) {
  return { at: at.toISOString(), codes, note };
}

function withEnd(sanction: Sanction | undefined): ReaderStanding['barred'] {
  return sanction === undefined ? null : { ...told(sanction), until: sanction.until?.toISOString() ?? null };
}

/** Why a person may not write now; null if they may. `standing` and, where there is an end, `until` ride along. */
export function whyNotWrite(person: Pick<PersonDoc, 'sanctions'>, now: Date): Problem | null {
  const standing = readerStanding(person, now);
  if (standing === null) return null;
  const refuse = (code: ProblemCode, codes: readonly string[], until: string | null = null): Problem =>
    new Problem(code, { extensions: { standing, codes, ...(until === null ? {} : { until }) } });
  const { barred, warning } = standing;
  if (barred !== null) return refuse(barred.until === null ? 'banned' : 'suspended', barred.codes, barred.until);
  return warning === null ? null : refuse('warning-unread', warning.codes);
}

/** Whether a sanction is one that a moderator alone decides about, be it to impose, replace or lift it. */
export function isMinor({ kind, at, until }: Pick<Sanction, 'kind' | 'at' | 'until'>): boolean {
  switch (kind) {
    case 'warn':
    case 'premod':
      return true;
    case 'suspend':
      return until !== null && until.getTime() - at.getTime() <= SUSPEND_DAYS * DAY_MS;
    case 'ban':
      return false;
  }
}

/**
 * When a sanction ends by itself; null if it does not.
 * @throws Problem `validation-failed`
 */
export function endOf(order: SanctionOrder, now: Date): Date | null {
  if (!('until' in order) || order.until === undefined) return null;
  const until = new Date(order.until);
  const ahead = until.getTime() - now.getTime();
  const error = (code: 'in-the-past' | 'too-far-ahead') =>
    new Problem('validation-failed', { errors: [{ path: 'until', code, limit: SANCTION_MAX_DAYS }] });
  if (ahead <= 0) throw error('in-the-past');
  if (ahead > SANCTION_MAX_DAYS * DAY_MS) throw error('too-far-ahead');
  return until;
}
