// What descriptions of token-cases.json mean that are about who somebody is once they are signed in, and for how long.
import { setTimeout as sleep } from 'node:timers/promises';
import { codeOf, linkSecretOf } from '../../../dist/services/identity/mail-sign-in.js';
import { PASSWORD, until } from './service.mjs';
import { browserKey } from './vouching.mjs';

const is401 = ({ status }, ...also) => ([401, ...also].includes(status) ? '' : `answered ${status}`);
const bearer = (token) => ({ Authorization: `Bearer ${token}` });
const me = (service, token, base) => service.send('GET', '/v1/me', { headers: bearer(token), base });

/** How soon what has ended has ended everywhere, milliseconds. */
const SOON_MS = 5000;
/** On both processes over one store, within the time that is allowed. */
async function endsEverywhere(service, other, tokens) {
  const asked = () =>
    Promise.all([service.url, other.url].flatMap((base) => tokens.map((token) => me(service, token, base))));
  return until(async () => (await asked()).every(({ status }) => status === 401), 'it ends', SOON_MS).then(
    () => '',
    () => 'is let in after 5 s',
  );
}

/** Signed in by the site, in a browser of their own. */
async function byToken(to, more = {}) {
  const { status, json, text } = await to.enter(to.token(to.claims(more)));
  if (status !== 201) throw new Error(`not signed in: ${text}`);
  return json;
}

let mailboxes = 0;
/** A letter's attempt; its code and link follow from the service's own key. */
async function byMail(service, address = `odile.${(mailboxes += 1)}@lecteurs.example`) {
  const { json, text } = await service.json('POST', '/v1/sites/demo/sign-in/mail', { address });
  if (json?.attempt === undefined) throw new Error(`no letter: ${text}`);
  const { attempt } = json;
  const tryCode = (code = codeOf(service.key, attempt), key = browserKey()) =>
    service.json('POST', '/v1/sites/demo/sign-in/code', { attempt, code, key });
  return { address, attempt, tryCode };
}

async function replayed({ to }, item) {
  const jwt = to.token();
  const first = await to.enter(jwt);
  const foreign = { Origin: 'https://evil.example' };
  const again = [await to.enter(jwt), await to.enter(jwt, { at: 'other' })];
  const elsewhere = /origin/i.test(item.case) ? [await to.enter(jwt, { headers: foreign })] : [];
  return [
    first.status === 201 ? '' : `the first: ${first.status}`,
    ...again.map((one) => is401(one)),
    ...elsewhere.map((one) => is401(one, 403)),
  ];
}

/** A claim that says more of somebody than the site may say. */
async function staffClaims({ service, to }, item) {
  const value = /role:? ?"?(\w+)/i.exec(item.case)?.[1] ?? 'admin';
  const more = {
    role: value,
    roles: [value],
    staff: true,
    admin: true,
    isModerator: true,
    scope: 'console',
    kind: value,
  };
  const { token, person } = await byToken(to, more);
  const answers = await Promise.all(
    ['/v1/review', '/v1/audit', '/v1/console/team', '/v1/console/sites'].map((at) =>
      service.send('GET', at, { headers: bearer(token) }),
    ),
  );
  const posted = await service.post({ site: 'demo', auth: bearer(token) }, `un mot ${person.id}`, {
    name: 'Lise Faure',
  });
  return [
    person.kind === 'reader' ? '' : `is ${person.kind}`,
    ...answers.map((one) => is401(one)),
    posted.json?.author?.staff ? 'is shown as one of the team' : '',
  ];
}

/** Somebody has the mailbox already; who only says so is somebody else. */
async function addressClaims({ service, to }, item) {
  const mailed = await byMail(service);
  const { json } = await mailed.tryCode();
  const said = /email_verified "?([^"]*?)"?(?: string)?$/i.exec(item.case)?.[1];
  const values = /without/i.test(item.case) || said === undefined ? [undefined] : [said, 1, 'TRUE', [true], {}];
  const people = [];
  for (const email_verified of values) {
    const one = await byToken(to, { email: mailed.address, email_verified });
    people.push(one.person);
  }
  return people.map(({ id, address }) =>
    id === json.person.id || address !== null ? `is taken for who has the mailbox (${address})` : '',
  );
}

const ODD = /[\p{Cc}\p{Bidi_Control}\p{Default_Ignorable_Code_Point}]/u;
async function nameClaims({ to }) {
  const names = [
    '\u202eesiL',
    'Li\u2066se',
    '<b onclick=alert(1)>Lise</b>',
    'a'.repeat(10_240),
    'Li\u0000se',
    { $ne: 1 },
  ];
  const wrong = [];
  for (const name of names) {
    const { status, json } = await to.enter(to.token(to.claims({ name })));
    const kept = json?.person?.name ?? '';
    if (status !== 401 && status !== 201) wrong.push(`answered ${status}`);
    if (ODD.test(kept) || kept.length > 60) wrong.push(`is called ${kept.slice(0, 60)}`);
  }
  return wrong;
}

/** No picture of anybody's is shown or fetched. */
async function pictureClaims({ service, to }) {
  const addresses = [
    'javascript:alert(1)',
    'data:image/svg+xml,<svg onload=alert(1)>',
    'http://169.254.169.254/me.svg',
  ];
  const wrong = [];
  for (const address of addresses) {
    const { token, person } = await byToken(to, { avatar: address, picture: address });
    const auth = bearer(token);
    await service.post({ site: 'demo', auth }, `un mot ${person.id}`, { name: 'Lise Faure', thread: 'pictures' });
    const shown = [
      await me(service, token),
      await service.send('GET', '/v1/me/export', { headers: auth }),
      await service.send('GET', '/v1/sites/demo/comments?thread=pictures'),
    ];
    if (shown.some(({ text }) => text.includes(address.slice(0, 16)))) wrong.push(`${address} is kept`);
  }
  return wrong;
}

async function revokedAll({ service, to, other }) {
  const reader = await service.guest();
  await service.json('POST', '/v1/me/erasure', { what: 'everything', count: 0 }, reader.auth);
  const sub = `abonne-${Date.now()}`;
  const [here, there] = [await byToken(to, { sub }), await byToken(to, { sub })];
  const before = await Promise.all([service.url, other.url].map((base) => me(service, there.token, base)));
  await service.send('DELETE', '/v1/me/sessions', { headers: bearer(here.token) });
  return [
    before.every(({ status }) => status === 200) ? '' : 'was not let in before',
    await endsEverywhere(service, other, [reader.token, there.token]),
    (await me(service, here.token)).status === 200 ? '' : 'ends the one that asked, too',
  ];
}

async function signedOut({ service, to, other }) {
  const reader = await byToken(to);
  const { json } = await service.send('GET', '/v1/me/sessions', { headers: bearer(reader.token) });
  await service.send('DELETE', `/v1/me/sessions/${json.items[0].id}`, { headers: bearer(reader.token) });
  const { cookie } = await session(service);
  const seen = (base) => service.send('GET', '/v1/console/session', { headers: { Cookie: cookie }, base });
  const before = await seen(other.url);
  await service.send('DELETE', '/v1/console/session', { headers: { Cookie: cookie } });
  const gone = until(async () => (await seen(other.url)).status === 401, 'it ends', SOON_MS).then(
    () => '',
    () => 'a moderator is let in after 5 s',
  );
  return [
    before.status === 200 ? '' : `before: ${before.status}`,
    is401(await seen()),
    await gone,
    await endsEverywhere(service, other, [reader.token]),
  ];
}

/** A moderator's, new. */
async function session(service, headers = {}) {
  const { name } = await service.owner();
  const answer = await service.json('POST', '/v1/console/session', { name, password: PASSWORD }, headers);
  return { cookie: answer.headers.get('set-cookie').split(';')[0] };
}

async function fixation({ service, to }) {
  const fixed = `tribune=${'A'.repeat(43)}`;
  const before = await session(service);
  const after = await session(service, { Cookie: fixed });
  // Who was a guest before is somebody by another token.
  const guest = await service.guest();
  const { json } = await to.enter(to.token(), { headers: guest.auth });
  return [
    is401(await service.send('GET', '/v1/console/session', { headers: { Cookie: fixed } })),
    [fixed, before.cookie].includes(after.cookie) ? 'is the old one' : '',
    json.token === guest.token ? 'the guest’s token is the reader’s' : '',
    is401(await me(service, guest.token)),
  ];
}

/** A code that is wrong as often as may be, and more; the right one does not help any more, a new letter does. */
async function bruteForce({ service }, item) {
  const tries = Number(/(\d+) tries/.exec(item.case)?.[1] ?? 10);
  const mailed = await byMail(service);
  const right = codeOf(service.key, mailed.attempt);
  const wrong = [];
  for (let i = 1; i <= tries; i += 1) {
    const code = String((Number(right) + i) % 1_000_000).padStart(6, '0');
    const { status } = await mailed.tryCode(code);
    if (status < 400 || status >= 500) wrong.push(`${i}: answered ${status}`);
  }
  const late = await mailed.tryCode();
  const fresh = await (await byMail(service, mailed.address)).tryCode();
  return [
    ...wrong,
    late.status === 201 ? 'lets in with the right one after it' : '',
    fresh.status === 201 ? '' : `a new code answered ${fresh.status}`,
  ];
}

async function linkTwice({ service }) {
  const { auth } = await service.owner();
  const { json } = await service.json('POST', '/v1/console/invites', {}, auth);
  const body = { code: json.url.split('#invite=')[1], name: 'Paule Garnier', password: PASSWORD };
  mailboxes += 2;
  const setUp = (i) => service.json('POST', '/v1/console/setup', { ...body, name: `Paule ${mailboxes + i} Garnier` });
  const secret = linkSecretOf(service.key, (await byMail(service)).attempt);
  const follow = () => service.json('POST', '/v1/sites/demo/sign-in/link', { secret, key: browserKey() });
  const answers = [await setUp(0), await setUp(1), await follow(), await follow()].map(({ status }) => status);
  return String(answers) === '201,410,201,410' ? '' : `answered ${answers}`;
}

/** A key that a site has given up signs nobody in, here and in another process. */
async function rotated({ service, to, other }) {
  const { kid } = to;
  await to.revoke(kid);
  const statuses = async () => {
    const here = await to.enter(to.token());
    const there = await service.json(
      'POST',
      '/v1/sites/demo/sign-in/site',
      { jwt: to.token(), key: browserKey() },
      {},
      other.url,
    );
    return [here, there].map(({ status }) => status);
  };
  await sleep(0);
  const ended = await until(async () => String(await statuses()) === '401,401', 'it ends', SOON_MS).then(
    () => '',
    () => 'lets in after 5 s',
  );
  await to.renew();
  return [ended, (await to.enter(to.token())).status === 201 ? '' : 'the new key lets nobody in'];
}

/** A guest's token and a reader's, on a site that is not theirs. */
async function onOtherSite({ service, to }) {
  const { auth } = await service.guest('other');
  const reader = await byToken(to);
  const body = { thread: { key: 'tokens' }, author: { name: 'Anaïs Martin' }, text: 'un mot' };
  return [
    is401(await service.json('POST', '/v1/sites/demo/comments', body, auth)),
    is401(await service.send('GET', '/v1/sites/demo/mine?thread=tokens', { headers: auth })),
    is401(await service.json('POST', '/v1/sites/other/comments', body, bearer(reader.token))),
    is401(await service.send('GET', '/v1/sites/other/mine?thread=tokens', { headers: bearer(reader.token) })),
    is401(await to.enter(to.token(), { at: 'other' })),
  ];
}

/** By a case's words; each takes `{ service, to, other }` and the case, and answers what is wrong. */
export const READER_TOKENS = [
  [/replay/i, replayed],
  [/^(?:roles?|scope|groups?)\b|\broles?:|staff|admin claim/i, staffClaims],
  [/email/i, addressClaims],
  [/^name (?!of a mod)/i, nameClaims],
  [/avatar|picture/i, pictureClaims],
  [/revoke-all|revoked/i, revokedAll],
  [/rotated|after grace/i, rotated],
  [/site A used on site B|token for site/i, onOtherSite],
  [/session fixation|pre-login/i, fixation],
  [/logout|sign.?out/i, signedOut],
  [/brute force/i, bruteForce],
  [/(?<!reset )link twice|link used twice/i, linkTwice],
];
