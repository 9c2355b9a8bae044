/**
 * Engine.IO protocol 4 over a WebSocket and nothing else (https://socket.io/docs/v4/engine-io-protocol). In the browser
 * bundles it stands where socket.io-client expects the package `engine.io-client`, whose other transports, upgrades and
 * binary frames this service never uses: the live part is 4 kB lighter for it.
 */

/** First character of a message says what it is. */
const OPEN = '0';
const CLOSE = '1';
const PING = '2';
const PONG = '3';
const MESSAGE = '4';

type Listener = (...details: unknown[]) => void;

interface EngineOptions {
  path?: string;
}

/** What socket.io-client's Manager asks of an engine. */
export class Socket {
  static readonly protocol = 4;
  /** The Manager looks here whether something may be sent now. */
  readonly transport = { writable: false };
  readonly #socket: WebSocket | null;
  readonly #listeners = new Map<string, Set<Listener>>();
  #patience = Infinity;
  #heardAt = Date.now();
  #silence: ReturnType<typeof setTimeout> | undefined;
  #closed = false;

  constructor(uri: string, { path = '/socket.io' }: EngineOptions) {
    const address = new URL(uri, location.href);
    address.protocol = address.protocol.replace('http', 'ws');
    address.pathname = path.replace(/\/?$/, '/');
    address.search = `EIO=${Socket.protocol}&transport=websocket`;
    const fail = () => {
      this.#emit('error', new Error('websocket error'));
      this.#end('transport error');
    };
    this.#socket = openWebSocket(address);
    if (this.#socket === null) {
      setTimeout(fail);
      return;
    }
    this.#socket.onmessage = ({ data }) => this.#hear(String(data));
    this.#socket.onerror = fail;
    this.#socket.onclose = () => this.#end('transport close');
  }

  on(name: string, listener: Listener): this {
    const listeners = this.#listeners.get(name) ?? new Set();
    this.#listeners.set(name, listeners.add(listener));
    return this;
  }

  off(name: string, listener: Listener): this {
    this.#listeners.get(name)?.delete(listener);
    return this;
  }

  write(message: string): void {
    if (!this.#closed) this.#socket?.send(MESSAGE + message);
  }

  close(): void {
    this.#end('forced close');
  }

  /** Timers sleep with the machine, so a socket may have died unnoticed; asked before anything is sent. */
  _hasPingExpired(): boolean {
    const expired = Date.now() - this.#heardAt > this.#patience;
    if (expired) setTimeout(() => this.#end('ping timeout'));
    return expired;
  }

  #emit(name: string, ...details: unknown[]): void {
    for (const listener of [...(this.#listeners.get(name) ?? [])]) listener(...details);
  }

  #hear(message: string): void {
    if (this.#closed) return;
    const content = message.slice(1);
    switch (message.charAt(0)) {
      case OPEN: {
        const { pingInterval, pingTimeout } = JSON.parse(content) as { pingInterval: number; pingTimeout: number };
        this.#patience = pingInterval + pingTimeout;
        this.#listen();
        this.transport.writable = true;
        this.#emit('open');
        break;
      }
      case PING:
        this.#listen();
        this.#socket?.send(PONG);
        this.#emit('ping');
        break;
      case MESSAGE:
        this.#emit('data', content);
        break;
      case CLOSE:
        this.#end('transport close');
        break;
    }
  }

  /** The server pings; when it is silent for too long the connection is dead, whatever the network says. */
  #listen(): void {
    this.#heardAt = Date.now();
    clearTimeout(this.#silence);
    this.#silence = setTimeout(() => this.#end('ping timeout'), this.#patience);
  }

  #end(reason: string): void {
    if (this.#closed) return;
    this.#closed = true;
    this.transport.writable = false;
    clearTimeout(this.#silence);
    this.#socket?.close();
    this.#emit('close', reason);
  }
}

/** Null where the browser, or what guards the page, does not even let it be tried. */
function openWebSocket(address: URL): WebSocket | null {
  try {
    return new WebSocket(address);
  } catch {
    return null;
  }
}

/** Gives an object the timers socket.io-client uses. */
export function installTimerFunctions(target: { setTimeoutFn?: unknown; clearTimeoutFn?: unknown }): void {
  target.setTimeoutFn = setTimeout.bind(globalThis);
  target.clearTimeoutFn = clearTimeout.bind(globalThis);
}

export const nextTick = (task: () => void): void => void Promise.resolve().then(task);

/** Parts of an address, named as socket.io-client expects them. */
export function parse(uri: string) {
  const { protocol, hostname, port, pathname } = new URL(uri);
  return { source: uri, protocol: protocol.slice(0, -1), host: hostname, port, path: pathname };
}

/** Transports by name, which socket.io-client only passes on. */
export const Fetch = null;
export const NodeXHR = null;
export const XHR = null;
export const NodeWebSocket = null;
export const WebTransport = null;
const Native = globalThis.WebSocket;
export { Native as WebSocket };
