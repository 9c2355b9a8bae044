import type { RawValue } from '../bson/raw.ts';
import { CommandError } from '../errors.ts';
import type { Question } from '../query/choose.ts';
import { matches } from '../query/match.ts';
import { idOf } from '../store/documents.ts';
import type { Store } from '../store/store.ts';
import type { Update } from '../update/update.ts';
import { upsertDocument } from '../update/upsert.ts';
import type { Request } from './request.ts';
import type { Target } from './target.ts';

export interface Statement {
  readonly question: Question;
  readonly update: Update;
  readonly multi: boolean;
  readonly upsert: boolean;
}

export interface Applied {
  readonly modified: boolean;
  readonly upserted?: RawValue | undefined;
  /** The document after the update; undefined when there is none. */
  readonly after?: Buffer | undefined;
}

/** Changes the target, or inserts when there is none and the statement is an upsert. Inside a transaction only. */
export function applyUpdate(store: Store, request: Request, statement: Statement, target: Target | undefined): Applied {
  const { update, upsert, question } = statement;
  if (target === undefined) {
    if (!upsert) return { modified: false };
    const doc = upsertDocument(question.filter, update);
    store.documents.insert(store.catalogue.ensure(request.db, request.collection()), doc);
    return { modified: false, upserted: idOf(doc), after: doc };
  }
  const trace = { index: -1 };
  if (update.positional) matches(question.filter, target.doc, 0, trace);
  const after = update.apply(target.doc, { index: trace.index, inserting: false });
  if (after.equals(target.doc)) return { modified: false, after };
  const collection = store.find(request.namespace());
  if (collection === undefined) throw new CommandError(26, `ns does not exist: ${request.namespace()}`);
  store.documents.replace(collection, target.docKey, target.doc, after);
  return { modified: true, after };
}
