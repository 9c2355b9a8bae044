import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import fc from 'fast-check';
import type { Guest } from '../../shared/identity.ts';
import type { ProblemDocument } from '../../shared/problem.ts';
import { path, routes } from '../../shared/routes.ts';
import { bootApp, type TestApp } from '../support/app.ts';
import { Moderator, Reader, request, SITE, type Reply, type RequestOptions } from '../support/client.ts';
import { requestsTo } from '../support/security/arbitraries.ts';
import {
  addressOf,
  operationsOf,
  typesOf,
  valueAt,
  withAt,
  type ApiDocument,
  type Operation,
} from '../support/security/operations.mjs';
import { watchRoutes } from '../support/security/registered.ts';
import { openStored, type Stored } from '../support/security/stored.ts';
import { ROOT } from '../support/sources.ts';

/** What a query language understands; nowhere in the API may one stand. */
const OPERATORS = [{ $ne: null }, [{ $match: {} }], { _bsontype: 'Long', low: 1, high: 0 }];
/** Of other types than most; they are tried where theirs is not asked for. */
const OTHER_TYPES = [42, true, 'text', ['demo']] as const;
/** What the service's own inside looks like. */
const INSIDE = /Mongo|BSON|node_modules|\bat .*:\d+:\d+|ENOENT|Cannot read prop/;
/** Of fast-check; FUZZ_SEED repeats a run. */
const SEED = Number(process.env.FUZZ_SEED ?? Date.now() % 2 ** 31);
const RUNS = Number(process.env.FUZZ_RUNS ?? 3);

const watched = watchRoutes();
let app: TestApp;
let stored: Stored;
let reader: Reader;
let owner: Moderator;
let document: ApiDocument;
let operations: Operation[];
let params: Record<string, string>;

beforeAll(async () => {
  app = await bootApp({ SECURITY_CONTACT: 'mailto:security@gazette.example' });
  document = (await request<ApiDocument>(app.url + routes.openapi, 'GET')).body;
  operations = operationsOf(document);
  reader = await Reader.guest(app.url, 'Odile', 'every');
  owner = await Moderator.redeem(app.url, 'Noé Garnier', (await app.app.setupCode()) ?? '');
  const { body } = await reader.post('un premier mot');
  params = { siteId: SITE, commentId: body.id, personId: reader.personId };
  stored = await openStored(app.storeUri);
  await app.app.settled();
});
afterAll(async () => {
  watched.stop();
  await stored.close();
  await app.close();
});

function credentials({ who }: Operation): Record<string, string> {
  if (who === 'moderator') return { Cookie: owner.cookie };
  return who === 'reader' ? reader.auth : {};
}

const send = (operation: Operation, address: string, options: RequestOptions = {}): Promise<Reply<ProblemDocument>> =>
  request(app.url + address, operation.method, {
    ...options,
    headers: { ...credentials(operation), ...options.headers },
  });

/** What an answer to somebody's mistake must look like, as a list of what is wrong with it. */
function faultsOf({ status, headers, body }: Reply<ProblemDocument>, wanted: readonly number[]): string[] {
  const type = headers.get('content-type') ?? '';
  return [
    ...(wanted.includes(status) ? [] : [`answered ${status} ${JSON.stringify(body).slice(0, 200)}`]),
    ...(type.includes('application/problem+json') ? [] : [`is ${type}`]),
    ...(INSIDE.test(JSON.stringify(body)) ? ['tells of the inside'] : []),
  ];
}

/** Sends every request, of which nothing may come; answers what did. */
async function mistakes(
  list: Iterable<{ operation: Operation; address?: string; options?: RequestOptions; what: string }>,
  wanted: readonly number[] = [400],
): Promise<string[]> {
  const wrong: string[] = [];
  for (const { operation, address = addressOf(operation, document, { params }), options, what } of list) {
    const faults = faultsOf(await send(operation, address, options), wanted);
    wrong.push(...faults.map((fault) => `${operation.id} with ${what}: ${fault}`));
  }
  return wrong;
}

const withBody = (): Operation[] => operations.filter(({ body }) => body !== null);

describe('every route', () => {
  it('is described, and every event of the sockets is', () => {
    const registered = watched.seen();
    const described = operations.map(({ method, path: at }) => `${method} ${at.replace(/\{(\w+)\}/g, ':$1')}`);
    const api = registered.filter(({ path: at }) => at.startsWith('/v1'));
    expect(api.map(({ method, path: at }) => `${method.toUpperCase()} ${at}`).sort()).toEqual(described.sort());
    const pages = ['/', `${routes.apiReference}/reference.css`, '/mail/pages.css', ...Object.values<string>(routes)];
    const others = registered.filter(({ path: at }) => !at.startsWith('/v1') && !pages.includes(at));
    expect(others.filter(({ path: at }) => !at.startsWith(routes.devMail))).toEqual([]);

    const read = (file: string): string => readFileSync(join(ROOT, file), 'utf8');
    const heard = [...read('services/realtime/listening.ts').matchAll(/socket\.on\('([a-z]+:[a-z]+)'/g)];
    const guide = read('docs/realtime.md');
    expect(heard.length).toBeGreaterThan(0);
    expect(heard.map(([, name = '']) => name).filter((name) => !guide.includes(`\`${name}\``))).toEqual([]);
  });

  it('takes no operator and no other type in any place of its body', async () => {
    let turn = 0;
    const list = withBody().flatMap((operation) =>
      operation.shapes.flatMap(({ value, places }) =>
        places.flatMap(({ at, types }) => {
          const others = OTHER_TYPES.filter((other) => ![...types].some((type) => isOf(other, type)));
          return [OPERATORS[(turn += 1) % OPERATORS.length], ...others.slice(0, 1)].map((other) => ({
            operation,
            options: { body: JSON.stringify(withAt(value, at, other)) },
            what: `${JSON.stringify(other)} at ${at.join('.')}`,
          }));
        }),
      ),
    );
    expect(list.length).toBeGreaterThan(500);
    await owner.team(); // when she was last there is kept
    const before = await stored.fingerprint();
    expect(await mistakes(list)).toEqual([]);
    await app.app.settled();
    expect(await stored.fingerprint()).toEqual(before);
  });

  it('takes no unknown field at any depth, and no key of a prototype', async () => {
    const list = withBody().flatMap((operation) =>
      operation.shapes.flatMap(({ value, places }) =>
        places
          .filter(({ types, at }) => types.has('object') && isObject(valueAt(value, at)))
          .flatMap(({ at }) =>
            ['$where', '__proto__'].map((key) => {
              const object = JSON.stringify(valueAt(value, at));
              const marked = object.replace('{', `{"${key}":{"staff":true}${object === '{}' ? '' : ','}`);
              const body = JSON.stringify(withAt(value, at, 'HERE')).replace('"HERE"', () => marked);
              return { operation, options: { body }, what: `${key} at ${at.join('.')}` };
            }),
          ),
      ),
    );
    expect(list.length).toBeGreaterThan(80);
    expect(await mistakes(list)).toEqual([]);
    expect(({} as Record<string, unknown>).staff).toBeUndefined();
  });

  it('takes no operator in any part of its address, and no parameter that is unknown or given twice', async () => {
    const operator = encodeURIComponent('{"$ne":null}');
    const list = operations.flatMap((operation) => {
      const right = addressOf(operation, document, { params });
      const more = (query: string): string => `${right}${right.includes('?') ? '&' : '?'}${query}`;
      const inPath = operation.parameters.filter((one) => one.in === 'path');
      const inQuery = operation.parameters.filter((one) => one.in === 'query' && !isFreeText(one.schema));
      const body = operation.shapes[0]?.value;
      const addresses = [
        ...inPath.map(({ name }) => addressOf(operation, document, { params: { ...params, [name]: '{"$ne":null}' } })),
        ...inQuery.flatMap(({ name }) => [
          addressOf(operation, document, { params, query: `${name}[$ne]=` }),
          addressOf(operation, document, { params, query: `${name}=${operator}` }),
        ]),
        ...['a[$gt]=', '__proto__[x]=1', 'fields=%2Bemail', '_method=DELETE'].map(more),
      ];
      // What the path is right for and the rest is not is another mistake; what matters is that it is one.
      return addresses.map((address) => ({
        operation,
        address,
        options: body === undefined ? {} : { body: JSON.stringify(body) },
        what: address,
      }));
    });
    expect(await mistakes(list, [400, 404])).toEqual([]);
  });

  it('takes no operator for a key of repetition or for who somebody is', async () => {
    const header = JSON.stringify({ $ne: null });
    const headers = { Authorization: `Bearer ${header}`, Cookie: `tribune=${header}` };
    const list = operations
      .filter(({ who }) => who !== 'anyone')
      .map((operation) => ({ operation, options: { headers }, what: 'an operator' }));
    expect(await mistakes(list, [401])).toEqual([]);
    const repeated = operations.filter(({ parameters }) => parameters.some((one) => one.in === 'header'));
    const keys = repeated.flatMap((operation) =>
      [header, 'k'.repeat(10_000)].map((key) => ({
        operation,
        options: { headers: { 'Idempotency-Key': key }, body: JSON.stringify(operation.shapes[0]?.value) },
        what: `the key ${key.slice(0, 20)}`,
      })),
    );
    expect(await mistakes(keys)).toEqual([]);
  });

  it('reads JSON in UTF-8 only, and survives a body of any shape', async () => {
    const types = ['text/plain', 'multipart/form-data; boundary=x', 'application/json; charset=utf-7'];
    const list = withBody().flatMap((operation) => {
      const body = JSON.stringify(operation.shapes[0]?.value);
      return [
        ...types.map((type) => ({ options: { headers: { 'Content-Type': type }, body }, what: type })),
        { options: { headers: { 'Content-Encoding': 'br' }, body }, what: 'an encoding it is not in' },
        { options: { body: body.replace('{', '{"a\\ud800":1,') }, what: 'half a character' },
        ...['{"a":'.repeat(5000) + '1' + '}'.repeat(5000), '[', '1e999', '"\\ud800"', 'NaN'].map((shape) => ({
          options: { body: shape },
          what: shape.slice(0, 20),
        })),
      ].map((one) => ({ operation, ...one }));
    });
    expect(await mistakes(list, [400, 415])).toEqual([]);
  });
});

it('answers nothing that goes to two hosts, or to none, and reads nothing that is no UTF-8', async () => {
  const { hostname, port } = new URL(app.url);
  const said = (request: string): Promise<string> =>
    new Promise((resolve, reject) => {
      const socket = connect(Number(port), hostname, () => socket.write(request));
      socket.once('data', (bytes) => {
        socket.destroy();
        resolve(bytes.toString().slice(0, 12));
      });
      socket.once('error', reject);
    });
  const line = 'GET /healthz HTTP/1.1\r\nHost: a\r\n';
  expect(await Promise.all([`${line}\r\n`, `${line}Host: b\r\n\r\n`, 'GET /healthz\r\n\r\n'].map(said))).toEqual([
    ...['HTTP/1.1 200', 'HTTP/1.1 400', 'HTTP/1.1 400'],
  ]);
  const previewed = (encoding: 'utf8' | 'latin1'): Promise<Response> =>
    fetch(app.url + path(routes.preview, { siteId: SITE }), {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: new Uint8Array(Buffer.from('{"text":"déjà"}', encoding)),
    });
  expect([(await previewed('utf8')).status, (await previewed('latin1')).status]).toEqual([200, 400]);
});

it('says where to report a weakness, for half a year from now (RFC 9116)', async () => {
  const { status, headers, body } = await request<string>(app.url + routes.securityTxt, 'GET');
  expect([status, headers.get('content-type')]).toEqual([200, 'text/plain; charset=utf-8']);
  const fields = new Map(
    body
      .trimEnd()
      .split('\n')
      .map((line) => line.split(': ', 2) as [string, string]),
  );
  expect(fields.get('Contact')).toBe('mailto:security@gazette.example');
  expect(fields.get('Canonical')).toBe(app.url + routes.securityTxt);
  const left = Date.parse(fields.get('Expires') ?? '') - Date.now();
  expect([left > 0, left < 366 * 86_400_000]).toEqual([true, true]);
});

it('GET changes nothing, anywhere', async () => {
  // What may be read is read once before, for what is made on first use.
  const readings = operations.filter(({ method }) => method === 'GET');
  const ask = async (): Promise<void> => {
    for (const operation of readings) await send(operation, addressOf(operation, document, { params }));
    for (const at of [routes.health, routes.ready, routes.openapi, routes.apiReference, routes.demo, routes.console])
      await request(app.url + at, 'GET');
    for (const { path: at } of operations.filter(({ method }) => method !== 'GET'))
      await request(
        `${app.url}${at.replace(/\{(\w+)\}/g, (_, name: string) => params[name] ?? 'x')}?_method=POST`,
        'GET',
        {
          headers: { Cookie: owner.cookie, ...reader.auth },
        },
      );
    await app.app.settled();
  };
  await ask();
  const before = await stored.fingerprint();
  await ask();
  expect(await stored.fingerprint()).toEqual(before);
});

it(`answers no request with an error of its own, whatever is in it (FUZZ_SEED=${SEED})`, async () => {
  const failed: string[] = [];
  for (const operation of operations) {
    // Some take the token or the session away, and the next would be stopped at the door.
    const headers = await fresh(operation);
    const property = fc.asyncProperty(requestsTo(operation, document, params), async ({ address, body }) => {
      const reply = await request<ProblemDocument>(app.url + address, operation.method, {
        ...(body === undefined || operation.method === 'GET' ? {} : { body: JSON.stringify(body) }),
        headers,
      });
      const faults =
        reply.status < 400
          ? []
          : faultsOf(
              reply,
              Array.from({ length: 100 }, (_, i) => 400 + i),
            );
      if (faults.length > 0) throw new Error(`${operation.method} ${address}: ${faults.join('; ')}`);
    });
    const {
      failed: hasFailed,
      counterexample,
      errorInstance,
    } = await fc.check(property, {
      seed: SEED,
      numRuns: RUNS,
    });
    if (hasFailed) failed.push(`${operation.id}: ${String(errorInstance)} ${JSON.stringify(counterexample)}`);
  }
  expect(failed).toEqual([]);
}, 60_000);

async function fresh(operation: Operation): Promise<Record<string, string>> {
  if (operation.who === 'anyone' || operation.method === 'GET') return credentials(operation);
  if (operation.who === 'reader') {
    const { token } = (await request<Guest>(app.url + path(routes.guests, { siteId: SITE }), 'POST')).body;
    return { Authorization: `Bearer ${token}` };
  }
  if (operation.path !== routes.session) return credentials(operation);
  return { Cookie: (await owner.invite('Maud Lenoir')).cookie };
}

function isOf(value: unknown, type: string): boolean {
  if (type === 'array') return Array.isArray(value);
  return type === 'integer' ? typeof value === 'number' : typeof value === type;
}

function isObject(value: unknown): boolean {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Takes any text there is, so that an operator as text is just one. */
function isFreeText(schema: Operation['parameters'][number]['schema']): boolean {
  return (
    [...typesOf(schema, document)].includes('string') &&
    !('enum' in schema) &&
    !('pattern' in schema && !String(schema.pattern).startsWith('^[^'))
  );
}
