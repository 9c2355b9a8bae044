// What descriptions of token-cases.json mean that are about the service's own tokens, codes, links and cookies.
import { TOTP } from 'otpauth';
import { codeOf, linkSecretOf } from '../../../dist/services/identity/mail-sign-in.js';
import { followingReader } from './mail.mjs';
import { PASSWORD } from './service.mjs';
import { browserKey } from './vouching.mjs';

const MINUTE = 60_000;
let n = 0;
const said = (answers) => answers.map(({ status }) => status);
const all = (answers, ...wanted) =>
  said(answers).every((status) => wanted.includes(status)) ? '' : `answered ${said(answers)}`;
const bearer = (token) => ({ Authorization: `Bearer ${token}` });
const me = (service, headers) => service.send('GET', '/v1/me', { headers });

async function member(service) {
  n += 1;
  const one = await service.member(`Iris ${'abcdefghijklmnopqrstuvwxyz'[n % 26]}${'aeiou'[n % 5]}n Garnier`);
  const enter = (password = PASSWORD) => service.json('POST', '/v1/console/session', { name: one.name, password });
  return { ...one, enter };
}

async function mailed(service) {
  n += 1;
  const address = `lectrice.${n}@lecteurs.example`;
  const { json } = await service.json('POST', '/v1/sites/demo/sign-in/mail', { address });
  const { attempt } = json;
  const code = (value = codeOf(service.key, attempt), of = attempt) =>
    service.json('POST', '/v1/sites/demo/sign-in/code', { attempt: of, code: value, key: browserKey() });
  const secret = linkSecretOf(service.key, attempt);
  const link = () => service.json('POST', '/v1/sites/demo/sign-in/link', { secret, key: browserKey() });
  return { attempt, code, link };
}

/** How a token is shown, of whatever kind: only as it should be it lets anybody in. */
function shown(...headersOf) {
  return async ({ service, to }) => {
    const tokens = [(await service.guest()).token, (await to.enter(to.token())).json.token];
    return all(await Promise.all(tokens.flatMap((token) => headersOf.map((of) => me(service, of(token))))), 401);
  };
}

async function withApp(service) {
  const one = await member(service);
  const at = () => service.now().getTime();
  const { secret } = (await service.json('POST', '/v1/console/account/totp', undefined, one.auth)).json;
  const codeAt = (steps) => new TOTP({ secret }).generate({ timestamp: at() + steps * 30_000 });
  const confirm = await service.json('POST', '/v1/console/account/totp/confirm', { code: codeAt(0) }, one.auth);
  service.skip(2 * MINUTE);
  const show = async (way, code) => {
    const { json } = await one.enter();
    return service.json('POST', '/v1/console/session/code', { challenge: json.challenge, way, code });
  };
  return { show, codeAt, recovery: confirm.json.recoveryCodes };
}

/** Shows things one after the other that may let in once. */
async function once(service, way, codesOf) {
  const app = await withApp(service);
  const statuses = [];
  for (const code of codesOf(app)) statuses.push((await app.show(way, code)).status);
  return statuses;
}

/** A link of a letter as it was not signed. */
async function forged({ service }) {
  const [one, other] = [await followingReader(service), await followingReader(service)];
  const sign = (of) =>
    service.links.sign({ action: 'stop', personId: of.personId, key: of.mailKey, target: 'all' }, service.now());
  const [payload, signature] = sign(one).split('.');
  const [otherPayload] = sign(other).split('.');
  const further = Buffer.from(payload, 'base64url').toString().replace(/\d+]$/, '99999999999]');
  const links = [
    `${otherPayload}.${signature}`,
    `${Buffer.from(further).toString('base64url')}.${signature}`,
    `${payload}.${signature.slice(0, -1)}`,
    `${payload}.`,
  ];
  const answers = [];
  for (const link of links) answers.push(await service.send('POST', `/mail/${link}`));
  service.skip(366 * 24 * 60 * MINUTE);
  answers.push(await service.send('POST', `/mail/${payload}.${signature}`));
  service.skip(-366 * 24 * 60 * MINUTE);
  return all(answers, 400, 403, 404, 410);
}

async function foreignPage({ service }) {
  const { auth } = await service.owner();
  const from = [{ Origin: 'https://evil.example' }, { Origin: 'null' }, { 'Sec-Fetch-Site': 'cross-site' }];
  const at = '/v1/console/invites';
  const answers = await Promise.all(
    from.map((more) => service.json('POST', at, { role: 'moderator' }, { ...auth, ...more })),
  );
  const form = await service.send('POST', at, { headers: { ...auth, 'Content-Type': 'text/plain' }, body: '{}' });
  return [all(answers, 403), all([form], 415)];
}

/** By a case's words; each takes `{ service, to }` and answers what is wrong. */
export const OWN_TOKENS = [
  [
    /lower.?case bearer|Basic instead|Bearer with empty/i,
    shown(
      (token) => ({ Authorization: `Basic ${Buffer.from(token).toString('base64')}` }),
      () => ({ Authorization: 'Bearer ' }),
      (token) => ({ Authorization: `Bearer${token}` }),
    ),
  ],
  [/two Authorization/i, shown((token) => ({ Authorization: `Bearer ${token}, Bearer ${token}` }))],
  [/token in (?:a )?cookie/i, shown((token) => ({ Cookie: `tribune=${token}; token=${token}` }))],
  [
    /token with (?:leading|trailing|a? ?space|newline|tab)/i,
    shown((token) => ({ Authorization: `Bearer  ${token.slice(0, 5)} ${token.slice(5)}` })),
  ],
  [
    /token in (?:the )?(?:form|body)/i,
    async ({ service }) => {
      const { token } = await service.guest();
      return all([await service.json('PUT', '/v1/me/mail', { address: 'a@b.example', token })], 400, 401);
    },
  ],
  [
    /expired (?:access|reader)/i,
    async ({ service, to }) => {
      const { json } = await to.enter(to.token());
      service.skip(11 * MINUTE);
      return all([await me(service, bearer(json.token))], 401);
    },
  ],
  [
    /refresh|session id as/i,
    async ({ service, to }) => {
      const { json } = await to.enter(to.token());
      const proof = { session: json.session, challenge: 'x.1.y', signature: 'a'.repeat(86) };
      const asked = await service.json('POST', '/v1/sites/demo/reader-session/token', proof);
      return all([asked, await me(service, bearer(json.session))], 400, 401);
    },
  ],
  [
    /erased|account deletion|deleted/i,
    async ({ service }) => {
      const { auth } = await service.guest();
      await service.json('POST', '/v1/me/erasure', { what: 'everything', count: 0 }, auth);
      return all([await me(service, auth)], 401);
    },
  ],
  [
    /guest token on the console|reader.* on the console/i,
    async ({ service }) => {
      const { token, auth } = await service.guest();
      const headers = [auth, { Cookie: `tribune=${token}` }];
      return all(await Promise.all(headers.map((one) => service.send('GET', '/v1/review', { headers: one }))), 401);
    },
  ],
  [
    /(?:moderator|session) cookie on|console cookie/i,
    async ({ service }) => {
      const { auth } = await service.owner();
      return all([await me(service, auth), await me(service, bearer(auth.Cookie.split('=')[1]))], 401);
    },
  ],
  [
    /ticket/i,
    async ({ service }) => {
      const { json } = await service.json('POST', '/v1/console/socket-ticket', undefined, (await service.owner()).auth);
      const headers = [bearer(json.ticket), { Cookie: `tribune=${json.ticket}` }];
      return all(await Promise.all(headers.map((one) => service.send('GET', '/v1/review', { headers: one }))), 401);
    },
  ],
  [
    /invit\w+ (?:link )?expired|expired invit/i,
    async ({ service }) => {
      const { json } = await service.json('POST', '/v1/console/invites', {}, (await service.owner()).auth);
      service.skip(73 * 60 * MINUTE);
      const body = { code: json.url.split('#invite=')[1], name: `Paule ${(n += 1)} Garnier`, password: PASSWORD };
      return all([await service.json('POST', '/v1/console/setup', body)], 410);
    },
  ],
  [
    /link after|link expired|expired link/i,
    async ({ service }) => {
      const one = await mailed(service);
      service.skip(16 * MINUTE);
      return all([await one.link(), await one.code()], 410);
    },
  ],
  [
    /code of another/i,
    async ({ service }) => {
      const [one, other] = [await mailed(service), await mailed(service)];
      return all([await one.code(codeOf(service.key, other.attempt))], 401, 403, 410);
    },
  ],
  [
    /digit code after|code expired/i,
    async ({ service }) => {
      const one = await mailed(service);
      service.skip(11 * MINUTE);
      return all([await one.code()], 410);
    },
  ],
  [
    /digit code (?:used )?twice|code reuse/i,
    async ({ service }) => {
      const one = await mailed(service);
      const statuses = said([await one.code(), await one.code(), await one.link()]);
      return String(statuses) === '201,410,410' ? '' : `answered ${statuses}`;
    },
  ],
  [
    /TOTP.*(?:twice|reuse|replay)/i,
    async ({ service }) => {
      const statuses = await once(service, 'code', ({ codeAt }) => [codeAt(0), codeAt(0)]);
      return String(statuses) === '200,422' ? '' : `answered ${statuses}`;
    },
  ],
  [
    /TOTP/i,
    async ({ service }) => {
      const statuses = await once(service, 'code', ({ codeAt }) => [codeAt(-3), codeAt(3), '000000']);
      return statuses.every((status) => status >= 400 && status < 500) ? '' : `answered ${statuses}`;
    },
  ],
  [
    /recovery code/i,
    async ({ service }) => {
      const statuses = await once(service, 'recovery-code', ({ recovery: [code] }) => [code, code]);
      return String(statuses) === '200,422' ? '' : `answered ${statuses}`;
    },
  ],
  [/unsubscribe|mail link|letter.* link/i, forged],
  [/CSRF|cross-site|foreign page/i, foreignPage],
  [
    /cookie (?:without|flags|attributes)/i,
    async ({ service }) => {
      const cookie = (await (await member(service)).enter()).headers.get('set-cookie') ?? '';
      return ['HttpOnly', 'SameSite=Strict', 'Path=/']
        .filter((flag) => !cookie.includes(flag))
        .map((flag) => `is not ${flag}`);
    },
  ],
  [
    /password change/i,
    async ({ service }) => {
      const one = await member(service);
      const other = (await one.enter()).headers.get('set-cookie').split(';')[0];
      const body = { current: PASSWORD, password: 'une autre phrase encore' };
      const changed = await service.json('PUT', '/v1/console/account/password', body, one.auth);
      const seen = await service.send('GET', '/v1/console/session', { headers: { Cookie: other } });
      return [changed.status < 300 ? '' : `not changed: ${changed.text}`, all([seen], 401)];
    },
  ],
  [
    /password of \d+/i,
    async ({ service }) => {
      const one = await member(service);
      return all([await one.enter(`${PASSWORD}${'a'.repeat(72)}`), await one.enter(PASSWORD.slice(0, -1))], 401);
    },
  ],
];
