import { createHash, randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportJWK, generateKeyPair, SignJWT, type CryptoKey, type JWK } from 'jose';

interface Asked {
  challenge: string;
  nonce: string;
  redirectUri: string;
}

/** A provider of accounts on this machine (OpenID Connect), where somebody is always signed in and agrees at once. */
export class OidcProvider {
  readonly clientId = 'tribune';
  readonly clientSecret = 'a secret of the client';
  /** What it says about who is signed in there. */
  claims: Record<string, unknown> = { sub: 'user-1' };
  /** What it does otherwise than it should. */
  manner: 'right' | 'denies' | 'other-nonce' | 'other-key' | 'redirects' = 'right';
  /** Paths that were asked. */
  readonly asked: string[] = [];
  #server: Server | null = null;
  #key: CryptoKey | null = null;
  #otherKey: CryptoKey | null = null;
  #jwk: JWK = {};
  readonly #codes = new Map<string, Asked>();

  static async start(): Promise<OidcProvider> {
    const provider = new OidcProvider();
    const { publicKey, privateKey } = await generateKeyPair('ES256');
    provider.#key = privateKey;
    provider.#otherKey = (await generateKeyPair('ES256')).privateKey;
    provider.#jwk = { ...(await exportJWK(publicKey)), kid: 'k1', alg: 'ES256', use: 'sig' };
    const server = createServer((req, res) => {
      provider.#answer(req, res).catch(() => res.writeHead(500).end());
    });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    provider.#server = server;
    return provider;
  }

  get host(): string {
    return `127.0.0.1:${(this.#server!.address() as AddressInfo).port}`;
  }

  get issuer(): string {
    return `http://${this.host}`;
  }

  async close(): Promise<void> {
    const closed = new Promise((resolve) => this.#server?.close(resolve));
    this.#server?.closeAllConnections();
    await closed;
  }

  async #answer(req: IncomingMessage, res: ServerResponse): Promise<void> {
    const url = new URL(req.url ?? '/', this.issuer);
    this.asked.push(url.pathname);
    const json = (body: unknown, status = 200): void =>
      void res.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
    switch (url.pathname) {
      case '/.well-known/openid-configuration':
        if (this.manner === 'redirects') return void res.writeHead(302, { location: 'http://127.0.0.1:1/' }).end();
        return json(this.#description());
      case '/jwks':
        return json({ keys: [this.#jwk] });
      case '/authorize':
        return void res.writeHead(302, { location: this.#agree(url) }).end();
      case '/token':
        return json(...(await this.#token(new URLSearchParams(await bodyOf(req)))));
      default:
        return void res.writeHead(404).end();
    }
  }

  #description(): Record<string, unknown> {
    const { issuer } = this;
    return {
      ...{ issuer, authorization_endpoint: `${issuer}/authorize`, token_endpoint: `${issuer}/token` },
      ...{ jwks_uri: `${issuer}/jwks`, response_types_supported: ['code'], subject_types_supported: ['public'] },
      id_token_signing_alg_values_supported: ['ES256'],
    };
  }

  #agree({ searchParams: of }: URL): string {
    const back = new URL(of.get('redirect_uri') ?? '');
    back.searchParams.set('state', of.get('state') ?? '');
    if (this.manner === 'denies') back.searchParams.set('error', 'access_denied');
    else {
      const code = randomUUID();
      const [challenge, nonce] = [of.get('code_challenge') ?? '', of.get('nonce') ?? ''];
      this.#codes.set(code, { challenge, nonce, redirectUri: of.get('redirect_uri') ?? '' });
      back.searchParams.set('code', code);
    }
    return back.href;
  }

  async #token(form: URLSearchParams): Promise<[unknown, number]> {
    const code = form.get('code') ?? '';
    const asked = this.#codes.get(code);
    this.#codes.delete(code);
    const verifier = createHash('sha256')
      .update(form.get('code_verifier') ?? '')
      .digest('base64url');
    const isRight =
      asked?.challenge === verifier &&
      form.get('redirect_uri') === asked.redirectUri &&
      form.get('client_id') === this.clientId &&
      form.get('client_secret') === this.clientSecret;
    const key = this.manner === 'other-key' ? this.#otherKey : this.#key;
    if (!isRight || key === null) return [{ error: 'invalid_grant' }, 400];
    const idToken = await new SignJWT({
      ...this.claims,
      nonce: this.manner === 'other-nonce' ? 'another' : asked.nonce,
    })
      .setProtectedHeader({ alg: 'ES256', kid: 'k1' })
      .setIssuer(this.issuer)
      .setAudience(this.clientId)
      .setIssuedAt()
      .setExpirationTime('5m')
      .sign(key);
    return [{ access_token: randomUUID(), token_type: 'Bearer', id_token: idToken }, 200];
  }
}

async function bodyOf(req: IncomingMessage): Promise<string> {
  let body = '';
  for await (const chunk of req as AsyncIterable<Buffer>) body += chunk.toString();
  return body;
}
