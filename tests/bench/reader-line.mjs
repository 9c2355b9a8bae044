// A reader's line as the widget has one, over a bare WebSocket.
import { openLight } from './light-socket.mjs';

const EVENT = Buffer.from('42[');

/**
 * Connects, joins a thread and, with a token, learns what is unread; resolves when all is answered.
 * @param where `since` of who comes back, the last change they know
 * @param onNews called with the bytes of each event as they came, `42["name",payload]`; they are another's as soon as it is done
 * @returns {Promise<{ raw: object, seq: number, missed?: object[] }>} where the thread's stream was when it was joined; the comments that
 * changed since `since`, if that was told with it
 */
export async function openLine({ url, thread, site, token, since }, onNews) {
  let seq = 0;
  let missed;
  let isIn = false;
  // Ours is told all at the handshake; of bare Socket.IO it is asked once there is a connection.
  const said = site === undefined ? {} : { site, token, threads: [thread], since: since ? [since] : undefined };
  return new Promise((resolve, reject) => {
    let left = token === undefined ? 1 : 2;
    const enter = (raw) => {
      isIn = true;
      resolve({ raw, seq, missed });
    };
    const hear = (bytes, raw) => {
      if (isIn && bytes.indexOf(EVENT) === 0) return onNews(bytes);
      const message = bytes.toString();
      if (message === '2') raw.send('3');
      else if (message.startsWith('0')) raw.send(`40${JSON.stringify(said)}`);
      else if (message.startsWith('42["joined",')) {
        const [, here] = JSON.parse(message.slice(2));
        ({ seq, comments: missed } = here.threads[0]);
        enter(raw);
      } else if (message.startsWith('40')) {
        if (site !== undefined) return;
        raw.send(`420${JSON.stringify(['thread:join', { thread }])}`);
        if (token !== undefined) raw.send(`421${JSON.stringify(['person:join', { token }])}`);
      } else if (message.startsWith('43')) {
        const [answer] = JSON.parse(message.slice(message.indexOf('[')));
        if (!answer.ok) return reject(new Error(message));
        seq = answer.seq ?? seq;
        if ((left -= 1) === 0) enter(raw);
      } else if (message.startsWith('42')) onNews(bytes);
      else if (message.startsWith('44')) reject(new Error(message));
    };
    openLight(url, hear).catch(reject);
  });
}
