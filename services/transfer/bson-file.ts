import { createReadStream, createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip, createGzip } from 'node:zlib';
import { validate } from '../embedded-mongo/bson/validate.ts';
import { DumpError } from './dump-error.ts';

/** Joined before they are written. */
const CHUNK_BYTES = 1024 * 1024;
/** MongoDB's limit on a document, and what its own tools allow above it. */
const MAX_DOCUMENT_BYTES = 16 * 1024 * 1024 + 16 * 1024;

/** A document of a BSON file and the offset it begins at, counted after decompression. */
export interface PlacedDocument {
  readonly offset: number;
  readonly doc: Buffer;
}

/** Writes documents one behind another, flushed to the disk. Files are for their owner alone. */
export async function writeBsonFile(path: string, docs: AsyncIterable<Buffer>, gzip: boolean): Promise<void> {
  const into = createWriteStream(path, { mode: 0o600, flush: true });
  const from = Readable.from(joined(docs), { objectMode: false });
  if (gzip) await pipeline(from, createGzip({ level: 6 }), into);
  else await pipeline(from, into);
}

async function* joined(docs: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let waiting: Buffer[] = [];
  let bytes = 0;
  for await (const doc of docs) {
    waiting.push(doc);
    bytes += doc.length;
    if (bytes < CHUNK_BYTES) continue;
    yield Buffer.concat(waiting, bytes);
    waiting = [];
    bytes = 0;
  }
  if (bytes > 0) yield Buffer.concat(waiting, bytes);
}

/**
 * Reads the documents of a file, each checked as BSON, holding little more than one chunk. A name ending in `.gz` is
 * decompressed.
 * @throws DumpError with file and offset where the file is cut off, not BSON, or not sound gzip
 */
export async function* readBsonFile(path: string): AsyncGenerator<PlacedDocument> {
  let held: Buffer = Buffer.alloc(0);
  let offset = 0;
  const wrong = (why: string): DumpError => new DumpError(`${path}, offset ${offset}: ${why}`);
  try {
    for await (const chunk of chunksOf(path)) {
      held = held.length === 0 ? chunk : Buffer.concat([held, chunk]);
      let at = 0;
      while (held.length - at >= 4) {
        const size = held.readInt32LE(at);
        if (size < 5 || size > MAX_DOCUMENT_BYTES)
          throw wrong(`a document cannot be ${size} bytes long; the file is damaged`);
        if (held.length - at < size) break;
        yield { offset, doc: sound(held.subarray(at, at + size), wrong) };
        at += size;
        offset += size;
      }
      held = held.subarray(at);
    }
  } catch (error) {
    throw error instanceof DumpError ? error : wrong((error as Error).message);
  }
  if (held.length > 0) throw wrong(`the file is cut off inside of a document, after ${held.length} bytes of it`);
}

function sound(doc: Buffer, wrong: (why: string) => DumpError): Buffer {
  try {
    validate(doc, 0, doc.length);
  } catch (error) {
    throw wrong(`${(error as Error).message}; the file is damaged`);
  }
  return doc;
}

function chunksOf(path: string): AsyncIterable<Buffer> {
  const file = createReadStream(path, { highWaterMark: CHUNK_BYTES });
  if (!path.endsWith('.gz')) return file as AsyncIterable<Buffer>;
  const plain = createGunzip({ chunkSize: CHUNK_BYTES });
  file.on('error', (error) => plain.destroy(error));
  return file.pipe(plain) as AsyncIterable<Buffer>;
}
