import { BSON, ElementCursor, type RawValue } from '../bson/raw.ts';
import { validate } from '../bson/validate.ts';
import { CommandError } from '../errors.ts';
import { crc32c } from './crc32c.ts';
import { FramingError } from './framing.ts';

const OP_REPLY = 1;
const OP_QUERY = 2004;
const OP_MSG = 2013;
const CHECKSUM_PRESENT = 1;
const MORE_TO_COME = 2;
/** Flags 0 to 15 must be understood (source: MongoDB wire protocol, OP_MSG). */
const REQUIRED_FLAGS = 0xffff;

/** A command as it came: its fields where they lie in the message, and its document sequences. */
export interface Message {
  readonly requestId: number;
  readonly legacy: boolean;
  /** The client wants no answer (an unacknowledged write). */
  readonly silent: boolean;
  readonly name: string;
  readonly fields: ReadonlyMap<string, RawValue>;
  readonly sequences: ReadonlyMap<string, readonly Buffer[]>;
}

/** A message whose frame is sound but whose content is not; the client gets an answer. */
export class MessageError extends Error {
  readonly requestId: number;
  readonly legacy: boolean;
  override readonly cause: CommandError;

  constructor(requestId: number, legacy: boolean, cause: CommandError) {
    super(cause.message);
    this.requestId = requestId;
    this.legacy = legacy;
    this.cause = cause;
  }
}

/** @throws FramingError when the connection must be closed, MessageError when the client can be told */
export function parseMessage(bytes: Buffer): Message {
  const requestId = bytes.readInt32LE(4);
  const opcode = bytes.readInt32LE(12);
  try {
    if (opcode === OP_MSG) return parseOpMsg(bytes, requestId);
    if (opcode === OP_QUERY) return parseOpQuery(bytes, requestId);
  } catch (error) {
    if (error instanceof CommandError) throw new MessageError(requestId, opcode === OP_QUERY, error);
    throw error;
  }
  throw new FramingError(`opcode ${opcode} is not supported`);
}

function parseOpMsg(bytes: Buffer, requestId: number): Message {
  if (bytes.length < 26) throw new FramingError('OP_MSG is cut short');
  const flags = bytes.readUInt32LE(16);
  if ((flags & REQUIRED_FLAGS & ~(CHECKSUM_PRESENT | MORE_TO_COME)) !== 0)
    throw new FramingError(`OP_MSG flags ${flags}`);
  let limit = bytes.length;
  if (flags & CHECKSUM_PRESENT) {
    limit -= 4;
    if (crc32c(bytes.subarray(0, limit)) !== bytes.readUInt32LE(limit))
      throw new FramingError('OP_MSG checksum is wrong');
  }
  let body = -1;
  const sequences = new Map<string, Buffer[]>();
  let at = 20;
  while (at < limit) {
    const kind = bytes[at]!;
    if (kind === 0) {
      if (body >= 0) throw new FramingError('OP_MSG has two bodies');
      body = at + 1;
      at = validate(bytes, body, limit);
    } else if (kind === 1) at = parseSequence(bytes, at + 1, limit, sequences);
    else throw new FramingError(`OP_MSG section of kind ${kind}`);
  }
  if (body < 0) throw new FramingError('OP_MSG has no body');
  const { name, fields } = readBody(bytes, body);
  for (const field of sequences.keys()) {
    if (fields.has(field)) throw new CommandError(40414, `field ${field} is given twice`);
  }
  return { requestId, legacy: false, silent: (flags & MORE_TO_COME) !== 0, name, fields, sequences };
}

function parseSequence(bytes: Buffer, at: number, limit: number, sequences: Map<string, Buffer[]>): number {
  if (at + 4 > limit) throw new FramingError('a document sequence is cut short');
  const end = at + bytes.readInt32LE(at);
  if (end > limit || end < at + 5) throw new FramingError('a document sequence has an impossible length');
  const nameEnd = bytes.indexOf(0, at + 4);
  if (nameEnd < 0 || nameEnd >= end) throw new FramingError('a document sequence has no name');
  const docs: Buffer[] = [];
  let pos = nameEnd + 1;
  while (pos < end) {
    const docEnd = validate(bytes, pos, end);
    docs.push(bytes.subarray(pos, docEnd));
    pos = docEnd;
  }
  const name = bytes.toString('utf8', at + 4, nameEnd);
  if (sequences.has(name)) throw new FramingError(`document sequence ${name} is given twice`);
  sequences.set(name, docs);
  return end;
}

function parseOpQuery(bytes: Buffer, requestId: number): Message {
  const nameEnd = bytes.indexOf(0, 20);
  if (nameEnd < 0 || nameEnd + 9 > bytes.length) throw new FramingError('OP_QUERY is cut short');
  const namespace = bytes.toString('utf8', 20, nameEnd);
  validate(bytes, nameEnd + 9, bytes.length);
  const { name, fields } = readBody(bytes, nameEnd + 9);
  if (!namespace.endsWith('.$cmd') || !['hello', 'ismaster', 'isMaster'].includes(name)) {
    throw new CommandError(352, `Unsupported OP_QUERY command: ${name}. The client driver may require an upgrade.`);
  }
  const db = Buffer.from(`xxxx${namespace.slice(0, -5)}\0`);
  db.writeInt32LE(db.length - 4);
  const withDb = new Map(fields).set('$db', { type: BSON.string, buf: db, at: 0, end: db.length });
  return { requestId, legacy: true, silent: false, name, fields: withDb, sequences: new Map() };
}

function readBody(bytes: Buffer, at: number): { name: string; fields: Map<string, RawValue> } {
  const fields = new Map<string, RawValue>();
  const cursor = new ElementCursor(bytes, at);
  let first = '';
  while (cursor.next()) {
    const { name } = cursor;
    if (fields.size === 0) first = name;
    fields.set(name, cursor.value());
  }
  return { name: first, fields };
}

/** Header and body of the answer to a message. */
export function encodeReply(
  to: { requestId: number; legacy: boolean },
  replyId: number,
  body: Buffer,
): [Buffer, Buffer] {
  const head = Buffer.alloc(to.legacy ? 36 : 21);
  head.writeInt32LE(head.length + body.length, 0);
  head.writeInt32LE(replyId, 4);
  head.writeInt32LE(to.requestId, 8);
  head.writeInt32LE(to.legacy ? OP_REPLY : OP_MSG, 12);
  // OP_REPLY: flags "await capable", cursor 0, starting from 0, one document. OP_MSG: no flags, one section of kind 0.
  if (to.legacy) {
    head.writeInt32LE(8, 16);
    head.writeInt32LE(1, 32);
  }
  return [head, body];
}
