import mongoose from 'mongoose';

/** Whether an error is a violated unique index (code 11000), and of which fields. */
export function duplicateKey(error: unknown): string[] | null {
  if (!(error instanceof mongoose.mongo.MongoServerError) || error.code !== 11000) return null;
  const pattern = error.keyPattern as Record<string, unknown> | undefined;
  return Object.keys(pattern ?? {});
}
