import { setImmediate as nextTurn } from 'node:timers/promises';

/**
 * What costs nearly the same for one as for many: whatever is asked for in the same turn of the event loop is done together.
 * @param all the answers, in the order of what is asked; when it fails, it has failed for each
 */
export function createBatch<Ask, Answer>(
  all: (asks: readonly Ask[]) => Promise<readonly Answer[]>,
): (ask: Ask) => Promise<Answer> {
  let open: { asks: Ask[]; answers: Promise<readonly Answer[]> } | null = null;
  const gather = (): NonNullable<typeof open> => {
    const asks: Ask[] = [];
    const answers = nextTurn().then(() => {
      open = null;
      return all(asks);
    });
    return { asks, answers };
  };
  return async (ask) => {
    const { answers, asks } = (open ??= gather());
    const place = asks.push(ask) - 1;
    return (await answers)[place] as Answer;
  };
}

/**
 * The same of documents by their ids, whoever asks for which.
 * @param byIds reads those there are, in any order
 */
export function createBatchOfIds<Id extends string, Doc extends { _id: Id }>(
  byIds: (ids: Id[]) => Promise<readonly Doc[]>,
): (ids: readonly Id[]) => Promise<Doc[]> {
  return createBatch(async (asks: readonly (readonly Id[])[]) => {
    const found = new Map((await byIds([...new Set(asks.flat())])).map((doc) => [doc._id, doc]));
    return asks.map((ids) => ids.flatMap((id) => found.get(id) ?? []));
  });
}
