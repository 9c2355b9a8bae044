// A site's own server that vouches for its readers (docs/identity.md), and what else it could say.
import { createHmac, generateKeyPairSync, randomUUID } from 'node:crypto';

const part = (value) => Buffer.from(typeof value === 'string' ? value : JSON.stringify(value)).toString('base64url');
export const hmac = (text, secret, bits = 256) => createHmac(`sha${bits}`, secret).update(text).digest('base64url');

/** The public half of a browser's own key; another one is another browser. */
export function browserKey() {
  const { x, y } = generateKeyPairSync('ec', { namedCurve: 'P-256' }).publicKey.export({ format: 'jwk' });
  return { kty: 'EC', crv: 'P-256', x, y };
}

/**
 * Adds a key of each kind to a site. `token` makes what a site sends, of whatever is said in it; `enter` signs a browser in with it.
 */
export async function createVoucher(service, site = 'demo') {
  const keysAt = `/v1/console/sites/${site}/accounts/keys`;
  const add = async (body) => {
    const { auth } = await service.owner();
    const { status, json, text } = await service.json('POST', keysAt, body, auth);
    if (status !== 201) throw new Error(`no key: ${text}`);
    return json;
  };
  const revoke = async (kid) => service.send('DELETE', `${keysAt}/${kid}`, { headers: (await service.owner()).auth });
  const pair = generateKeyPairSync('ed25519');
  const { x } = pair.publicKey.export({ format: 'jwk' });
  const ed = await add({ alg: 'EdDSA', jwk: { kty: 'OKP', crv: 'Ed25519', x } });

  const seconds = () => Math.floor(service.now().getTime() / 1000);
  const claims = (more = {}) => ({
    ...{ iss: site, aud: `${service.url}/${site}`, sub: `abonne-${randomUUID()}`, jti: randomUUID() },
    ...{ name: 'Lise Faure', iat: seconds(), exp: seconds() + 120 },
    ...more,
  });
  const header = (more = {}) => ({ alg: 'HS256', kid: to.kid, ...more });
  const token = (said = claims(), head = header(), sign = (text) => hmac(text, to.secret)) => {
    const signed = `${part(head)}.${part(said)}`;
    return `${signed}.${sign(signed)}`;
  };
  const enter = (jwt, { at = site, headers = {}, key = browserKey() } = {}) =>
    service.json('POST', `/v1/sites/${at}/sign-in/site`, { jwt, key }, headers);
  const to = { ed: { kid: ed.kid, x, publicKey: pair.publicKey }, revoke, seconds, claims, header, token, enter };
  /** Signs with a new key from now on. */
  to.renew = async () => Object.assign(to, await add({ alg: 'HS256' }));
  await to.renew();
  return to;
}
