import type mongoose from 'mongoose';

/**
 * The collection of a model, past Mongoose's queries and their casting, which cost about as much as the question itself: for what is
 * asked with every post or decision. Only for values this service has just built, whose types the compiler has checked, and for
 * documents that are stored as they are.
 */
export function plain<Doc extends object>({
  collection,
}: Pick<mongoose.Model<unknown>, 'collection'>): mongoose.mongo.Collection<Doc> {
  return collection as unknown as mongoose.mongo.Collection<Doc>;
}
