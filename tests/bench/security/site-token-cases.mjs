// What descriptions of token-cases.json mean that are about a token which a site signs: its header, its claims, its shape.
import { generateKeyPairSync } from 'node:crypto';
import { hmac } from './vouching.mjs';

const UNITS = { s: 1, min: 60, h: 3600, d: 86_400, day: 86_400, days: 86_400, year: 31_557_600, years: 31_557_600 };
const SPAN = String.raw`(\d+) ?(s|min|h|d|days?|years?)\b`;
const AHEAD = new RegExp(`(?:in the future by |ahead by )${SPAN}|${SPAN} (?:ahead|in the future)`, 'i');
const PAST = new RegExp(`(?:in the past by |ago by )${SPAN}|${SPAN} (?:ago|in the past)`, 'i');
const spanOf = ([, n, unit, otherN, otherUnit]) => Number(n ?? otherN) * UNITS[(unit ?? otherUnit).toLowerCase()];

/** Known words for a value, in order; `undefined` is a claim that is left out, "raw:…" a number that only JSON can write. */
const VALUES = [
  [/^missing$|^absent$/i, () => undefined],
  [/^empty$/i, () => ''],
  [/^\*$/, () => '*'],
  [/^(?:an? )?empty array$/i, () => []],
  [/^number$/i, () => 7],
  [/^with trailing slash$/i, ({ right }) => `${right}/`],
  [/^with different case$/i, ({ right }) => String(right).toUpperCase()],
  [/^with (?:NUL|null byte)$/i, ({ right }) => `${right}\0`],
  [/^with spaces?(?: around)?$/i, ({ right }) => ` ${right} `],
  [/^(\d+) characters$/i, (_, [, length]) => 'a'.repeat(Number(length))],
  [/^before iat$/i, ({ now }) => now - 3600],
  [/^string$/i, ({ right }) => String(right)],
  [/^float$/i, ({ right }) => Number(right) + 0.5],
  [/^negative$/i, () => -1],
  [/^-?\d[\d.]*e\d+$/i, (_, [text]) => `raw:${text}`],
  [AHEAD, ({ now }, found) => now + spanOf(found)],
  [PAST, ({ now }, found) => now - spanOf(found)],
  [/^(?:an? )?object$/i, () => ({ a: 1 })],
  [/^array with other/i, ({ right }) => [right, 'https://other.example']],
  [/^(?:an? )?array$/i, ({ right }) => [right]],
  [/^(?:an?)?other site$/i, ({ right }) => String(right).replace('demo', 'other')],
  [/^(?:an?)?other$/i, () => 'other'],
  [/^(\d+) KB$/i, (_, [, kb]) => 'a'.repeat(Number(kb) * 1024)],
  [/^(?:null|true|false|-?\d+|["[{].*)$/is, (_, [text]) => JSON.parse(text)],
];

/** The values a description names, divided by slashes; null if one is not understood. */
function valuesOf(text, about) {
  const values = text.split(' / ').map((one) => {
    for (const [pattern, value] of VALUES) {
      const found = pattern.exec(one.trim().replace(/^(?:as|of|for|from|is|set to|an?|=) /i, ''));
      if (found !== null) return { value: value(about, found) };
    }
    return null;
  });
  return values.includes(null) ? null : values.map(({ value }) => value);
}

/** A claim with each of some values. Whatever else is said is right for it. */
function claimCase(to, [, name, text]) {
  const now = to.seconds();
  const values = valuesOf(text, { right: to.claims()[name] ?? now, now });
  if (values === null) return null;
  return values.map((value) => {
    const said = to.claims({ [name]: value });
    // What has ended had begun before.
    if (name === 'exp' && typeof value === 'number') said.iat = Math.min(said.iat, Math.floor(value) - 120);
    return to.token(JSON.stringify(said).replaceAll(/"raw:([^"]*)"/g, '$1'));
  });
}

function kidCase(to, [, text]) {
  // Another site's key is none here, whatever it is called; what one of these ids is a part of is none either.
  if (/other site/i.test(text))
    return [`${to.kid}x`, to.kid.slice(1)].map((kid) => to.token(to.claims(), to.header({ kid })));
  const values = valuesOf(text, { right: to.kid, now: to.seconds() }) ?? [text];
  return values.map((kid) => to.token(to.claims(), to.header({ kid })));
}

/** Under another algorithm, signed as far as can be by the secret and by what is public. The right one is none of these. */
function algCase(to, [, alg]) {
  if (alg === 'HS256') return null;
  const bits = /(256|384|512)$/.exec(alg)?.[1] ?? 256;
  const head = to.header({ alg });
  return [
    to.token(to.claims(), head),
    to.token(to.claims(), head, (text) => hmac(text, to.secret, bits)),
    to.token(to.claims(), head, () => ''),
  ];
}

function noneCase(to) {
  return ['none', 'None', 'NONE', 'nOnE'].flatMap((alg) => [
    to.token(to.claims(), to.header({ alg }), () => ''),
    to.token(to.claims(), to.header({ alg })),
    to.token(to.claims(), { alg }, () => ''),
  ]);
}

/** Signed by a key that it brings along, or says where it is. */
function ownKeyCase(to) {
  const own = generateKeyPairSync('ed25519').publicKey.export({ format: 'jwk' });
  const brings = [
    { jwk: own },
    { jwk: { kty: 'oct', k: Buffer.from('own').toString('base64url') } },
    { jku: 'https://evil.example/jwks.json' },
    { x5u: 'https://evil.example/cert.pem' },
    { x5c: ['MIIBszCCAVmgAwIBAgIUA'] },
  ];
  return brings.flatMap((more) => [
    to.token(to.claims(), to.header(more), (text) => hmac(text, 'own')),
    to.token(to.claims(), { alg: 'HS256', ...more }, (text) => hmac(text, 'own')),
  ]);
}

/** What is public is no secret, whatever the token would like. */
function publicKeyCase(to) {
  const { publicKey, x, kid } = to.ed;
  const pem = publicKey.export({ format: 'pem', type: 'spki' });
  const secrets = [pem, pem.trim(), publicKey.export({ format: 'der', type: 'spki' }), x, Buffer.from(x, 'base64url')];
  return secrets.map((secret) => to.token(to.claims(), { alg: 'HS256', kid }, (text) => hmac(text, secret)));
}

function shapeCase(to) {
  const [head, said, signature] = to.token().split('.');
  const jwe = `${head}.${said}.${signature}.${said}.${signature}`;
  const shapes = [`${head}.${said}`, `${head}.${said}.`, `.${said}.${signature}`, `${head}.${said}.${signature}.`];
  return [...shapes, `${head}.${said}.${signature}.${signature}`, jwe, `${head}..${jwe}`];
}

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
/** The signature written otherwise: cut, with padding, in the other alphabet, or with the bits set that stand for nothing. */
function signatureCases(to, _, item) {
  const [head, said, signature] = to.token().split('.');
  const of = (other) => `${head}.${said}.${other}`;
  const last = LETTERS.indexOf(signature.at(-1));
  if (/truncat/i.test(item.case)) return [of(signature.slice(0, -1)), of(signature.slice(0, -2))];
  if (/padding/i.test(item.case)) return [of(`${signature}=`), `${head}=.${said}==.${signature}=`];
  return [
    of(`+/${signature.slice(2)}`),
    of(signature.slice(0, -1) + LETTERS[last ^ 1]),
    of(Buffer.from(signature, 'base64url').toString('base64')),
    to.token().replace(/^[^.]*/, (first) => `${first.slice(0, -2)}+/`),
  ];
}

/** By a secret that anybody may guess. */
const weakCase = (to) =>
  ['', 'secret', 'undefined', 'null', '0', to.kid, '{"keys":[]}', JSON.stringify({ keys: [{ x: to.ed.x }] })].map(
    (secret) => to.token(to.claims(), to.header(), (text) => hmac(text, secret)),
  );

/** With more in the header, or another kind of token. */
function headerCase(to, _, item) {
  const more = /crit/i.test(item.case)
    ? { crit: ['exp'], exp: 1 }
    : /b64/i.test(item.case)
      ? { b64: false, crit: ['b64'] }
      : /zip/i.test(item.case)
        ? { zip: 'DEF' }
        : /cty/i.test(item.case)
          ? { cty: 'JWT' }
          : { typ: /typ (\S+)/.exec(item.case)?.[1] ?? 'at+jwt' };
  return [to.token(to.claims(), to.header(more))];
}

/** Parts that are something else than an object of JSON. */
function partCase(to, [, part]) {
  const odd = ['[]', 'null', '"a"', '1', '{', '', 'not json', `[${JSON.stringify(to.claims())}]`];
  return odd.map((text) => (part.toLowerCase() === 'header' ? to.token(to.claims(), text) : to.token(text)));
}

function changedCase(to) {
  const [head, , signature] = to.token().split('.');
  const [, said] = to.token().split('.');
  return [`${head}.${said}.${signature}`];
}

const emptyCase = () => ['.', '..', '...', 'a', ' '];

/** Names that are said twice, plainly or in disguise. */
function twiceCase(to, [, name]) {
  const values = { sub: '"abonne-1"', alg: '"none"', exp: '1', kid: '"other"', aud: '"other"', iss: '"other"' };
  const first = `"${name}":${values[name] ?? '"other"'},`;
  const disguised = first.replace(name, `\\u00${name.charCodeAt(0).toString(16)}${name.slice(1)}`);
  const isHeader = name === 'alg' || name === 'kid' || name === 'typ';
  const written = (more) => (text) => JSON.stringify(text).replace('{', `{${more}`);
  return [first, disguised].map((more) =>
    isHeader ? to.token(to.claims(), written(more)(to.header())) : to.token(written(more)(to.claims())),
  );
}

function unicodeCase(to) {
  const { kid } = to;
  return [
    to.token(to.claims(), `{"\\u0061lg":"HS256","kid":"${kid}"}`),
    to.token(to.claims(), `{"alg":"ＨＳ２５６","kid":"${kid}"}`),
    to.token(to.claims(), `{"alg":"HS256","kid":"${kid}","ключ":"é"}`),
    to.token(to.claims(), `\ufeff{"alg":"HS256","kid":"${kid}"}`),
  ];
}

/** By a case's words; each takes who vouches, what was found in the words, and the case, and answers tokens, or null where it is not understood. */
export const SITE_TOKENS = [
  [/\balg none\b/i, noneCase],
  [/with (?:the|a|its) .*(?:public|PEM)/i, publicKeyCase],
  [/\b(?:jwk|jku|x5u|x5c)\b/i, ownKeyCase],
  [/empty secret|with "?(?:secret|password)"?|JWKS|weak/i, weakCase],
  [/\b(?:crit|b64|zip|cty)\b|^typ (?!missing)/i, headerCase],
  [/^(payload|header) (?:is|empty|gzip|not)/i, partCase],
  [/changed after|altered/i, changedCase],
  [/^empty string|dots only|^1 segment/i, emptyCase],
  [/escapes in claim/i, (to) => [...twiceCase(to, ['', 'sub']), ...twiceCase(to, ['', 'exp'])]],
  [/^alg missing/i, (to) => [to.token(to.claims(), { kid: to.kid })]],
  [/unicode in header/i, (to) => [...unicodeCase(to), ...twiceCase(to, ['', 'alg'])]],
  [/duplicate "?(\w+)"?/i, twiceCase],
  [/^alg (\w+)/i, algCase],
  [/^kid (.+)$/is, kidCase],
  [/^signature|^base64 \(|alphabet/i, signatureCases],
  [/segments|JWE/i, shapeCase],
  [/^(exp|iat|nbf|aud|iss|sub|jti) (?!replay)(.+)$/is, claimCase],
];
