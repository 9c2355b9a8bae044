// token-cases.json: `case` says in words what is shown, and is recognised by them. Cases about tokens that a publisher's own site
// signs can be tried once this service takes such tokens, which its description says.
import { refusesToStart } from './abuses-of-lines.mjs';
import { PASSWORD } from './service.mjs';

/** Where readers sign in by a token of the site's, and by mail, once they can. */
const SIGN_IN = /\/(?:sign-in|sso|oidc)\b/;

const is401 = ({ status }, ...also) => ([401, ...also].includes(status) ? '' : `answered ${status}`);
const me = (service, token, headers = {}) =>
  service.send('GET', '/v1/me', { headers: { Authorization: `Bearer ${token}`, ...headers } });

async function session(service) {
  const body = { name: 'Marguerite Vasseur', password: PASSWORD };
  const { headers } = await service.json('POST', '/v1/console/session', body);
  return headers.get('set-cookie').split(';')[0];
}
const asModerator = (service, Cookie) => service.send('GET', '/v1/console/session', { headers: { Cookie } });

/** By a case's words, what is tried with the tokens there are. */
const KNOWN = [
  [
    /truncated/i,
    async (service) => {
      const { token } = await service.guest();
      return is401(await me(service, token.slice(0, -1)));
    },
  ],
  [
    /padding/i,
    async (service) => {
      const { token } = await service.guest();
      return [is401(await me(service, `${token}=`)), is401(await me(service, `${token}==`))];
    },
  ],
  [
    /\d+ MB token/i,
    async (service) => {
      const started = performance.now();
      // Node answers 431 while it is being sent, and hangs up.
      const status = await me(service, 'a'.repeat(2 ** 20)).then(
        (answer) => answer.status,
        () => 431,
      );
      return [is401({ status }, 431), performance.now() - started < 1000 ? '' : 'took long'];
    },
  ],
  [
    /site A used on site B/i,
    async (service) => {
      const { auth } = await service.guest('other');
      const body = { thread: { key: 'tokens' }, author: { name: 'Anaïs Martin' }, text: 'un mot' };
      return [
        is401(await service.json('POST', '/v1/sites/demo/comments', body, auth)),
        is401(await service.send('GET', '/v1/sites/demo/mine?thread=tokens', { headers: auth })),
      ];
    },
  ],
  [
    /revoke-all|revoked/i,
    async (service) => {
      const reader = await service.guest();
      await service.json('POST', '/v1/me/erasure', { what: 'everything', count: 0 }, reader.auth);
      return is401(await me(service, reader.token));
    },
  ],
  [
    /token in URL/i,
    async (service) => {
      const { token } = await service.guest();
      const at = [
        `/v1/me?token=${token}`,
        `/v1/me?access_token=${token}`,
        `/v1/sites/demo/mine?thread=a&token=${token}`,
      ];
      return Promise.all(at.map(async (one) => is401(await service.send('GET', one), 400)));
    },
  ],
  [/HS256 secret shorter|secret shorter/i, () => refusesToStart({ SECRET: 'too short to be a key' })],
  [
    /session fixation/i,
    async (service) => {
      await service.owner();
      const fixed = `tribune=${'A'.repeat(43)}`;
      const before = await session(service);
      const body = { name: 'Marguerite Vasseur', password: PASSWORD };
      const { headers } = await service.json('POST', '/v1/console/session', body, { Cookie: fixed });
      const after = headers.get('set-cookie').split(';')[0];
      return [is401(await asModerator(service, fixed)), after === fixed || after === before ? 'is the old one' : ''];
    },
  ],
  [
    /logout|sign.?out/i,
    async (service) => {
      await service.owner();
      const cookie = await session(service);
      await service.send('DELETE', '/v1/console/session', { headers: { Cookie: cookie } });
      return is401(await asModerator(service, cookie));
    },
  ],
  [
    /link twice/i,
    async (service) => {
      const { auth } = await service.owner();
      const { json } = await service.json('POST', '/v1/console/invites', {}, auth);
      const body = { code: json.url.split('#invite=')[1], name: 'Paule Garnier', password: PASSWORD };
      const answers = [];
      for (let i = 0; i < 2; i += 1)
        answers.push((await service.json('POST', '/v1/console/setup', { ...body, name: `Paule ${i}` })).status);
      return String(answers) === '201,410' ? '' : `answered ${answers}`;
    },
  ],
];

/** What is about a token that names its signer and says who somebody is. */
const OF_SITES =
  /\balg\b|\bjwk\b|x5c|\bkid\b|\bexp\b|\biat\b|\baud\b|\biss\b|\bsub\b|\bjti\b|claim|email|segments|base64|header JSON|assertion|name with|avatar|6-digit/i;

export async function tokens(cases, { report, service }) {
  const tally = report.of('tokens');
  const { paths } = (await service.send('GET', '/openapi.json')).json;
  const signIn = Object.keys(paths).find((path) => SIGN_IN.test(path));
  for (const item of cases) {
    const known = KNOWN.find(([pattern]) => pattern.test(item.case));
    if (known !== undefined) await tally.judge(item.case, () => known[1](service, item));
    else if (OF_SITES.test(item.case))
      tally.skip(item.case, signIn === undefined ? 'this service takes no such tokens' : `${signIn} is not tried yet`);
    else tally.skip(item.case, 'not recognised');
  }
}
