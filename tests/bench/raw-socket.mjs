// A WebSocket without a library: what it sends may be as wrong as one likes.
import { randomBytes } from 'node:crypto';
import { request } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';

const HANDSHAKE = '/socket.io/?EIO=4&transport=websocket';

/**
 * Connects to the service's socket; `status` is 101, or what the upgrade was refused with.
 * @param headers of the upgrade, besides those of the protocol
 * @param options `polite`: goes when the other end says goodbye
 */
export function openRaw(url, headers = {}, { path = HANDSHAKE, polite = true } = {}) {
  const raw = {
    status: 0,
    heard: [],
    closed: false,
    send: () => undefined,
    write: () => undefined,
    end: () => undefined,
  };
  return new Promise((resolve, reject) => {
    const upgrade = request(url + path, {
      headers: {
        Connection: 'Upgrade',
        Upgrade: 'websocket',
        'Sec-WebSocket-Version': '13',
        'Sec-WebSocket-Key': randomBytes(16).toString('base64'),
        ...headers,
      },
    });
    const refused = (status) => {
      upgrade.destroy();
      resolve(Object.assign(raw, { status, closed: true }));
    };
    upgrade.once('response', (response) => refused(response.statusCode));
    upgrade.once('error', (error) => (error.code === 'ECONNRESET' ? refused(0) : reject(error)));
    upgrade.once('upgrade', (response, socket, head) => {
      const read = reader(raw.heard, () => {
        raw.closed = true;
        if (polite) socket.end();
      });
      read(head);
      socket.on('data', read);
      socket.on('error', () => undefined);
      socket.once('close', () => {
        raw.closed = true;
      });
      resolve(
        Object.assign(raw, {
          status: response.statusCode,
          extensions: response.headers['sec-websocket-extensions'],
          write: (bytes) => socket.writable && socket.write(bytes),
          send: (data) => socket.writable && socket.write(frame(data)),
          end: () => socket.destroy(),
        }),
      );
    });
    upgrade.end();
  });
}

/** The first message heard that fits, or undefined if the connection ends or `ms` pass without one. */
export async function heard(raw, fits, ms = 2000) {
  for (const end = Date.now() + ms; Date.now() < end; await sleep(2)) {
    const message = raw.heard.find(fits);
    if (message !== undefined || raw.closed) return message;
  }
  return undefined;
}

/** Whether the other end closes within `ms`. */
export async function closes(raw, ms = 2000) {
  for (const end = Date.now() + ms; !raw.closed && Date.now() < end;) await sleep(2);
  return raw.closed;
}

/** One frame as a client sends it, masked (RFC 6455, 5.2); text, or bytes for a Buffer. */
export function frame(data, { final = true, opcode = typeof data === 'string' ? 1 : 2 } = {}) {
  const payload = Buffer.from(data);
  const { length } = payload;
  const head =
    length < 126
      ? Buffer.from([0, 128 | length])
      : length < 65_536
        ? Buffer.from([0, 128 | 126, length >> 8, length & 255])
        : Buffer.from([0, 128 | 127, 0, 0, 0, 0, ...[24, 16, 8, 0].map((shift) => (length >>> shift) & 255)]);
  head[0] = (final ? 128 : 0) | opcode;
  return Buffer.concat([head, Buffer.alloc(4), payload]); // a mask of zeros leaves the payload as it is
}

/** Collects the text messages of a server's frames; calls `goodbye` when it closes. */
function reader(messages, goodbye) {
  let waiting = Buffer.alloc(0);
  return (chunk) => {
    waiting = Buffer.concat([waiting, chunk]);
    while (waiting.length >= 2) {
      const short = waiting[1] & 127;
      const start = short === 126 ? 4 : short === 127 ? 10 : 2;
      if (waiting.length < start) return;
      const length =
        short === 126 ? waiting.readUInt16BE(2) : short === 127 ? Number(waiting.readBigUInt64BE(2)) : short;
      if (waiting.length < start + length) return;
      const opcode = waiting[0] & 15;
      if (opcode === 8) goodbye();
      if (opcode === 1) messages.push(waiting.toString('utf8', start, start + length));
      waiting = waiting.subarray(start + length);
    }
  };
}
