import type { SecondFactorWay } from '../../identity.ts';
import type { Message } from '../format.ts';

/** The door, what is asked for there beside name and password, and one's own account. */
export interface AccountSentences {
  door: Record<
    | 'signIn'
    | 'signInLead'
    | 'setup'
    | 'setupLead'
    | 'invite'
    | 'inviteLead'
    | 'name'
    | 'nameHint'
    | 'password'
    | 'passwordHint'
    | 'showPassword'
    | 'create'
    | 'join'
    | 'enter'
    | 'working'
    | 'tooShort'
    | 'ended'
    | 'endedLead'
    | 'used'
    | 'usedLead'
    | 'toSignIn',
    Message
  >;
  entry: Record<
    | 'passkey'
    | 'passkeyNext'
    | 'noPasskey'
    | 'passkeyKnown'
    | 'noWay'
    | 'code'
    | 'recoveryCode'
    | 'back'
    | 'codesLeft'
    | 'goOn'
    | 'setUp',
    Message
  > & { ways: Record<SecondFactorWay, Message> };
  account: Record<
    | 'changePassword'
    | 'currentPassword'
    | 'newPassword'
    | 'passwordLead'
    | 'passwordChanged'
    | 'proof'
    | 'proofLead'
    | 'confirm'
    | 'usePasskey'
    | 'mustSetUp'
    | 'totp'
    | 'totpNone'
    | 'totpSince'
    | 'totpLead'
    | 'totpAdded'
    | 'totpDropped'
    | 'setUpTotp'
    | 'setUpOther'
    | 'dropTotp'
    | 'dropTotpTitle'
    | 'dropPasskeyTitle'
    | 'dropLead'
    | 'qrCode'
    | 'byHand'
    | 'code'
    | 'passkeys'
    | 'passkeysLead'
    | 'passkeysNot'
    | 'passkeyLead'
    | 'passkeyName'
    | 'passkeyNameHint'
    | 'makePasskey'
    | 'addPasskey'
    | 'passkeyAdded'
    | 'passkeyDropped'
    | 'added'
    | 'lastUsed'
    | 'neverUsed'
    | 'remove'
    | 'codes'
    | 'codesLead'
    | 'left'
    | 'newCodes'
    | 'newCodesLead'
    | 'codesMade'
    | 'print'
    | 'kept'
    | 'sessions'
    | 'browserOn'
    | 'unknownBrowser'
    | 'thisSession'
    | 'since'
    | 'endSession'
    | 'sessionEnded'
    | 'endOthers'
    | 'othersEnded',
    Message
  >;
  /** On the page of the team. */
  teamSecurity: Record<
    | 'required'
    | 'requiredLead'
    | 'has'
    | 'hasNot'
    | 'reset'
    | 'resetTitle'
    | 'resetLead'
    | 'resetDone'
    | 'eventRequired'
    | 'eventOptional'
    | 'eventReset'
    | 'eventRecoveryCode',
    Message
  >;
}
