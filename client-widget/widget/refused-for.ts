import type { ReasonCode } from '../../shared/moderation.ts';

/** Why a comment was refused, for its author; whoever gave no reason had some other. */
export function refusedFor({ reasons }: { reasons?: readonly ReasonCode[] }): readonly ReasonCode[] {
  return reasons === undefined || reasons.length === 0 ? ['other'] : reasons;
}
