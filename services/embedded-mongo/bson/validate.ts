import { CommandError } from '../errors.ts';
import { BSON, cstringEnd, valueEnd } from './raw.ts';

/** MongoDB's limit on nesting (BSONDepth::kDefaultMaxAllowableDepth), 20 more for the command around a document. */
const MAX_DEPTH = 200;

function invalid(detail: string): CommandError {
  return new CommandError(22, `Invalid BSON: ${detail}`);
}

/**
 * Checks the document that starts at `at` and must lie within `limit`: every length, every type, the nesting.
 * After this the walkers may trust the bytes.
 * @returns where the document ends
 * @throws CommandError 22 (InvalidBSON), 15 (nesting)
 */
export function validate(buf: Buffer, at: number, limit: number, depth = 0): number {
  if (depth > MAX_DEPTH) throw new CommandError(15, `BSONObj exceeded maximum nested object depth: ${MAX_DEPTH}`);
  if (at + 5 > limit) throw invalid('document is cut short');
  const size = buf.readInt32LE(at);
  const end = at + size;
  if (size < 5 || end > limit) throw invalid(`document says it is ${size} bytes long`);
  if (buf[end - 1] !== 0) throw invalid('document does not end with a zero byte');
  let pos = at + 4;
  while (pos < end - 1) {
    const type = buf[pos]!;
    const valueAt = cstringEnd(buf, pos + 1);
    if (valueAt > end - 1) throw invalid('a name runs out of its document');
    pos = validateValue(buf, type, valueAt, end - 1, depth);
  }
  if (pos !== end - 1) throw invalid('elements run out of their document');
  return end;
}

function validateValue(buf: Buffer, type: number, at: number, limit: number, depth: number): number {
  switch (type) {
    case BSON.object:
    case BSON.array:
      return validate(buf, at, limit, depth + 1);
    case BSON.string:
    case BSON.code:
    case BSON.symbol:
      return validateString(buf, at, limit);
    case BSON.binary:
      if (at + 5 > limit || buf.readInt32LE(at) < 0) throw invalid('binary length');
      break;
    case BSON.bool:
      if (buf[at] !== 0 && buf[at] !== 1) throw invalid('boolean is neither 0 nor 1');
      break;
    case BSON.dbPointer:
      validateString(buf, at, limit);
      break;
    case BSON.codeWithScope: {
      if (at + 4 > limit) throw invalid('code with scope is cut short');
      const end = validate(buf, validateString(buf, at + 4, limit), limit, depth + 1);
      if (buf.readInt32LE(at) !== end - at) throw invalid('code with scope length');
      return end;
    }
    default:
  }
  const end = valueEnd(buf, type, at);
  if (end > limit || end < at) throw invalid('a value runs out of its document');
  return end;
}

function validateString(buf: Buffer, at: number, limit: number): number {
  if (at + 5 > limit) throw invalid('string is cut short');
  const length = buf.readInt32LE(at);
  const end = at + 4 + length;
  if (length < 1 || end > limit || buf[end - 1] !== 0) throw invalid('string length');
  return end;
}
