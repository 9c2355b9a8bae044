import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createServer as createTlsServer } from 'node:tls';
import { createOutbound } from '../../services/outbound.ts';
import { isPublicAddress } from '../../services/outbound-address.ts';

describe('an address of the public internet', () => {
  it.each(['1.1.1.1', '9.255.255.255', '100.128.0.1', '172.32.0.1', '192.0.3.1', '223.255.255.255'])(
    '%s is one',
    (address) => expect(isPublicAddress(address)).toBe(true),
  );
  it.each(['2001:4860:4860::8888', '2606:4700::1111', '2a00:1450:4007:80e::200e'])('%s is one', (address) =>
    expect(isPublicAddress(address)).toBe(true),
  );

  it.each([
    ['this machine', ['127.0.0.1', '127.255.255.254', '0.0.0.0', '::1', '::']],
    ['a private network', ['10.0.0.1', '172.16.0.1', '172.31.255.255', '192.168.1.1', 'fc00::1', 'fdff::1', 'fec0::1']],
    ['this link', ['169.254.1.1', 'fe80::1', 'fe80::1%eth0', '2606:4700::1111%1']],
    ["a carrier's NAT", ['100.64.0.1', '100.127.255.255']],
    [
      'what a cloud tells its machines',
      ['169.254.169.254', '100.100.100.200', '192.0.0.192', '168.63.129.16', 'fd00:ec2::254'],
    ],
    ['many at once', ['224.0.0.1', '239.1.2.3', '255.255.255.255', 'ff02::1']],
    ['documentation or tests', ['192.0.2.1', '198.18.0.1', '198.51.100.1', '203.0.113.1', '2001:db8::1', '3fff::1']],
    ['reserved', ['240.0.0.1', '4000::1', '5f00::1', '::2']],
    ['IPv4 in IPv6', ['::ffff:1.1.1.1', '::ffff:7f00:1', '::1.1.1.1', '64:ff9b::101:101', '64:ff9b:1::101:101']],
    ['a tunnel', ['2002:101:101::1', '2001:0:1::1', '192.88.99.1']],
    ['none at all', ['', 'localhost', '127.1', '0x7f.1', '2130706433', '1.1.1.1 ', '[2606:4700::1111]']],
  ])('is not one of %s', (_, addresses) => {
    expect(addresses.filter(isPublicAddress)).toEqual([]);
  });
});

describe('a call outside', () => {
  const seen: { path: string; host: string | undefined; cookie: string | undefined }[] = [];
  let server: Server;
  let port = 0;
  const answers: Record<string, (request: IncomingMessage, response: ServerResponse) => void> = {
    '/echo': (request, response) => void request.pipe(response.writeHead(200, { 'set-cookie': 'a=b' })),
    '/away': (_, response) => void response.writeHead(302, { location: '/echo' }).end(),
    '/silent': () => undefined,
    // Each piece comes in time, the whole never.
    '/slow': (_, response) => {
      const timer = setInterval(() => response.write('.'), 20);
      response.on('close', () => clearInterval(timer));
    },
    '/huge': (_, response) => void response.end('a'.repeat(300 * 1024)),
    '/broken': (_, response) => {
      response.write('half');
      setImmediate(() => response.destroy());
    },
  };
  beforeAll(async () => {
    server = createServer((request, response) => {
      const { url: path = '', headers } = request;
      seen.push({ path, host: headers.host, cookie: headers.cookie });
      answers[path]?.(request, response);
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    port = (server.address() as AddressInfo).port;
  });
  afterAll(() => {
    server.closeAllConnections();
    server.close();
  });
  const here = [{ address: '127.0.0.1', family: 4 }];
  const get = (path: string) => ({ url: `http://127.0.0.1:${port}${path}`, method: 'GET' as const });

  it('reaches a host of the house that is allowed, by the address it was looked up by, once, and with its name', async () => {
    let lookups = 0;
    const { call } = createOutbound({
      allow: [`chat.internal:${port}`],
      resolve: () => Promise.resolve(lookups++ === 0 ? here : [{ address: '127.0.0.99', family: 4 }]),
    });
    const posted = await call({ url: `http://chat.internal:${port}/echo`, method: 'POST', body: '{"text":"é"}' });
    expect(posted).toEqual({ ok: true, status: 200, type: '', body: '{"text":"é"}' });
    expect(lookups).toBe(1);
    expect(seen.at(-1)).toEqual({ path: '/echo', host: `chat.internal:${port}`, cookie: undefined });
  });

  it('goes nowhere an answer leads, and reads no more and waits no longer than it has to', async () => {
    const { call } = createOutbound({ allow: [`127.0.0.1:${port}`], patienceMs: 250 });
    expect(await call(get('/away'))).toMatchObject({ ok: false, fault: 'redirected' });
    expect(seen.at(-1)).toMatchObject({ path: '/away' });
    expect(await call(get('/huge'))).toMatchObject({ ok: false, fault: 'too-large' });
    expect(await call(get('/broken'))).toMatchObject({ ok: false, fault: 'unreachable' });
    expect(await call(get('/silent'))).toMatchObject({ ok: false, fault: 'too-slow' });
    expect(await call(get('/slow'))).toMatchObject({ ok: false, fault: 'too-slow' });
    const { call: unanswered } = createOutbound({
      allow: [],
      resolve: () => new Promise(() => undefined),
      patienceMs: 20,
    });
    expect(await unanswered({ url: 'https://chat.example/', method: 'GET' })).toMatchObject({ fault: 'too-slow' });
  });

  it('begins with no address that is not to be called', async () => {
    const names: string[] = [];
    const places: Record<string, string[]> = {
      'inside.example': ['10.0.0.1'],
      'both.example': ['1.1.1.1', '127.0.0.1'],
      'mapped.example': ['::ffff:127.0.0.1'],
      'empty.example': [],
    };
    const { call, mayCall } = createOutbound({
      allow: ['chat.internal:443', '127.0.0.1:1'],
      resolve: (name) => {
        names.push(name);
        const found = places[name];
        if (found === undefined) return Promise.reject(new Error('ENOTFOUND'));
        return Promise.resolve(found.map((address) => ({ address, family: address.includes(':') ? 6 : 4 })));
      },
    });
    const before = seen.length;
    const faultOf = async (url: string) => {
      const answer = await call({ url, method: 'GET' });
      return answer.ok ? 'answered' : answer.fault;
    };
    for (const url of [
      ...[`http://127.0.0.1:${port}/echo`, 'http://chat.example/', 'http://chat.internal/', 'ftp://chat.example/'],
      ...[
        'https://lise:secret@chat.example/',
        'https://lise@chat.example/',
        '//chat.example/',
        'https://',
        'file:///etc',
      ],
    ])
      expect([url, await faultOf(url)]).toEqual([url, 'not-callable']);
    expect(names).toEqual([]);
    for (const host of [
      ...['inside.example', 'both.example', 'mapped.example', '127.0.0.1', '2130706433', '0x7f.1', '0177.0.0.1'],
      ...['[::1]', '[::ffff:127.0.0.1]', '[::ffff:7f00:1]', '169.254.169.254', '①②⑦.0.0.1', '[64:ff9b::7f00:1]'],
    ])
      expect([host, await faultOf(`https://${host}:${port}/echo`)]).toEqual([host, 'not-public']);
    expect(['https://127.1/', 'https://[::1]/', 'http://chat.example/', 'lise'].filter(mayCall)).toEqual([]);
    const some = ['https://chat.example/a', 'https://127.0.0.1:1/', 'https://1.1.1.1/', 'http://127.0.0.1:1/'];
    expect(some.filter(mayCall)).toEqual(some);
    for (const host of ['empty.example', 'nowhere.example'])
      expect([host, await faultOf(`https://${host}/`)]).toEqual([host, 'unresolved']);
    expect(seen.length).toBe(before);
  });

  it('says in the handshake which name it wants', async () => {
    const asked: string[] = [];
    const secure = createTlsServer({
      SNICallback: (name, done) => {
        asked.push(name);
        done(new Error('no certificate'));
      },
    });
    await new Promise<void>((resolve) => secure.listen(0, '127.0.0.1', resolve));
    const at = (secure.address() as AddressInfo).port;
    const { call } = createOutbound({ allow: [`chat.internal:${at}`], resolve: () => Promise.resolve(here) });
    expect(await call({ url: `https://chat.internal:${at}/`, method: 'GET' })).toMatchObject({ fault: 'unreachable' });
    expect(asked).toEqual(['chat.internal']);
    secure.close();
  });
});
