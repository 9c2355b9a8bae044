import type { ProviderChecked } from '../../shared/site-accounts.ts';
import type { Outbound } from '../outbound.ts';

const WELL_KNOWN = '/.well-known/openid-configuration';

/**
 * Asks a provider of accounts to describe itself (OpenID Connect Discovery 1.0), and says what is wrong with that, so that it is found
 * before a reader finds it. Nothing is signed in to: whether client and secret are right shows with the first sign-in.
 */
export async function checkProvider({ call }: Pick<Outbound, 'call'>, issuer: string): Promise<ProviderChecked> {
  const url = `${issuer.replace(/\/$/, '')}${WELL_KNOWN}`;
  const answer = await call({ url, method: 'GET', headers: { accept: 'application/json' } });
  if (!answer.ok) return { found: 'unreachable', url, detail: answer.detail };
  if (answer.status !== 200) return { found: 'not-there', url, detail: String(answer.status) };
  const described = objectIn(answer.body);
  if (described === null) return { found: 'not-json', url, detail: null };
  const said = described['issuer'];
  // The library compares them as addresses, so a slash at the end of a bare host makes no difference.
  if (typeof said !== 'string' || !isSameAddress(said, issuer))
    return { found: 'other-issuer', url, detail: typeof said === 'string' ? said.slice(0, 200) : null };
  const missing = ['authorization_endpoint', 'token_endpoint', 'jwks_uri'].filter(
    (name) => !isAddress(described[name]),
  );
  if (missing.length > 0) return { found: 'incomplete', url, detail: missing.join(', ') };
  const types = described['response_types_supported'];
  if (Array.isArray(types) && !types.includes('code')) return { found: 'no-code-flow', url, detail: null };
  return { found: 'right', url, detail: null };
}

function objectIn(text: string): Record<string, unknown> | null {
  try {
    const json: unknown = JSON.parse(text);
    return typeof json === 'object' && json !== null && !Array.isArray(json) ? (json as Record<string, unknown>) : null;
  } catch {
    return null;
  }
}

function isAddress(value: unknown): value is string {
  return typeof value === 'string' && URL.canParse(value);
}

function isSameAddress(a: string, b: string): boolean {
  return isAddress(a) && isAddress(b) && new URL(a).href === new URL(b).href;
}
