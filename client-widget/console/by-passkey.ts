import type { FactorAdded, PasskeyOptions } from '../../shared/account.ts';
import type { PasskeyProof } from '../../shared/identity.ts';
import type { AccountApi, Entry, EntryApi } from './account-api.ts';
import type { Answer } from './api.ts';

/** Whether passkeys can be used at this address at all: in a browser that has them, and not where the service is a number. */
export function canUsePasskeys(): boolean {
  return 'PublicKeyCredential' in globalThis && !/^[\d.]+$|:/.test(location.hostname);
}

/** Asks the service what to ask for, whoever sits there for a passkey, and hands it in. */
async function show<T>(
  options: Promise<Answer<PasskeyOptions>>,
  handIn: (proof: PasskeyProof) => Promise<Answer<T>>,
): Promise<Answer<T>> {
  // The browser's side of it is loaded when somebody has use for it.
  const [asked, { showPasskey }] = await Promise.all([options, import('./passkeys.ts')]);
  if (!asked.ok) return asked;
  const shown = await showPasskey(asked.value);
  return shown.ok ? handIn(shown.value) : shown;
}

/** Signs in by a passkey: as the second factor for a challenge, else alone. */
export const enterByPasskey = (api: EntryApi, challenge?: string): Promise<Answer<Entry>> =>
  show(api.signInOptions(challenge), (proof) => api.signInByPasskey({ challenge, proof }));

/** Proves once more who one is. */
export const proveByPasskey = (api: AccountApi): Promise<Answer<null>> =>
  show(api.proofOptions(), (passkey) => api.prove({ passkey }));

/** Makes a passkey and adds it to one's own. */
export async function addPasskey(api: AccountApi, name: string): Promise<Answer<FactorAdded>> {
  const [asked, { makePasskey }] = await Promise.all([api.passkeyOptions(), import('./passkeys.ts')]);
  if (!asked.ok) return asked;
  const made = await makePasskey(asked.value, name);
  return made.ok ? api.addPasskey(made.value) : made;
}
