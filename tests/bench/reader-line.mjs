// A reader's line as the widget has one, over a bare WebSocket.
import { openRaw } from './raw-socket.mjs';

/**
 * Connects, joins a thread and, with a token, learns what is unread; resolves when all is answered.
 * @param where `since` of who comes back, the last change they know
 * @param onNews called with each event as it came, `42["name",payload]`
 * @returns {Promise<{ raw: object, seq: number, missed?: object[] }>} where the thread's stream was when it was joined; the comments that
 * changed since `since`, if that was told with it
 */
export async function openLine({ url, thread, site, token, since }, onNews) {
  const raw = await openRaw(url);
  let seq = 0;
  let missed;
  // Ours is told all at the handshake; of bare Socket.IO it is asked once there is a connection.
  const said = site === undefined ? {} : { site, token, threads: [thread], since: since ? [since] : undefined };
  await new Promise((resolve, reject) => {
    let left = token === undefined ? 1 : 2;
    const hear = (message) => {
      if (message === '2') raw.send('3');
      else if (message.startsWith('0')) raw.send(`40${JSON.stringify(said)}`);
      else if (message.startsWith('42["joined",')) {
        const [, here] = JSON.parse(message.slice(2));
        ({ seq, comments: missed } = here.threads[0]);
        resolve();
      } else if (message.startsWith('40')) {
        if (site !== undefined) return;
        raw.send(`420${JSON.stringify(['thread:join', { thread }])}`);
        if (token !== undefined) raw.send(`421${JSON.stringify(['person:join', { token }])}`);
      } else if (message.startsWith('43')) {
        const [answer] = JSON.parse(message.slice(message.indexOf('[')));
        if (!answer.ok) return reject(new Error(message));
        seq = answer.seq ?? seq;
        if ((left -= 1) === 0) resolve();
      } else if (message.startsWith('42')) onNews(message);
      else if (message.startsWith('44')) reject(new Error(message));
    };
    raw.heard.splice(0).forEach(hear);
    raw.heard.push = (...messages) => messages.forEach(hear);
  });
  return { raw, seq, missed };
}
