// nosql.json: `kind` json, query, or string for any other text, and `value`. Each goes into every place of every route of the description.
import { addressOf, operationsOf, typesOf, withAt } from '../../support/security/operations.mjs';
import { heard, openRaw } from '../raw-socket.mjs';

/** Whether nothing that takes these types may take the value: an object with anything in it, or what is of another type. */
function mustRefuse(value, types) {
  if (Array.isArray(value)) return !types.has('array') || value.some((one) => typeof one === 'object' && one !== null);
  if (typeof value === 'object' && value !== null) return Object.keys(value).length > 0;
  const type = value === null ? 'null' : typeof value;
  return !(types.has(type) || (Number.isInteger(value) && types.has('integer')));
}

export async function nosql(cases, { report, service }) {
  const tally = report.of('operators, every route');
  const document = (await service.send('GET', '/openapi.json')).json;
  const operations = operationsOf(document);
  const reader = await service.guest();
  const owner = await service.owner();
  const params = { siteId: 'demo', commentId: (await service.post(reader, 'un premier mot')).json.id };
  const by = {
    headersOf: ({ who }) => (who === 'moderator' ? owner.auth : who === 'reader' ? reader.auth : {}),
    ...{ service, document, operations, params },
  };
  for (const { kind, value } of cases)
    await tally.judge(value, async () => {
      // What it is called is less than what it is: a value goes where values go, and a text where texts go.
      if (kind === 'json' || typeof value !== 'string') {
        const parsed = kind === 'json' ? parsedIn(value) : value;
        return [...(await inBodies(by, parsed)), ...(await inSockets(service, parsed))];
      }
      return /query|url|form/i.test(kind) ? inQueries(by, value) : inTexts(by, value);
    });
}

/** An operator that is written as a text of JSON is meant as what it says. */
function parsedIn(value) {
  if (typeof value !== 'string' || !/^\s*[{[]/.test(value)) return value;
  try {
    return JSON.parse(value);
  } catch {
    return value;
  }
}

/** What is wrong with an answer: an error of the service's own, and what was accepted where it must not be. */
function fault({ status, text }, where, refused) {
  if (status >= 500) return [`${where}: ${status} ${text.slice(0, 80)}`];
  if (/Mongo|BSON|node_modules/.test(text)) return [`${where}: tells of the inside`];
  return refused && status < 400 ? [`${where}: accepted, ${status}`] : [];
}

async function inBodies({ service, operations, document, params, headersOf }, value) {
  const wrong = [];
  for (const operation of operations) {
    const at = addressOf(operation, document, { params });
    const headers = headersOf(operation);
    for (const shape of operation.shapes)
      for (const place of shape.places) {
        // One of several shapes may be nothing but this very value, where it is none of an operator at all.
        const body = withAt(shape.value, place.at, value);
        const answer = await service.json(operation.method, at, body, headers);
        wrong.push(...fault(answer, `${operation.id} ${place.at.join('.')}`, mustRefuse(value, place.types)));
      }
  }
  return wrong;
}

async function inSockets({ url }, value) {
  const wrong = [];
  for (const auth of [{ site: value }, { site: 'demo', token: value }, { ticket: value }, value]) {
    const socket = await openRaw(url);
    socket.send(`40${JSON.stringify(auth)}`);
    if ((await heard(socket, (message) => /^4[04]/.test(message)))?.startsWith('40'))
      wrong.push(`the handshake ${JSON.stringify(auth)}: accepted`);
    socket.end();
  }
  const socket = await openRaw(url);
  socket.send('40{"site":"demo"}');
  await heard(socket, (message) => message.startsWith('40'));
  for (const event of ['thread:join', 'thread:leave', 'person:join'])
    socket.send(`421${JSON.stringify([event, event === 'person:join' ? { token: value } : { thread: value }])}`);
  socket.send('422["thread:join",{"thread":"after"}]');
  if (!(await heard(socket, (message) => message.startsWith('432')))?.includes('"ok":true'))
    wrong.push('an event: the socket is gone');
  if (socket.heard.some((message) => message.startsWith('431') && message.includes('"ok":true')))
    wrong.push('an event: accepted');
  socket.end();
  return wrong;
}

async function inQueries({ service, operations, document, params, headersOf }, query) {
  const wrong = [];
  for (const operation of operations) {
    const right = addressOf(operation, document, { params });
    const headers = headersOf(operation);
    const body = operation.shapes[0].value;
    for (const at of [`${right}${right.includes('?') ? '&' : '?'}${query}`]) {
      const answer = await service.json(operation.method, at, operation.method === 'GET' ? undefined : body, headers);
      wrong.push(...fault(answer, `${operation.id}?${query}`, true));
    }
  }
  return wrong;
}

/** A text is one wherever texts go; where something else is asked for, it is refused, and it lets nobody in. */
async function inTexts({ service, operations, document, params, headersOf }, text) {
  const wrong = [];
  for (const operation of operations) {
    const headers = headersOf(operation);
    for (const { name, in: where, schema } of operation.parameters) {
      if (where === 'header') continue;
      const at =
        where === 'path'
          ? addressOf(operation, document, { params: { ...params, [name]: text } })
          : addressOf(operation, document, { params, query: `${name}=${encodeURIComponent(text)}` });
      const isText = typesOf(schema, document).has('string');
      const body = operation.method === 'GET' ? undefined : operation.shapes[0].value;
      wrong.push(...fault(await service.json(operation.method, at, body, headers), `${operation.id} ${name}`, !isText));
    }
  }
  const credentials = { name: text, password: text };
  wrong.push(...fault(await service.json('POST', '/v1/console/session', credentials), 'signing in', true));
  const ascii = text.replace(/[^ -~]/g, '');
  const headers = { Authorization: `Bearer ${ascii}`, Cookie: `tribune=${ascii}`, 'X-Forwarded-For': '198.51.100.7' };
  wrong.push(...fault(await service.send('GET', '/v1/me', { headers }), 'as the token', true));
  wrong.push(...fault(await service.send('GET', '/v1/review', { headers }), 'as the session', true));
  return wrong;
}
