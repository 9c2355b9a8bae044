/** MongoDB's own limit on a message (maxMessageSizeBytes). */
export const MAX_MESSAGE_BYTES = 48_000_000;
const HEADER_BYTES = 16;

/** The bytes on a connection cannot be what they should; it is closed. */
export class FramingError extends Error {
  override readonly name = 'FramingError';
}

/**
 * Cuts a byte stream into whole messages. Nothing is reserved for a length that is only claimed: what is kept is what
 * has arrived, and it is joined once, when the message is complete.
 */
export class Framer {
  private chunks: Buffer[] = [];
  private held = 0;
  private needed = HEADER_BYTES;

  /** Takes the next bytes; returns the messages they complete. @throws FramingError for an impossible length */
  push(chunk: Buffer): Buffer[] {
    this.chunks.push(chunk);
    this.held += chunk.length;
    const messages: Buffer[] = [];
    while (this.held >= this.needed) {
      const joined = this.chunks.length === 1 ? this.chunks[0]! : Buffer.concat(this.chunks);
      const length = joined.readInt32LE(0);
      if (length < HEADER_BYTES || length > MAX_MESSAGE_BYTES) {
        throw new FramingError(`a message says it is ${length} bytes long`);
      }
      const whole = joined.length >= length;
      if (whole) messages.push(joined.subarray(0, length));
      const rest = whole ? joined.subarray(length) : joined;
      this.chunks = rest.length > 0 ? [rest] : [];
      this.held = rest.length;
      this.needed = whole ? HEADER_BYTES : length;
    }
    return messages;
  }
}
