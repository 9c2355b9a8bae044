import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { routes } from '../../shared/routes.ts';
import { closes, frame, heard, openRaw, type RawSocket } from '../bench/raw-socket.mjs';
import { bootApp, type TestApp } from '../support/app.ts';
import { Moderator, Reader, SITE } from '../support/client.ts';
import { listen, type Listener } from '../support/socket.ts';

let app: TestApp;
let reader: Reader;
let owner: Moderator;
/** Somebody who must not notice anything. */
let witness: Listener;
let dropped = 0;
let now = Date.now();
const open: RawSocket[] = [];
/** One that never says anything, one that was refused, one that listens nowhere: they have as long as the other tests. */
let idle: RawSocket[] = [];

beforeAll(async () => {
  app = await bootApp({}, { now: () => new Date(now) });
  reader = await Reader.guest(app.url, 'Odile', 'sockets');
  owner = await Moderator.redeem(app.url, 'Noé Garnier', (await app.app.setupCode()) ?? '');
  witness = await listen(app.url, { site: SITE, token: reader.token }, 'sockets');
  witness.socket.on('disconnect', () => (dropped += 1));
  const [silent, refused, listless] = [await raw(), await connected({ site: 'nowhere' }), await connected()];
  idle = [silent, refused.socket, listless.socket];
  open.length = 0;
});
afterEach(() => {
  for (const raw of open.splice(0)) raw.end();
  expect([dropped, witness.socket.connected]).toEqual([0, true]);
});
afterAll(async () => {
  const joined: unknown = await witness.socket.timeout(5000).emitWithAck('thread:join', { thread: 'sockets' });
  expect(joined).toMatchObject({ ok: true });
  witness.close();
  await app.close();
  expect(app.logged).toEqual([]);
});

async function raw(headers: Record<string, string> = {}): Promise<RawSocket> {
  const socket = await openRaw(app.url, headers);
  open.push(socket);
  return socket;
}

/** A connection that has shown `auth`; answers what came back. */
async function connected(auth: unknown = { site: SITE }): Promise<{ socket: RawSocket; answer: string }> {
  const socket = await raw();
  socket.send(`40${JSON.stringify(auth)}`);
  return { socket, answer: (await heard(socket, (message) => /^4[04]/.test(message))) ?? 'closed' };
}

describe('a handshake', () => {
  const wrong: [string, unknown][] = [
    ['an operator as the site', { site: { $ne: null } }],
    ['an operator as the token', { site: SITE, token: { $gt: '' } }],
    ['an operator as the ticket', { ticket: { $exists: true } }],
    ['a list', [SITE]],
    ['an unknown field', { site: SITE, role: 'owner' }],
    ['an operator as a thread', { site: SITE, threads: [{ $ne: null }] }],
    ['an operator as what is known of a thread', { site: SITE, threads: ['sockets'], since: [{ $gt: 0 }] }],
    ['too many threads', { site: SITE, threads: Array.from({ length: 11 }, (_, i) => `thread-${i}`) }],
    ['an unknown site', { site: 'nowhere' }],
    ['nothing', {}],
  ];
  it.each(wrong)('with %s is refused', async (_, auth) => {
    const { answer } = await connected(auth);
    expect(answer).toMatch(/^44.*urn:tribune:problem:(?:validation-failed|unknown-site)|^closed$/);
  });

  it.each(['constructor', '__proto__'])('in the language “%s” is refused in words, and hurts nobody', async (lang) => {
    const socket = await raw({ 'Accept-Language': lang });
    socket.send('40{"site":"nope"}');
    expect(await heard(socket, (message) => message.startsWith('44'))).toContain('urn:tribune:problem:unknown-site');
    const joined = await raw({ 'Accept-Language': lang });
    joined.send(`40{"site":"${SITE}"}`);
    await heard(joined, (message) => message.startsWith('40'));
    joined.send('420["thread:join",{}]');
    expect(await heard(joined, (message) => message.startsWith('430'))).toContain('validation-failed');
  });

  it('takes a ticket once, and no secret of another kind', async () => {
    const ticket = await owner.ticket();
    expect((await connected({ ticket })).answer).toMatch(/^40/);
    const session = owner.cookie.split('=')[1];
    for (const secret of [ticket, session, reader.token])
      expect((await connected({ ticket: secret })).answer).toContain('token-invalid');
    for (const token of [session, 'forged', reader.token.slice(1)])
      expect((await connected({ site: SITE, token })).answer).toContain('token-invalid');
  });

  it('from a foreign page is refused, and so is the console’s ticket from a reader’s page', async () => {
    for (const Origin of ['https://evil.example', 'null', `${app.url}.evil.example`]) {
      const socket = await raw({ Origin });
      expect([Origin, socket.status === 101]).toEqual([Origin, false]);
      const polling = await fetch(`${app.url}/socket.io/?EIO=4&transport=polling`, { headers: { Origin } });
      expect([polling.status, polling.headers.get('access-control-allow-origin')]).toEqual([403, null]);
    }
  });
});

describe('a frame', () => {
  const fatal: [string, string | Buffer][] = [
    ['of bytes', Buffer.from('hello')],
    ['announcing bytes', '451-["thread:join",{"thread":{"_placeholder":true,"num":0}}]'],
    ['announcing very many bytes', '45987654321-["a"]'],
    ['of more than 16 KiB', `42["thread:join",{"thread":"${'a'.repeat(17_000)}"}]`],
    ['of no packet at all', ''],
    ['of a reserved event', '42["disconnecting"]'],
    ['of broken JSON', '42["thread:join"'],
    ['asking to connect once more', '40{"site":"demo"}'],
    ['leaving', '41'],
    ['of an event that is called by a number', '42[1]'],
    ['of an event without a name', '42'],
    ['saying that the line is closed', '1'],
    ['opening the line', '0{"sid":"sockets"}'],
  ];
  it.each(fatal)('%s ends the connection', async (_, data) => {
    const { socket } = await connected();
    socket.send(data);
    expect(await closes(socket)).toBe(true);
  });

  const harmless = ['42["constructor",{}]', '42["error"]', '42["review:opened",{}]', '421["toString"]'];
  it.each(harmless)('%s comes to nothing', async (data) => {
    const { socket } = await connected();
    socket.send(data);
    socket.send('427["thread:join",{"thread":"after"}]');
    expect(await heard(socket, (message) => message.startsWith('437'))).toContain('"ok":true');
  });

  it('that ends no message is not waited for without end', async () => {
    const { socket } = await connected();
    socket.write(frame('4', { final: false }));
    for (let i = 0; i < 4000; i += 1) socket.write(frame('aaaaa', { final: false, opcode: 0 }));
    expect(await closes(socket)).toBe(true);
  });
});

it('takes no operator for an argument', async () => {
  const { socket } = await connected();
  const operators = [{ $ne: null }, { $regex: '.' }, ['sockets'], 7, null, true, {}];
  const events = operators.flatMap((value) => [
    ['thread:join', { thread: value }],
    ['person:join', { token: value }],
  ]);
  for (const [i, event] of events.entries()) socket.send(`42${String(i)}${JSON.stringify(event)}`);
  for (const i of events.keys()) {
    const answer = await heard(socket, (message) => message.startsWith(`43${String(i)}[`));
    expect(answer).toMatch(/"ok":false.*"status":400/);
  }
});

it('lets nobody into another person’s room, the moderators’ room or beyond fifty', async () => {
  const other = await Reader.guest(app.url, 'Paule', 'sockets');
  const { socket } = await connected();
  const names = ['review', `person:${other.personId}`, 'session:x'];
  for (const [i, thread] of names.entries()) socket.send(`42${String(i)}["thread:join",{"thread":"${thread}"}]`);
  await heard(socket, (message) => message.startsWith('432'));
  const parent = await other.post('qui répond ?');
  await reader.post('moi', { parentId: parent.body.id });
  await other.post('quel connard');
  await app.app.settled();
  expect(socket.heard.filter((message) => message.startsWith('42'))).toEqual([]);
});

describe('a connection', () => {
  it('that asks too much is cut off, whatever it asks', async () => {
    for (const data of [
      '42["thread:join",{"thread":"a"}]',
      '40{"site":"nowhere"}',
      '40{"site":"demo","token":"forged"}',
      '3',
    ]) {
      const socket = await raw();
      if (!data.startsWith('40')) socket.send('40{"site":"demo"}');
      for (let i = 0; i < 100; i += 1) socket.send(data);
      expect([data, await closes(socket)]).toEqual([data, true]);
    }
  });
});

it('cuts a moderator’s socket when the session has expired', async () => {
  const { socket, answer } = await connected({ ticket: await owner.ticket() });
  expect(answer).toMatch(/^40/);
  now += 13 * 3_600_000;
  expect(await closes(socket, 8000)).toBe(true);
  expect((await owner.ask('GET', routes.session)).status).toBe(401);
});

it('closes within ten seconds what says nothing or listens nowhere', async () => {
  for (const socket of idle) expect(await closes(socket, 12_000)).toBe(true);
});

it('lets one address open twenty sockets, seen through the proxy in front', async () => {
  const behind = await bootApp({ TRUST_PROXY: 1 });
  const from = (address: string) => openRaw(behind.url, { 'X-Forwarded-For': `198.51.100.1, ${address}` });
  const connections = await Promise.all(Array.from({ length: 25 }, () => from('203.0.113.9')));
  expect((await Promise.all(connections.slice(20).map((one) => closes(one)))).every(Boolean)).toBe(true);
  expect(connections.slice(0, 20).some((one) => one.closed)).toBe(false);
  const other = await from('203.0.113.10');
  other.send('40{"site":"demo"}');
  expect(await heard(other, (message) => message.startsWith('40'))).toBeDefined();
  for (const one of [...connections, other]) one.end();
  await behind.close();
});

it('stops in time although somebody will not let go', async () => {
  const stopping = await bootApp();
  const clinging = await openRaw(stopping.url, {}, { polite: false });
  clinging.send('40{"site":"demo"}');
  await heard(clinging, (message) => message.startsWith('40'));
  await stopping.close();
  expect(clinging.closed).toBe(true);
}, 9000);
