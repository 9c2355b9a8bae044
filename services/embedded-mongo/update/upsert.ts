import { ObjectId } from 'bson';
import { BSON, type RawValue } from '../bson/raw.ts';
import { Branch } from '../bson/tree.ts';
import { toRaw } from '../bson/writer.ts';
import { CommandError } from '../errors.ts';
import type { Filter } from '../query/filter.ts';
import { conjuncts } from '../query/bounds.ts';
import { idOf } from '../store/documents.ts';
import { splitPath, visitPath } from './path.ts';
import { withId } from './identity.ts';
import type { Update } from './update.ts';

const NOWHERE = { index: -1, inserting: true };

/**
 * The document an upsert inserts: what the query asks equality for, then the update on top; its _id from either, or
 * a new one. @throws CommandError 54 when two equalities name the same field
 */
export function upsertDocument(filter: Filter, update: Update): Buffer {
  const equalities = conjuncts(filter).flatMap(({ path, predicate }): [string, RawValue][] => {
    if (predicate.op === '$eq') return [[path.text, predicate.operand]];
    // A list of one is an equality too.
    return predicate.op === '$in' && predicate.members.length === 1 && !predicate.patterns
      ? [[path.text, predicate.members[0]!.operand]]
      : [];
  });
  const base = new Branch(BSON.object);
  for (const [path, operand] of equalities) {
    if (update.kind === 'replacement' && path !== '_id') continue;
    visitPath(base, splitPath(path), 'create', NOWHERE, (parent, name) => {
      if (parent.get(name) !== undefined)
        throw new CommandError(54, `cannot infer query fields to set, path '${path}' is matched twice`);
      parent.set(name, operand);
    });
  }
  const doc = update.apply(base.toBytes(), { index: -1, inserting: true });
  return withId(doc, idOf(doc) ?? toRaw(new ObjectId()));
}
