import { ObjectId } from 'bson';
import { BSON, documentValue, type RawValue } from '../bson/raw.ts';
import { toDouble } from '../bson/number.ts';
import { elementsOf, fieldsOf } from '../bson/value.ts';
import { toRaw, toTyped } from '../bson/writer.ts';
import { CommandError } from '../errors.ts';
import { parseVariables, type Variables } from '../aggregate/expressions.ts';
import { TimeBudget } from '../query/budget.ts';
import type { Question } from '../query/choose.ts';
import { isTruthy } from '../query/operands.ts';
import type { Lane } from '../store/commit.ts';
import { idOf } from '../store/documents.ts';
import type { Store } from '../store/store.ts';
import { withId } from '../update/identity.ts';
import { parseUpdate } from '../update/update.ts';
import { applyUpdate, type Statement } from './apply.ts';
import { type Guard, checkCount, eachStatement, writeError } from './batch.ts';
import { type Command, ok } from './command.ts';
import { checkCollation } from './concerns.ts';
import { filterOf, hintOf } from './find.ts';
import type { Request } from './request.ts';
import { isCheap, withTarget, withTargets, writeEach } from './target.ts';

const insert: Command = {
  names: ['insert'],
  fields: ['documents', 'ordered', 'bypassDocumentValidation'],
  run: async (request, { store }) => {
    const docs = request.documents('documents');
    const ordered = !request.has('ordered') || request.flag('ordered');
    checkCount(docs.length, 'insert');
    const name = request.collection();
    const failed = new Map<number, Record<string, unknown>>();
    await writeEach(store, docs.length, (i) => {
      const collection = store.catalogue.ensure(request.db, name);
      // What was rolled back runs again, and may end another way.
      failed.delete(i);
      try {
        store.documents.insert(collection, prepared(docs[i]!));
      } catch (error) {
        failed.set(i, writeError(i, error));
      }
      return ordered && failed.size > 0 ? 'stop' : undefined;
    });
    const [first] = failed.keys();
    const n = ordered && first !== undefined ? first : docs.length - failed.size;
    return ok({ n, ...(failed.size > 0 ? { writeErrors: [...failed.values()] } : {}) });
  },
};

/** A command of one statement is what somebody waits for. */
function laneOf(statements: readonly Buffer[]): Lane {
  return statements.length > 1 ? 'many' : 'one';
}

/** The document with its _id in front; a new one when it has none. */
function prepared(doc: Buffer): Buffer {
  return withId(doc, idOf(doc) ?? toRaw(new ObjectId()));
}

const UPDATE_FIELDS = new Set(['q', 'u', 'multi', 'upsert', 'arrayFilters', 'hint', 'collation', 'c', 'sort']);
const DELETE_FIELDS = new Set(['q', 'limit', 'hint', 'collation']);

function checkedFields(statement: Buffer, known: ReadonlySet<string>, name: string): Map<string, RawValue> {
  const fields = fieldsOf(documentValue(statement));
  for (const field of fields.keys()) {
    if (!known.has(field)) throw new CommandError(40415, `BSON field '${name}.${field}' is an unknown field.`);
  }
  if (fields.get('q')?.type !== BSON.object)
    throw new CommandError(40414, `BSON field '${name}.q' is missing but a required field`);
  const collation = fields.get('collation');
  if (collation !== undefined) checkCollation(collation);
  return fields;
}

function isSet(value: RawValue | undefined): boolean {
  return value !== undefined && isTruthy(value);
}

function questionOf(
  request: Request,
  fields: ReadonlyMap<string, RawValue>,
  limit: number,
  variables: Variables,
): Question {
  return {
    filter: filterOf(fields.get('q'), variables),
    sort: [],
    limit,
    hint: hintOf(fields.get('hint')),
    budget: new TimeBudget(request.count('maxTimeMS')),
  };
}

function updateStatement(request: Request, statement: Buffer, variables: Variables): Statement {
  const fields = checkedFields(statement, UPDATE_FIELDS, 'update.updates');
  if (fields.has('sort')) throw new CommandError(40415, "BSON field 'update.updates.sort' is an unknown field.");
  if (isSet(fields.get('c'))) throw new CommandError(238, 'let in updates is not supported');
  const given = fields.get('u');
  if (given === undefined)
    throw new CommandError(40414, "BSON field 'update.updates.u' is missing but a required field");
  const filters = fields.get('arrayFilters');
  const update = parseUpdate(given, filters === undefined ? undefined : elementsOf(filters), variables);
  const multi = isSet(fields.get('multi'));
  if (multi && update.kind === 'replacement')
    throw new CommandError(9, 'multi update is not supported for replacement-style update');
  return {
    question: questionOf(request, fields, multi ? 0 : 1, variables),
    update,
    multi,
    upsert: isSet(fields.get('upsert')),
  };
}

const update: Command = {
  names: ['update'],
  fields: ['updates', 'ordered', 'bypassDocumentValidation', 'let'],
  run: async (request, { store }) => {
    const variables = parseVariables(request.object('let'));
    let [n, nModified] = [0, 0];
    const upserted: { index: number; _id: unknown }[] = [];
    const lane = laneOf(request.documents('updates'));
    const errors = await eachStatement(request, 'updates', isQuickUpdate(store, request), async (raw, index, guard) => {
      const result = await runUpdate(store, request, updateStatement(request, raw, variables), { guard, lane });
      n += result.n;
      nModified += result.nModified;
      if (result.upserted !== undefined) upserted.push({ index, _id: toTyped(result.upserted) });
    });
    return ok({
      n,
      nModified,
      ...(upserted.length > 0 ? { upserted: upserted.sort((left, right) => left.index - right.index) } : {}),
      ...(errors.length > 0 ? { writeErrors: errors } : {}),
    });
  },
};

/** Whether a statement is about one document that is found at once, so that it may share its commit with others. */
function isQuickUpdate(store: Store, request: Request): (statement: Buffer) => boolean {
  return (statement) => {
    const collection = store.find(request.namespace());
    const fields = fieldsOf(documentValue(statement));
    const limit = fields.get('limit');
    if (isSet(fields.get('multi')) || (limit !== undefined && toDouble(limit) !== 1)) return false;
    const filter = fields.get('q');
    if (filter?.type !== BSON.object) return true;
    return collection === undefined || isCheap(store, collection, { filter: filterOf(filter), sort: [], limit: 1 });
  };
}

async function runUpdate(
  store: Store,
  request: Request,
  statement: Statement,
  { guard, lane }: { guard: Guard; lane: Lane },
): Promise<{ n: number; nModified: number; upserted?: RawValue | undefined }> {
  const find = (): ReturnType<Store['find']> => store.find(request.namespace());
  const { question, multi, upsert } = statement;
  const collection = find();
  if (multi && collection !== undefined) {
    let [n, nModified] = [0, 0];
    const counted = new Set<string>();
    await withTargets(store, collection, question, (target) => {
      const result = applyUpdate(store, request, statement, target);
      // A rolled-back chunk runs again: a document counts once.
      const key = target.docKey.toString('latin1');
      if (counted.has(key)) return;
      counted.add(key);
      n++;
      if (result.modified) nModified++;
    });
    if (n > 0 || !upsert) return { n, nModified };
  }
  if (collection === undefined && !upsert) return { n: 0, nModified: 0 };
  return withTarget(store, find, { question, lane }, (target) => {
    const { modified, upserted } = guard(() => applyUpdate(store, request, statement, target));
    return { n: target !== undefined || upserted !== undefined ? 1 : 0, nModified: modified ? 1 : 0, upserted };
  });
}

const remove: Command = {
  names: ['delete'],
  fields: ['deletes', 'ordered', 'let'],
  run: async (request, { store }) => {
    const variables = parseVariables(request.object('let'));
    let n = 0;
    const lane = laneOf(request.documents('deletes'));
    const errors = await eachStatement(
      request,
      'deletes',
      isQuickUpdate(store, request),
      async (raw, _index, guard) => {
        const fields = checkedFields(raw, DELETE_FIELDS, 'delete.deletes');
        const given = fields.get('limit');
        if (given === undefined)
          throw new CommandError(40414, "BSON field 'delete.deletes.limit' is missing but a required field");
        const limit = toDouble(given);
        if (limit !== 0 && limit !== 1)
          throw new CommandError(9, 'The limit field in delete objects must be 0 or 1. Got ' + limit);
        n += await runDelete(store, request, questionOf(request, fields, limit, variables), { guard, lane });
      },
    );
    return ok({ n, ...(errors.length > 0 ? { writeErrors: errors } : {}) });
  },
};

async function runDelete(
  store: Store,
  request: Request,
  question: Question,
  { guard, lane }: { guard: Guard; lane: Lane },
): Promise<number> {
  const find = (): ReturnType<Store['find']> => store.find(request.namespace());
  const collection = find();
  if (collection === undefined) return 0;
  if (question.limit === 1) {
    return withTarget(store, find, { question, lane }, (target) =>
      guard(() => {
        if (target === undefined) return 0;
        store.documents.remove(find()!, target.docKey, target.doc);
        return 1;
      }),
    );
  }
  const removed = new Set<string>();
  await withTargets(store, collection, question, ({ docKey, doc }) => {
    store.documents.remove(collection, docKey, doc);
    removed.add(docKey.toString('latin1'));
  });
  return removed.size;
}

export const WRITE_COMMANDS: readonly Command[] = [insert, update, remove];
