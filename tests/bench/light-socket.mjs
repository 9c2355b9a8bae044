// A WebSocket for benches with thousands of readers in one process: what reading costs them is to be less than what telling them costs.
import { randomBytes } from 'node:crypto';
import net from 'node:net';
import { frame } from './raw-socket.mjs';

const END_OF_HEAD = Buffer.from('\r\n\r\n');
/** Every connection reads into it, as each reads at once; nothing is made anew for a read. */
const read = Buffer.allocUnsafe(64 * 1024);

/**
 * Connects to Socket.IO without its library; resolves once the upgrade was granted.
 * @param onText called with the bytes of each text message, which are another's as soon as it is done, and with the connection
 */
export function openLight(url, onText) {
  const { hostname, port, host } = new URL(url);
  return new Promise((resolve, reject) => {
    let isUpgraded = false;
    const tell = (text) => onText(text, line);
    /** What has come of a frame that is not whole; a copy. */
    let rest = null;
    const hear = (length) => {
      let bytes = read.subarray(0, length);
      if (rest !== null) bytes = Buffer.concat([rest, bytes]);
      if (!isUpgraded) {
        const end = bytes.indexOf(END_OF_HEAD);
        if (end >= 0) {
          const [status] = bytes.toString('latin1', 0, end).split('\r\n');
          if (!status.startsWith('HTTP/1.1 101')) return void socket.destroy(new Error(status));
          isUpgraded = true;
          bytes = bytes.subarray(end + END_OF_HEAD.length);
          resolve(line);
        }
      }
      const from = isUpgraded ? texts(bytes, tell) : 0;
      rest = from === bytes.length ? null : Buffer.from(bytes.subarray(from));
    };
    const socket = net.connect({ host: hostname, port: Number(port), onread: { buffer: read, callback: hear } });
    const line = { send: (text) => socket.writable && socket.write(frame(text)), end: () => socket.destroy() };
    socket.once('error', reject);
    socket.once('close', () => reject(new Error('closed before it was open')));
    socket.write(
      [
        'GET /socket.io/?EIO=4&transport=websocket HTTP/1.1',
        `Host: ${host}`,
        ...['Connection: Upgrade', 'Upgrade: websocket', 'Sec-WebSocket-Version: 13'],
        `Sec-WebSocket-Key: ${randomBytes(16).toString('base64')}`,
        '\r\n',
      ].join('\r\n'),
    );
  });
}

/** Tells the text messages of a server's frames (RFC 6455, 5.2), and how many bytes of `bytes` made whole frames. */
function texts(bytes, onText) {
  let at = 0;
  while (bytes.length - at >= 2) {
    const short = bytes[at + 1] & 127;
    const start = at + (short === 126 ? 4 : short === 127 ? 10 : 2);
    if (bytes.length < start) break;
    const length =
      short === 126 ? bytes.readUInt16BE(at + 2) : short === 127 ? Number(bytes.readBigUInt64BE(at + 2)) : short;
    if (bytes.length < start + length) break;
    if ((bytes[at] & 15) === 1) onText(bytes.subarray(start, start + length));
    at = start + length;
  }
  return at;
}
