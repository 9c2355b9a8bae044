import { documentValue } from '../bson/raw.ts';
import { BsonWriter } from '../bson/writer.ts';
import { CommandError } from '../errors.ts';
import type { RawValue } from '../bson/raw.ts';
import { TimeBudget } from '../query/budget.ts';
import { matches } from '../query/match.ts';
import { parseProjection, type Projection } from '../query/project.ts';
import { parseSort } from '../query/sort.ts';
import { parseUpdate } from '../update/update.ts';
import { applyUpdate, type Statement } from './apply.ts';
import type { Command } from './command.ts';
import { parseVariables, type Variables } from '../aggregate/expressions.ts';
import { filterOf, hintOf } from './find.ts';
import type { Request } from './request.ts';
import { withTarget } from './target.ts';

interface Outcome {
  readonly value: Buffer | undefined;
  readonly n: number;
  readonly existed: boolean | undefined;
  readonly upserted?: RawValue | undefined;
}

function statementOf(request: Request, variables: Variables): Statement | undefined {
  const given = request.raw('update');
  const removing = request.flag('remove');
  if (removing === (given !== undefined)) {
    throw new CommandError(
      9,
      removing ? 'Cannot specify both an update and remove=true' : 'Either an update or remove=true must be specified',
    );
  }
  if (given === undefined) {
    if (request.flag('upsert')) throw new CommandError(9, 'Cannot specify both upsert=true and remove=true');
    if (request.flag('new'))
      throw new CommandError(
        9,
        "Cannot specify both new=true and remove=true; 'remove' always returns the deleted document",
      );
    return undefined;
  }
  const question = questionOf(request, variables);
  return {
    question,
    update: parseUpdate(given, request.array('arrayFilters'), variables),
    multi: false,
    upsert: request.flag('upsert'),
  };
}

function questionOf(request: Request, variables: Variables): Statement['question'] {
  return {
    filter: filterOf(request.object('query'), variables),
    sort: parseSort(request.object('sort')),
    limit: 1,
    hint: hintOf(request.raw('hint')),
    budget: new TimeBudget(request.count('maxTimeMS')),
  };
}

/** Finds one document and changes or removes it in one transaction: of many who try, one wins. */
const findAndModify: Command = {
  names: ['findAndModify', 'findandmodify'],
  fields: [
    ...['query', 'sort', 'remove', 'update', 'new', 'fields', 'upsert', 'arrayFilters', 'hint'],
    ...['bypassDocumentValidation', 'collation', 'let'],
  ],
  run: async (request, { store }) => {
    const variables = parseVariables(request.object('let'));
    const statement = statementOf(request, variables);
    const question = statement?.question ?? questionOf(request, variables);
    const projected = request.object('fields');
    const projection = projected === undefined ? undefined : parseProjection(projected);
    const wantsNew = request.flag('new');
    const find = (): ReturnType<typeof store.find> => store.find(request.namespace());
    const outcome = await withTarget<Outcome>(store, find, { question, lane: 'one' }, (target) => {
      if (statement === undefined) {
        if (target !== undefined) store.documents.remove(find()!, target.docKey, target.doc);
        return { value: target?.doc, n: target === undefined ? 0 : 1, existed: undefined };
      }
      const { after, upserted } = applyUpdate(store, request, statement, target);
      const value = wantsNew ? after : target?.doc;
      return { value, n: after === undefined ? 0 : 1, existed: target !== undefined, upserted };
    });
    return reply(outcome, projection, question);
  },
};

function reply(
  { value, n, existed, upserted }: Outcome,
  projection: Projection | undefined,
  question: Statement['question'],
): Buffer {
  const writer = new BsonWriter((value?.length ?? 0) + 256).begin().begin(undefined, 'lastErrorObject').int('n', n);
  if (existed !== undefined) writer.bool('updatedExisting', existed);
  if (upserted !== undefined) writer.raw('upserted', upserted);
  writer.end();
  if (value === undefined) writer.null('value');
  else writer.raw('value', documentValue(shown(value, projection, question)));
  return writer.double('ok', 1).end().finish();
}

function shown(value: Buffer, projection: Projection | undefined, question: Statement['question']): Buffer {
  if (projection === undefined) return value;
  const trace = { index: -1 };
  if (projection.positional) matches(question.filter, value, 0, trace);
  return projection.apply(value, trace.index);
}

export const FIND_AND_MODIFY_COMMANDS: readonly Command[] = [findAndModify];
