import { connect as open, type Socket } from 'node:net';
import mongoose from 'mongoose';

const { serialize, deserialize } = mongoose.mongo.BSON;

/** A bare connection, for bytes no driver would send. */
export class RawWire {
  private readonly socket: Socket;
  private received = Buffer.alloc(0);
  private waiting: (() => void)[] = [];
  closed = false;

  constructor(uri: string) {
    this.socket = open(decodeURIComponent(uri.slice('mongodb://'.length).split('/')[0]!));
    this.socket.on('data', (chunk) => {
      this.received = Buffer.concat([this.received, chunk]);
      this.wake();
    });
    this.socket.on('error', () => undefined);
    this.socket.on('close', () => {
      this.closed = true;
      this.wake();
    });
  }

  private wake(): void {
    for (const waiting of this.waiting.splice(0)) waiting();
  }

  send(bytes: Buffer): void {
    this.socket.write(bytes);
  }

  end(): void {
    this.socket.destroy();
  }

  /** The next reply's document; undefined when the server closes the connection instead. */
  async reply(): Promise<Record<string, unknown> | undefined> {
    for (;;) {
      if (this.received.length >= 4 && this.received.length >= this.received.readInt32LE(0)) {
        const message = this.received.subarray(0, this.received.readInt32LE(0));
        this.received = this.received.subarray(message.length);
        return deserialize(message.subarray(message.readInt32LE(12) === 1 ? 36 : 21));
      }
      if (this.closed) return undefined;
      await new Promise<void>((resolve) => this.waiting.push(resolve));
    }
  }
}

/** A message with this opcode around a body. */
export function framed(opcode: number, body: Buffer, length = 16 + body.length): Buffer {
  const head = Buffer.alloc(16);
  head.writeInt32LE(length, 0);
  head.writeInt32LE(7, 4);
  head.writeInt32LE(opcode, 12);
  return Buffer.concat([head, body]);
}

export function bson(doc: Record<string, unknown>): Buffer {
  return Buffer.from(serialize(doc));
}

function uint32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
}

/** A section of an OP_MSG: the body, or a document sequence. */
export const section = {
  body: (doc: Record<string, unknown> | Buffer): Buffer =>
    Buffer.concat([Buffer.from([0]), Buffer.isBuffer(doc) ? doc : bson(doc)]),
  sequence: (name: string, docs: readonly Record<string, unknown>[], length?: number): Buffer => {
    const content = Buffer.concat([Buffer.from(`${name}\0`), ...docs.map(bson)]);
    return Buffer.concat([Buffer.from([1]), uint32(length ?? content.length + 4), content]);
  },
};

/** An OP_MSG of these sections. */
export function opMsg(sections: readonly Buffer[], flags = 0, checksum?: (bytes: Buffer) => number): Buffer {
  const body = Buffer.concat([uint32(flags), ...sections]);
  if (checksum === undefined) return framed(2013, body);
  const message = framed(2013, body, 16 + body.length + 4);
  return Buffer.concat([message, uint32(checksum(message))]);
}
