/** A dump cannot be written or read; the message says where, why, and what was done already. */
export class DumpError extends Error {
  override readonly name = 'DumpError';
}
