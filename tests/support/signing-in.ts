import { generateKeyPairSync, sign, type KeyObject } from 'node:crypto';
import type { ProblemDocument } from '../../shared/problem.ts';
import { path, routes } from '../../shared/routes.ts';
import type { Access, Challenge, SessionKey, SignedIn, SignInAttempt } from '../../shared/sign-in.ts';
import { sessionProof } from '../../shared/sign-in-routes.ts';
import { codeOf } from '../../services/identity/mail-sign-in.ts';
import { TEST_KEY } from './app.ts';
import { request, SITE, type Reply } from './client.ts';

const USER_AGENT = 'Mozilla/5.0 (X11; Linux x86_64; rv:143.0) Gecko/20100101 Firefox/143.0';

/** A browser with a key of its own, which signs in over HTTP. */
export class SigningIn {
  readonly url: string;
  readonly site: string;
  readonly key: SessionKey;
  readonly #private: KeyObject;
  /** Of the guest or session it shows. */
  token: string | null = null;
  session = '';
  headers: Record<string, string> = { 'User-Agent': USER_AGENT };

  constructor(url: string, { site = SITE, token = null }: { site?: string; token?: string | null } = {}) {
    this.url = url;
    this.site = site;
    this.token = token;
    const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
    const { x = '', y = '' } = publicKey.export({ format: 'jwk' });
    this.key = { kty: 'EC', crv: 'P-256', x, y };
    this.#private = privateKey;
  }

  /** A browser in which somebody has signed in with a code. */
  static async with(url: string, address: string, more: { site?: string; token?: string } = {}): Promise<SigningIn> {
    const browser = new SigningIn(url, more);
    const { attempt } = (await browser.mail(address)).body;
    const { status, body } = await browser.code(attempt);
    if (status !== 201) throw new Error(`signing in answered ${status}: ${JSON.stringify(body)}`);
    return browser;
  }

  ask<Body>(method: string, at: string, body?: unknown, headers: Record<string, string> = {}): Promise<Reply<Body>> {
    const bearer = this.token === null ? {} : { Authorization: `Bearer ${this.token}` };
    return request(this.url + at, method, {
      headers: { ...this.headers, ...bearer, ...headers },
      ...(body === undefined ? {} : { body }),
    });
  }

  mail(address: string, more: Record<string, unknown> = {}): Promise<Reply<SignInAttempt & ProblemDocument>> {
    return this.ask('POST', path(routes.signInMail, { siteId: this.site }), { address, ...more });
  }

  /** Signs in with a code; the right one unless told otherwise. */
  code(attempt: string, code = codeOf(TEST_KEY, attempt)): Promise<Reply<SignedIn & ProblemDocument>> {
    return this.enter(path(routes.signInCode, { siteId: this.site }), { attempt, code });
  }

  link(secret: string): Promise<Reply<SignedIn & ProblemDocument>> {
    return this.enter(path(routes.signInLink, { siteId: this.site }), { secret });
  }

  /** Signs in with anything, and is whom that makes it. */
  async enter(at: string, body: Record<string, unknown>): Promise<Reply<SignedIn & ProblemDocument>> {
    const reply = await this.ask<SignedIn & ProblemDocument>('POST', at, { ...body, key: this.key });
    if (reply.status === 201) {
      this.token = reply.body.token;
      this.session = reply.body.session;
    }
    return reply;
  }

  async challenge(session = this.session): Promise<string> {
    const at = path(routes.sessionChallenge, { siteId: this.site });
    return (await this.ask<Challenge>('POST', at, { session })).body.challenge;
  }

  sign(challenge: string, origin = this.url): string {
    const signed = Buffer.from(sessionProof(origin, challenge));
    return sign('sha256', signed, { key: this.#private, dsaEncoding: 'ieee-p1363' }).toString('base64url');
  }

  /** Asks for a fresh token; with anything else than what is right, if told so. */
  async refresh(
    other: { session?: string; challenge?: string; signature?: string } = {},
  ): Promise<Reply<Access & ProblemDocument>> {
    const session = other.session ?? this.session;
    const challenge = other.challenge ?? (await this.challenge(session));
    const signature = other.signature ?? this.sign(challenge);
    const reply = await this.ask<Access & ProblemDocument>(
      'POST',
      path(routes.sessionToken, { siteId: this.site }),
      { session, challenge, signature },
      { Authorization: '' },
    );
    if (reply.status === 200) this.token = reply.body.token;
    return reply;
  }
}
