import type {
  Account,
  FactorAdded,
  NewPasskey,
  PasskeyOptions,
  PasswordChange,
  Proof,
  RecoveryCodes,
  TotpOffer,
} from '../../shared/account.ts';
import type { ModeratorView, PasskeyProof, SignedIn, SignInStep } from '../../shared/identity.ts';
import { path, routes } from '../../shared/routes.ts';
import type { Call } from '../kit/api.ts';
import type { Answer } from './api.ts';

type Ask = <T>(url: string, call?: Call) => Promise<Answer<T>>;

/** Somebody is in, or has more to show or to do first. */
export type Entry = SignedIn | SignInStep;

/** Ways in, and out. */
export interface EntryApi {
  session(): Promise<Answer<ModeratorView>>;
  signOut(): Promise<Answer<null>>;
  /** Whether a one-time link still works. */
  checkCode(code: string): Promise<Answer<null>>;
  signIn(credentials: { name: string; password: string }): Promise<Answer<Entry>>;
  setUp(form: { code: string; name: string; password: string }): Promise<Answer<Entry>>;
  /** Chooses a new password by the link of an owner who has lost everything. */
  rescue(form: { code: string; password: string }): Promise<Answer<Entry>>;
  signInByCode(shown: { challenge: string; way: 'code' | 'recovery-code'; code: string }): Promise<Answer<Entry>>;
  /** Without a challenge, for a sign-in by passkey alone; so below. */
  signInOptions(challenge: string | undefined): Promise<Answer<PasskeyOptions>>;
  signInByPasskey(shown: { challenge: string | undefined; proof: PasskeyProof }): Promise<Answer<Entry>>;
}

/** One's own account. */
export interface AccountApi {
  account(): Promise<Answer<Account>>;
  changePassword(change: PasswordChange): Promise<Answer<null>>;
  prove(proof: Proof): Promise<Answer<null>>;
  proofOptions(): Promise<Answer<PasskeyOptions>>;
  offerTotp(): Promise<Answer<TotpOffer>>;
  confirmTotp(code: string): Promise<Answer<FactorAdded>>;
  dropTotp(): Promise<Answer<null>>;
  renewRecoveryCodes(): Promise<Answer<RecoveryCodes>>;
  passkeyOptions(): Promise<Answer<PasskeyOptions>>;
  addPasskey(made: NewPasskey): Promise<Answer<FactorAdded>>;
  dropPasskey(passkeyId: string): Promise<Answer<null>>;
  endSession(sessionId: string): Promise<Answer<null>>;
  endOtherSessions(): Promise<Answer<null>>;
}

/** @param enter asks for something that may begin a session */
export function createEntryApi(enter: (url: string, body: unknown) => Promise<Answer<Entry>>, knock: Ask): EntryApi {
  return {
    session: () => knock(routes.session),
    signOut: () => knock(routes.session, { method: 'DELETE' }),
    checkCode: (code) => knock(routes.setupCheck, { method: 'POST', body: { code } }),
    signIn: (body) => enter(routes.session, body),
    setUp: (body) => enter(routes.setup, body),
    rescue: (body) => enter(routes.rescue, body),
    signInByCode: (body) => enter(routes.sessionCode, body),
    signInOptions: (challenge) => knock(routes.sessionPasskeyOptions, { method: 'POST', body: { challenge } }),
    signInByPasskey: (body) => enter(routes.sessionPasskey, body),
  };
}

export function createAccountApi(ask: Ask): AccountApi {
  const send = <T>(method: 'POST' | 'PUT' | 'DELETE', url: string, body?: unknown): Promise<Answer<T>> =>
    ask(url, { method, body });
  return {
    account: () => ask(routes.account),
    changePassword: (change) => send('PUT', routes.accountPassword, change),
    prove: (proof) => send('POST', routes.accountProof, proof),
    proofOptions: () => send('POST', routes.accountProofOptions),
    offerTotp: () => send('POST', routes.accountTotp),
    confirmTotp: (code) => send('POST', routes.accountTotpConfirm, { code }),
    dropTotp: () => send('DELETE', routes.accountTotp),
    renewRecoveryCodes: () => send('POST', routes.accountRecoveryCodes),
    passkeyOptions: () => send('POST', routes.accountPasskeyOptions),
    addPasskey: (made) => send('POST', routes.accountPasskeys, made),
    dropPasskey: (passkeyId) => send('DELETE', path(routes.accountPasskey, { passkeyId })),
    endSession: (sessionId) => send('DELETE', path(routes.accountSession, { sessionId })),
    endOtherSessions: () => send('DELETE', routes.accountSessions),
  };
}
