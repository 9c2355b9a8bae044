/**
 * Paths that readers' pages ask once somebody signs in or has signed in, and what both ends put into them; apart for the same
 * reason as `readerRoutes`.
 */
export const signInRoutes = {
  signIn: '/v1/sites/:siteId/sign-in',
  signInMail: '/v1/sites/:siteId/sign-in/mail',
  signInCode: '/v1/sites/:siteId/sign-in/code',
  signInLink: '/v1/sites/:siteId/sign-in/link',
  signInLinkCheck: '/v1/sites/:siteId/sign-in/link/check',
  signInSite: '/v1/sites/:siteId/sign-in/site',
  sessionChallenge: '/v1/sites/:siteId/reader-session/challenge',
  sessionToken: '/v1/sites/:siteId/reader-session/token',
  me: '/v1/me',
  ownSessions: '/v1/me/sessions',
  ownSession: '/v1/me/sessions/:sessionId',
} as const;

/**
 * Where a browser goes to sign in with a provider, and comes back from it: pages, not part of the API. The start takes `site`,
 * `provider`, `return` (the article, without a fragment) and, if the page can keep a key on the way, `key`: its thumbprint (RFC 7638,
 * SHA-256, base64url). The link to sign in with is then good for that key alone, so nobody need be asked who they are signed in as.
 */
export const providerRoutes = { providerStart: '/oidc/start', providerReturn: '/oidc/return' } as const;

/**
 * What a browser signs with its session's key to have an access token: ECDSA on P-256 with SHA-256 over its UTF-8 bytes.
 * @param origin of the service as the page reaches it, as "https://comments.example"; it is in what is signed so that the signature
 *   is of no use to another service
 */
export function sessionProof(origin: string, challenge: string): string {
  return `tribune-session\n${origin}\n${challenge}`;
}
