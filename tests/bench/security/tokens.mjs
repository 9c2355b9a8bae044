// token-cases.json: `case` says in words what is shown, and is recognised by them; `expect` says what must come of it.
import { refusesToStart } from './abuses-of-lines.mjs';
import { OWN_TOKENS } from './own-token-cases.mjs';
import { READER_TOKENS } from './reader-token-cases.mjs';
import { SITE_TOKENS } from './site-token-cases.mjs';
import { best } from './texts.mjs';
import { createVoucher } from './vouching.mjs';

const is401 = ({ status }, ...also) => ([401, ...also].includes(status) ? '' : `answered ${status}`);
const me = (service, token, headers = {}) =>
  service.send('GET', '/v1/me', { headers: { Authorization: `Bearer ${token}`, ...headers } });

/** Tokens as such, of whatever kind. */
const PLAIN = [
  [
    /^\d+ MB token/i,
    async ({ service }, { expect }) => {
      const most = Number(/< ?(\d+) ms/.exec(expect)?.[1] ?? 1000);
      const wrong = new Set();
      const least = await best(async () => {
        // Node answers 431 while it is being sent, and hangs up.
        const { status } = await me(service, 'a'.repeat(2 ** 20)).catch(() => ({ status: 431 }));
        wrong.add(is401({ status }, 431));
      }, most);
      return [...wrong, least < most ? '' : `took ${least.toFixed(0)} ms`];
    },
  ],
  [
    /token in URL|token in (?:the )?query/i,
    async ({ service, to }) => {
      const { token } = await service.guest();
      const { json } = await to.enter(to.token());
      const at = [token, json.token].flatMap((one) => [
        `/v1/me?token=${one}`,
        `/v1/me?access_token=${one}`,
        `/v1/sites/demo/mine?thread=a&token=${one}`,
      ]);
      return Promise.all(at.map(async (one) => is401(await service.send('GET', one), 400)));
    },
  ],
  [/secret shorter/i, () => refusesToStart({ SECRET: 'too short to be a key' })],
];

/** Tokens of the service's own, written otherwise than it has written them. */
const OWN = [
  [/truncat/i, (token) => [token.slice(0, -1), token.slice(0, -2)]],
  [/padding/i, (token) => [`${token}=`, `${token}==`]],
];
async function ownTokens({ service, to }, item) {
  const change = OWN.find(([pattern]) => pattern.test(item.case))?.[1];
  if (change === undefined) return [];
  const tokens = [(await service.guest()).token, (await to.enter(to.token())).json.token];
  return Promise.all(tokens.flatMap(change).map(async (token) => is401(await me(service, token))));
}

/** Whether an answer is the expected one: refused, unless the case says that it is taken. */
const judged = (expect, { status }) =>
  (
    /\bor (?:ok|accept|20)/i.test(expect)
      ? status < 500
      : /^(?:accept|ok|20[01])/i.test(expect)
        ? status === 201
        : status === 401
  )
    ? ''
    : `answered ${status}`;

async function enterAll({ enter }, { expect }, list) {
  const answers = [];
  for (const jwt of list) answers.push(judged(expect, await enter(jwt)));
  return answers;
}

const KNOWN = [...PLAIN, ...READER_TOKENS, ...OWN_TOKENS];

export async function tokens(cases, { report, service }) {
  const tally = report.of('tokens');
  const to = await createVoucher(service);
  const other = await service.another();
  const about = { service, to, other };
  try {
    for (const item of cases) {
      if (typeof item.case !== 'string') {
        tally.skip(item, 'is no text');
        continue;
      }
      const known = KNOWN.find(([pattern]) => pattern.test(item.case))?.[1];
      if (known !== undefined) {
        await tally.judge(item.case, () => known(about, item));
        continue;
      }
      const [pattern, ofSite] = SITE_TOKENS.find(([one]) => one.test(item.case)) ?? [];
      const tokensOf = ofSite?.(to, pattern.exec(item.case), item) ?? null;
      if (tokensOf === null) tally.skip(item.case, 'not recognised');
      else
        await tally.judge(item.case, async () => [
          ...(await enterAll(to, item, tokensOf)),
          ...(await ownTokens(about, item)),
        ]);
    }
  } finally {
    await other.close();
  }
}
