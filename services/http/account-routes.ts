import { z } from 'zod';
import {
  accountSchema,
  factorAddedSchema,
  newPasskeySchema,
  passkeyOptionsSchema,
  passwordChangeSchema,
  proofSchema,
  recoveryCodesSchema,
  totpCodeSchema,
  totpOfferSchema,
  type Account,
  type FactorAdded,
  type NewPasskey,
  type PasskeyOptions,
  type PasswordChange,
  type Proof,
  type RecoveryCodes,
  type TotpOffer,
} from '../../shared/account.ts';
import type { ModeratorView } from '../../shared/identity.ts';
import { routes } from '../../shared/routes.ts';
import { route, type Answer, type Route } from './call.ts';

/** A member of the team, at one of their sessions. */
interface Who {
  id: string;
  session: string;
}

export interface AccountUseCases {
  read(who: Who): Promise<Account>;
  changePassword(who: Who, change: PasswordChange): Promise<void>;
  prove(who: Who, proof: Proof): Promise<void>;
  proofOptions(who: Who): Promise<PasskeyOptions>;
  offerTotp(who: Who): Promise<TotpOffer>;
  confirmTotp(who: Who, code: string): Promise<FactorAdded>;
  dropTotp(who: Who): Promise<void>;
  renewRecoveryCodes(who: Who): Promise<RecoveryCodes>;
  passkeyOptions(who: Who): Promise<PasskeyOptions>;
  addPasskey(who: Who, made: NewPasskey): Promise<FactorAdded>;
  dropPasskey(who: Who, passkeyId: string): Promise<void>;
  /** By the id the account names it by. */
  endSession(who: Who, sessionId: string): Promise<void>;
  endOtherSessions(who: Who): Promise<void>;
}

const idOf = (max: number): z.ZodString =>
  z
    .string()
    .max(max)
    .regex(/^[A-Za-z0-9_-]+$/);
const passkeyParams = z.strictObject({ passkeyId: idOf(1400) });
const sessionParams = z.strictObject({ sessionId: idOf(100) });

const OPTIONS = {
  description: 'What WebAuthn asks the browser for, good for five minutes',
  schema: passkeyOptionsSchema,
};
const ADDED = { description: 'It counts from now on; the first comes with recovery codes', schema: factorAddedSchema };
const PROOF = 'Refused with `proof-required` ten minutes after the sign-in, unless `account/proof` was answered since.';

const whoIs = ({ moderator, session }: { moderator: ModeratorView; session: string }): Who => ({
  id: moderator.id,
  session,
});
const done = async (work: Promise<void>): Promise<Answer> => {
  await work;
  return { status: 204 };
};

/** What every member of the team sees and changes of how they sign in; nothing of anybody else. */
export function accountRoutes(use: AccountUseCases): Route[] {
  return [
    route({
      who: 'moderator',
      settingUp: true,
      method: 'get',
      path: routes.account,
      tag: 'console',
      summary: 'Read how one signs in, and where one is signed in',
      answers: { 200: { description: 'The account', schema: accountSchema } },
      handle: async (call) => ({ status: 200, body: await use.read(whoIs(call)) }),
    }),
    route({
      who: 'moderator',
      hashes: true,
      method: 'put',
      path: routes.accountPassword,
      tag: 'console',
      summary: 'Change one’s password',
      body: passwordChangeSchema,
      answers: { 204: { description: 'Changed; every other session has ended', schema: null } },
      handle: (call) => done(use.changePassword(whoIs(call), call.body)),
    }),
    route({
      who: 'moderator',
      settingUp: true,
      hashes: true,
      method: 'post',
      path: routes.accountProof,
      tag: 'console',
      summary: 'Prove once more who one is, by the password or a passkey',
      body: proofSchema,
      answers: { 204: { description: 'Good for ten minutes', schema: null } },
      handle: (call) => done(use.prove(whoIs(call), call.body)),
    }),
    route({
      who: 'moderator',
      settingUp: true,
      method: 'post',
      path: routes.accountProofOptions,
      tag: 'console',
      summary: 'Ask what a browser has to ask one’s passkey for',
      answers: { 200: OPTIONS },
      handle: async (call) => ({ status: 200, body: await use.proofOptions(whoIs(call)) }),
    }),
    ...totpRoutes(use),
    ...passkeyRoutes(use),
    ...ownSessionRoutes(use),
  ];
}

function totpRoutes(use: AccountUseCases): Route[] {
  return [
    route({
      who: 'moderator',
      settingUp: true,
      method: 'post',
      path: routes.accountTotp,
      tag: 'console',
      summary: 'Get a secret for an authenticator app',
      description: `Counts once it is confirmed by a code. ${PROOF}`,
      answers: { 200: { description: 'The secret, as text and for a QR code', schema: totpOfferSchema } },
      handle: async (call) => ({ status: 200, body: await use.offerTotp(whoIs(call)) }),
    }),
    route({
      who: 'moderator',
      settingUp: true,
      method: 'post',
      path: routes.accountTotpConfirm,
      tag: 'console',
      summary: 'Confirm an authenticator app by a code of it',
      description: PROOF,
      body: totpCodeSchema,
      answers: { 200: ADDED },
      handle: async (call) => ({ status: 200, body: await use.confirmTotp(whoIs(call), call.body.code) }),
    }),
    route({
      who: 'moderator',
      method: 'delete',
      path: routes.accountTotp,
      tag: 'console',
      summary: 'Do without an authenticator app',
      description: PROOF,
      answers: { 204: { description: 'It is of no use any more', schema: null } },
      handle: (call) => done(use.dropTotp(whoIs(call))),
    }),
    route({
      who: 'moderator',
      method: 'post',
      path: routes.accountRecoveryCodes,
      tag: 'console',
      summary: 'Get a fresh set of recovery codes',
      description: `The codes before are of no use any more. ${PROOF}`,
      answers: { 200: { description: 'Shown this once', schema: recoveryCodesSchema } },
      handle: async (call) => ({ status: 200, body: await use.renewRecoveryCodes(whoIs(call)) }),
    }),
  ];
}

function passkeyRoutes(use: AccountUseCases): Route[] {
  return [
    route({
      who: 'moderator',
      settingUp: true,
      method: 'post',
      path: routes.accountPasskeyOptions,
      tag: 'console',
      summary: 'Ask what a browser has to make a passkey of',
      description: PROOF,
      answers: { 200: OPTIONS },
      handle: async (call) => ({ status: 200, body: await use.passkeyOptions(whoIs(call)) }),
    }),
    route({
      who: 'moderator',
      settingUp: true,
      method: 'post',
      path: routes.accountPasskeys,
      tag: 'console',
      summary: 'Add a passkey that the browser has made',
      description: `Ten at most. ${PROOF}`,
      body: newPasskeySchema,
      answers: { 201: ADDED },
      handle: async (call) => ({ status: 201, body: await use.addPasskey(whoIs(call), call.body) }),
    }),
    route({
      who: 'moderator',
      method: 'delete',
      path: routes.accountPasskey,
      tag: 'console',
      summary: 'Remove a passkey',
      description: PROOF,
      params: passkeyParams,
      answers: { 204: { description: 'It lets nobody in any more', schema: null } },
      handle: (call) => done(use.dropPasskey(whoIs(call), call.params.passkeyId)),
    }),
  ];
}

function ownSessionRoutes(use: AccountUseCases): Route[] {
  return [
    route({
      who: 'moderator',
      method: 'delete',
      path: routes.accountSession,
      tag: 'console',
      summary: 'End a session of one’s own',
      params: sessionParams,
      answers: { 204: { description: 'It is over, and its open sockets are cut', schema: null } },
      handle: (call) => done(use.endSession(whoIs(call), call.params.sessionId)),
    }),
    route({
      who: 'moderator',
      method: 'delete',
      path: routes.accountSessions,
      tag: 'console',
      summary: 'End every session of one’s own but this one',
      answers: { 204: { description: 'They are over; open sockets follow', schema: null } },
      handle: (call) => done(use.endOtherSessions(whoIs(call))),
    }),
  ];
}
