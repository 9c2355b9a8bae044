import type { FactorAdded, NewPasskey, PasskeyOptions, RecoveryCodes, TotpOffer } from '../../shared/account.ts';
import { PASSKEYS_MAX } from '../../shared/limits.ts';
import type { ModeratorId } from '../../shared/ids.ts';
import { Problem } from '../../shared/problem.ts';
import type { ModeratorDoc, Passkey } from '../storage/moderators.ts';
import { ownDoc } from './account.ts';
import type { Passkeys } from './passkeys.ts';
import { newRecoveryCodes, recoveryCodeHash } from './recovery-codes.ts';
import type { Sealing } from '../sealed.ts';
import { hasSecondFactor } from './second-factors.ts';
import type { Sessions } from './sessions.ts';
import { newTotpSecret, stepOf, totpAddress } from './totp.ts';

export interface OwnFactorsDeps {
  moderators: {
    byId(id: ModeratorId): Promise<ModeratorDoc | null>;
    draftTotp(id: ModeratorId, draft: NonNullable<ModeratorDoc['totpDraft']>): Promise<boolean>;
    setTotp(id: ModeratorId, totp: NonNullable<ModeratorDoc['totp']>, recovery: string[] | null): Promise<boolean>;
    dropTotp(id: ModeratorId, isLast: boolean): Promise<boolean>;
    setRecovery(id: ModeratorId, hashes: string[]): Promise<boolean>;
    addPasskey(id: ModeratorId, passkey: Passkey, with_: { recovery: string[] | null; most: number }): Promise<boolean>;
    dropPasskey(id: ModeratorId, passkeyId: string, isLast: boolean): Promise<boolean>;
  };
  passkeys: Pick<Passkeys, 'askForNew' | 'takeNew'>;
  sessions: Pick<Sessions, 'forget'>;
  seal: Sealing;
  isRequired: () => Promise<boolean>;
  serviceKey: string;
  now: () => Date;
}

/** A set of recovery codes, and what is stored of them. */
function freshCodes({ serviceKey }: OwnFactorsDeps, id: ModeratorId): { codes: string[]; hashes: string[] } {
  const codes = newRecoveryCodes();
  return { codes, hashes: codes.map((code) => recoveryCodeHash(serviceKey, id, code)) };
}

/** With the first second factor come the codes for whoever loses it. */
const codesFor = (deps: OwnFactorsDeps, doc: ModeratorDoc): ReturnType<typeof freshCodes> | null =>
  hasSecondFactor(doc) ? null : freshCodes(deps, doc._id);

/** A secret for an authenticator app. It counts once a code made of it has come back. */
export async function offerTotp(deps: OwnFactorsDeps, id: string, issuer: string): Promise<TotpOffer> {
  const { _id, name } = await ownDoc(deps, id);
  const secret = newTotpSecret();
  await deps.moderators.draftTotp(_id, { secret: deps.seal.seal(secret, _id), at: deps.now() });
  return { secret, address: totpAddress(secret, { issuer, name }) };
}

/**
 * Sets up the authenticator app that was offered, in place of another. The code cannot be used again.
 * @throws Problem `challenge-over` if none was offered, or another one since; `wrong-code`
 */
export async function confirmTotp(deps: OwnFactorsDeps, id: string, code: string): Promise<FactorAdded> {
  const doc = await ownDoc(deps, id);
  if (doc.totpDraft === undefined) throw new Problem('challenge-over');
  const { secret } = doc.totpDraft;
  const lastStep = stepOf(deps.seal.open(secret, doc._id), code.replace(/\s/g, ''), deps.now());
  if (lastStep === null) throw new Problem('wrong-code');
  const fresh = codesFor(deps, doc);
  const isSet = await deps.moderators.setTotp(doc._id, { secret, lastStep, since: deps.now() }, fresh?.hashes ?? null);
  if (!isSet) throw new Problem('challenge-over');
  deps.sessions.forget();
  return { recoveryCodes: fresh?.codes ?? null };
}

/** @throws Problem `last-second-factor` */
export async function dropTotp(deps: OwnFactorsDeps, id: string): Promise<void> {
  const doc = await ownDoc(deps, id);
  const { totp: _, ...rest } = doc;
  await requireRest(deps, rest);
  await deps.moderators.dropTotp(doc._id, !hasSecondFactor(rest));
  deps.sessions.forget();
}

/**
 * A fresh set of recovery codes; the ones before are of no use any more.
 * @throws Problem `own-second-factor-first` for who has none that they could stand for
 */
export async function renewRecoveryCodes(deps: OwnFactorsDeps, id: string): Promise<RecoveryCodes> {
  const doc = await ownDoc(deps, id);
  if (!hasSecondFactor(doc)) throw new Problem('own-second-factor-first');
  const { codes, hashes } = freshCodes(deps, doc._id);
  await deps.moderators.setRecovery(doc._id, hashes);
  return { codes };
}

/** @throws Problem `list-full` */
export async function askForPasskey(deps: OwnFactorsDeps, id: string): Promise<PasskeyOptions> {
  const doc = await ownDoc(deps, id);
  if ((doc.passkeys ?? []).length >= PASSKEYS_MAX) throw new Problem('list-full');
  return deps.passkeys.askForNew(doc);
}

/** @throws Problem `challenge-over`, `passkey-refused`, `list-full` */
export async function addPasskey(deps: OwnFactorsDeps, id: string, made: NewPasskey): Promise<FactorAdded> {
  const doc = await ownDoc(deps, id);
  const passkey = await deps.passkeys.takeNew(doc._id, made);
  const fresh = codesFor(deps, doc);
  const kept = { recovery: fresh?.hashes ?? null, most: PASSKEYS_MAX };
  if (!(await deps.moderators.addPasskey(doc._id, passkey, kept))) throw new Problem('list-full');
  deps.sessions.forget();
  return { recoveryCodes: fresh?.codes ?? null };
}

/** Removes a passkey. Sent again it changes nothing more. @throws Problem `last-second-factor` */
export async function dropPasskey(deps: OwnFactorsDeps, id: string, passkeyId: string): Promise<void> {
  const doc = await ownDoc(deps, id);
  const passkeys = (doc.passkeys ?? []).filter((one) => one.id !== passkeyId);
  if (passkeys.length === doc.passkeys?.length || doc.passkeys === undefined) return;
  const rest = { ...doc, passkeys };
  await requireRest(deps, rest);
  await deps.moderators.dropPasskey(doc._id, passkeyId, !hasSecondFactor(rest));
  deps.sessions.forget();
}

/** @throws Problem `last-second-factor` if nothing is left where the team requires something */
async function requireRest(
  deps: OwnFactorsDeps,
  rest: Pick<ModeratorDoc, 'totp' | 'passkeys' | 'recovery'>,
): Promise<void> {
  if (!hasSecondFactor(rest) && (await deps.isRequired())) throw new Problem('last-second-factor');
}
