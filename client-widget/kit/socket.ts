/**
 * One connection to the service, from its opening to its end: Socket.IO protocol 5 in Engine.IO protocol 4
 * (https://socket.io/docs/v4/socket-io-protocol), over a WebSocket and as text, which is all the service and its pages use.
 */

/** How a connection ended: it was not let in, was sent away, or the line broke or never came about. */
export type Ending = 'refused' | 'dismissed' | 'broken';

export interface ConnectionOptions {
  /** Of the service, as in `https://comments.example`. */
  origin: string;
  /** What is said at the handshake. */
  auth: () => Promise<object>;
  /** It is let in. */
  opened: () => void;
  heard: (name: string, news: unknown) => void;
  /** Hears of the end, once, with the code of the problem the service refused with, if it said one. Not after `close`. */
  ended: (how: Ending, code: string | undefined) => void;
}

export interface Connection {
  /** Says something to the service, which is lost if the line is dead. `ack` hears the answer. */
  say: (name: string, what: unknown, ack: (answer: never) => void) => void;
  close: () => void;
}

/** First characters of a frame: what it is to the engine, and within a message what it is to the socket. */
const OPEN = '0';
const CLOSE = '1';
const PING = '2';
const PONG = '3';
const MESSAGE = '4';
const CONNECT = '0';
const DISCONNECT = '1';
const EVENT = '2';
const ACK = '3';
const REFUSAL = '4';

/** How long the service may take to greet. It says itself how long its silence may last from then on. */
const GREETING_MS = 20_000;

export function connect({ origin, auth, opened, heard, ended }: ConnectionOptions): Connection {
  const acks = new Map<string, (answer: never) => void>();
  let serial = 0;
  let patience = GREETING_MS;
  let heardAt = Date.now();
  let silence: ReturnType<typeof setTimeout> | undefined;
  let isOver = false;
  const socket = openWebSocket(origin);
  const send = (frame: string) => {
    if (!isOver && socket?.readyState === socket?.OPEN) socket?.send(frame);
  };
  const stop = () => {
    isOver = true;
    clearTimeout(silence);
    socket?.close();
  };
  const end = (how: Ending, code?: string) => {
    if (isOver) return;
    stop();
    ended(how, code);
  };
  const broken = () => end('broken');
  /** The service pings; when it is silent for too long the line is dead, whatever the network says. */
  const listen = () => {
    heardAt = Date.now();
    clearTimeout(silence);
    silence = setTimeout(broken, patience);
  };
  const receive = (packet: string) => {
    const [, type, id = '', json] = /^(.)(\d*)(.*)$/s.exec(packet) ?? [];
    const content = json ? (JSON.parse(json) as unknown) : null;
    if (type === CONNECT) opened();
    if (type === DISCONNECT) end('dismissed');
    if (type === EVENT) heard(...(content as [string, unknown]));
    if (type === REFUSAL) end('refused', (content as { data?: { code?: string } }).data?.code);
    if (type !== ACK) return;
    acks.get(id)?.((content as [never])[0]);
    acks.delete(id);
  };
  const greet = async ({ pingInterval, pingTimeout }: { pingInterval: number; pingTimeout: number }) => {
    patience = pingInterval + pingTimeout;
    listen();
    const said = await auth().catch(() => ({}));
    send(MESSAGE + CONNECT + JSON.stringify(said));
  };
  const take = (frame: string) => {
    const content = frame.slice(1);
    const type = frame.charAt(0);
    if (isOver) return;
    if (type === OPEN) void greet(JSON.parse(content) as Parameters<typeof greet>[0]);
    if (type === CLOSE) broken();
    if (type === MESSAGE) receive(content);
    if (type !== PING) return;
    listen();
    send(PONG);
  };
  listen();
  if (socket === null) setTimeout(broken);
  else {
    socket.onmessage = ({ data }) => take(String(data));
    socket.onerror = socket.onclose = broken;
  }
  return {
    say(name, what, ack) {
      // Timers sleep with the machine, so the line may have died unnoticed.
      if (Date.now() - heardAt > patience) return broken();
      acks.set(String(++serial), ack);
      send(`${MESSAGE}${EVENT}${serial}${JSON.stringify([name, what])}`);
    },
    close() {
      send(MESSAGE + DISCONNECT);
      stop();
    },
  };
}

/** Null where the browser, or what guards the page, does not even let it be tried. */
function openWebSocket(origin: string): WebSocket | null {
  try {
    return new WebSocket(`${origin.replace(/^http/, 'ws')}/socket.io/?EIO=4&transport=websocket`);
  } catch {
    return null;
  }
}
