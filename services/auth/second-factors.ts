import type { SecondFactorWay } from '../../shared/identity.ts';
import type { ModeratorDoc } from '../storage/moderators.ts';

type Factors = Pick<ModeratorDoc, 'totp' | 'passkeys' | 'recovery'>;

/** Whether a password alone does not let somebody in. Recovery codes are for who has lost theirs, and no factor by themselves. */
export function hasSecondFactor({ totp, passkeys = [] }: Factors): boolean {
  return totp !== undefined || passkeys.length > 0;
}

/** What somebody can show beside their password; nothing, if the password lets them in. */
export function secondFactorsOf(of: Factors): SecondFactorWay[] {
  if (!hasSecondFactor(of)) return [];
  const ways: [SecondFactorWay, boolean][] = [
    ['passkey', (of.passkeys ?? []).length > 0],
    ['code', of.totp !== undefined],
    ['recovery-code', (of.recovery ?? []).length > 0],
  ];
  return ways.flatMap(([way, isThere]) => (isThere ? [way] : []));
}
