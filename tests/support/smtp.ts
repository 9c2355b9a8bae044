import { once } from 'node:events';
import type { AddressInfo, Socket } from 'node:net';
import { SMTPServer, type SMTPServerSession } from 'smtp-server';
import { readMail, type ReadMail } from './received-mail.mjs';

/** A mail as the server got it. */
export interface Received extends ReadMail {
  /** Of the envelope. */
  to: string;
  /** Whether the line was, by then. */
  isEncrypted: boolean;
}

/** What the server does with a mail: takes it, answers something else (before or after its text), or takes it and hangs up. */
export type Manner = 'take' | 'cut' | { rcpt: string } | { data: string } | { wait: Promise<unknown> };

/** How it lets somebody in: for this password, if any; and whether it offers encryption, under a certificate of its own or one that nobody vouches for. */
export interface Entrance {
  password?: string;
  startTls?: true | { key: string; cert: string };
}

/** A mail server on this machine that does as it is told. */
export class TestSmtp {
  /** Every mail it has got, also those that it got more than once. */
  readonly received: Received[] = [];
  /** What it does with mail to an address. */
  manner: (to: string) => Manner = () => 'take';
  /** The names that were signed in with. */
  readonly signedIn: string[] = [];
  #server: SMTPServer | null = null;
  readonly #entrance: Entrance;
  #port = 0;
  readonly #sockets = new Set<Socket>();

  constructor(entrance: Entrance) {
    this.#entrance = entrance;
  }

  static async start(entrance: Entrance = {}): Promise<TestSmtp> {
    const smtp = new TestSmtp(entrance);
    await smtp.open();
    return smtp;
  }

  get url(): string {
    return `smtp://127.0.0.1:${this.#port}`;
  }

  get port(): number {
    return this.#port;
  }

  /** What a mailbox shows: each Message-ID once. */
  get shown(): Received[] {
    return [...new Map(this.received.map((mail) => [mail.messageId, mail])).values()];
  }

  /** Listens, at the same port as before. */
  async open(): Promise<void> {
    const { password, startTls } = this.#entrance;
    const server = new SMTPServer({
      disabledCommands: [...(password === undefined ? ['AUTH'] : []), ...(startTls ? [] : ['STARTTLS'])],
      ...(typeof startTls === 'object' ? startTls : {}),
      // No logger: nobody needs to be told that its certificate is known to everybody.
      ...{ logger: false, allowInsecureAuth: true, authOptional: password === undefined },
      onAuth: ({ username = '', password: given }, _session, done) => {
        if (given !== password) return done(refusal('535 5.7.8 Wrong password'));
        this.signedIn.push(username);
        done(null, { user: username });
      },
      disableReverseLookup: true,
      onRcptTo: ({ address }, _session, done) => {
        const manner = this.manner(address);
        done(typeof manner === 'object' && 'rcpt' in manner ? refusal(manner.rcpt) : null);
      },
      onData: (stream, session, done) => {
        const chunks: Buffer[] = [];
        stream.on('data', (chunk: Buffer) => chunks.push(chunk));
        stream.on('end', () => void this.#take(Buffer.concat(chunks).toString('latin1'), session, done));
      },
    });
    server.on('error', () => undefined); // a client that hangs up
    server.server.on('connection', (socket) => {
      this.#sockets.add(socket);
      socket.once('close', () => this.#sockets.delete(socket));
    });
    const net = server.listen(this.#port, '127.0.0.1');
    await once(net, 'listening');
    this.#port = (net.address() as AddressInfo).port;
    this.#server = server;
  }

  /** Is gone, in the middle of whatever it did. */
  async close(): Promise<void> {
    const server = this.#server;
    if (server === null) return;
    this.#server = null;
    const closed = new Promise<void>((resolve) => server.close(resolve));
    for (const socket of this.#sockets) socket.destroy();
    await closed;
  }

  async #take(raw: string, session: SMTPServerSession, done: (error?: Error | null) => void): Promise<void> {
    const to = session.envelope.rcptTo.map(({ address }) => address).join(', ');
    const manner = this.manner(to);
    if (typeof manner === 'object' && 'data' in manner) return done(refusal(manner.data));
    if (typeof manner === 'object' && 'wait' in manner) await manner.wait;
    this.received.push({ to, isEncrypted: session.secure, ...readMail(raw) });
    if (manner !== 'cut') return done();
    for (const socket of this.#sockets) if (socket.remotePort === session.remotePort) socket.destroy();
  }
}

/** "550 5.1.1 No such user" as the server's error. */
function refusal(answer: string): Error {
  return Object.assign(new Error(answer.slice(4)), { responseCode: Number(answer.slice(0, 3)) });
}
