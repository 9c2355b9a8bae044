import mongoose from 'mongoose';

/** Whether an error is a violated unique index (code 11000), and of which fields. */
export function duplicateKey(error: unknown): string[] | null {
  if (!(error instanceof mongoose.mongo.MongoServerError) || error.code !== 11000) return null;
  const pattern = error.keyPattern as Record<string, unknown> | undefined;
  return Object.keys(pattern ?? {});
}

/** Which statements of an unordered bulk write a unique index has refused, by their places; null if any failed for something else. */
export function duplicates(error: unknown): Set<number> | null {
  if (!(error instanceof mongoose.mongo.MongoBulkWriteError)) return null;
  const errors = [error.writeErrors].flat();
  return errors.every(({ code }) => code === 11000) ? new Set(errors.map(({ index }) => index)) : null;
}
