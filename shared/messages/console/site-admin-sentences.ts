import type { ProviderChecked } from '../../site-accounts.ts';
import type { Message } from '../format.ts';

/** What owners do with a whole site. */
export interface SiteAdminSentences {
  siteRemoval: Record<
    | 'title'
    | 'lead'
    | 'openFirst'
    | 'fromFile'
    | 'remove'
    | 'question'
    | 'what'
    | 'team'
    | 'keep'
    | 'typed'
    | 'typedHint'
    | 'removeNow'
    | 'underWay'
    | 'gone'
    | 'begun'
    | 'comments'
    | 'rest',
    Message
  >;
  siteAccounts: Record<
    | 'title'
    | 'keys'
    | 'keysLead'
    | 'issuer'
    | 'audience'
    | 'isRevoked'
    | 'made'
    | 'revokedBy'
    | 'revoke'
    | 'keysFull'
    | 'addKey'
    | 'kind'
    | 'hs256'
    | 'edDsa'
    | 'publicKey'
    | 'publicKeyHint'
    | 'publicKeyWrong'
    | 'makeKey'
    | 'keyMade'
    | 'secretOnce'
    | 'kid'
    | 'secret'
    | 'keyInForce'
    | 'revokeTitle'
    | 'revokeLead'
    | 'keyRevoked'
    | 'providers'
    | 'providersLead'
    | 'providersFull'
    | 'addProvider'
    | 'change'
    | 'drop'
    | 'name'
    | 'nameHint'
    | 'id'
    | 'idHint'
    | 'issuerUrl'
    | 'issuerUrlHint'
    | 'clientId'
    | 'clientIdHint'
    | 'clientSecret'
    | 'secretHint'
    | 'secretStays'
    | 'check'
    | 'returnUrl'
    | 'returnUrlHint'
    | 'providerSaved'
    | 'dropTitle'
    | 'dropLead'
    | 'providerGone',
    Message
  >;
  /** What came of asking a provider to describe itself. */
  providerFound: Record<ProviderChecked['found'], Message>;
}
