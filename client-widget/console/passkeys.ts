import { startAuthentication, startRegistration } from '@simplewebauthn/browser';
import type { NewPasskey, PasskeyOptions } from '../../shared/account.ts';
import type { PasskeyProof } from '../../shared/identity.ts';
import type { Answer } from './api.ts';

/** A passkey that the browser makes as the service wants it, once whoever sits there agrees. */
export function makePasskey(options: PasskeyOptions, name: string): Promise<Answer<NewPasskey>> {
  return asked(async () => {
    const optionsJSON = options as unknown as Parameters<typeof startRegistration>[0]['optionsJSON'];
    const { id, response } = await startRegistration({ optionsJSON });
    const { clientDataJSON, attestationObject, transports = [] } = response;
    return { name, id, clientDataJSON, attestationObject, transports };
  });
}

/** What a passkey of whoever sits there answers the service. */
export function showPasskey(options: PasskeyOptions): Promise<Answer<PasskeyProof>> {
  return asked(async () => {
    const optionsJSON = options as unknown as Parameters<typeof startAuthentication>[0]['optionsJSON'];
    const { id, response } = await startAuthentication({ optionsJSON });
    const { clientDataJSON, authenticatorData, signature, userHandle } = response;
    return { id, clientDataJSON, authenticatorData, signature, ...(userHandle === undefined ? {} : { userHandle }) };
  });
}

/** Browsers tell a page little of why there is no passkey, lest it learn whether there is one: somebody said no, or nothing. */
async function asked<T>(work: () => Promise<T>): Promise<Answer<T>> {
  try {
    return { ok: true, value: await work() };
  } catch (error) {
    const isKnown = error instanceof Error && error.name === 'InvalidStateError';
    return { ok: false, trouble: { kind: isKnown ? 'passkey-known' : 'no-passkey' } };
  }
}
