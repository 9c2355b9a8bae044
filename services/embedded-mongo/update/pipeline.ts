import { BSON, bytesOf, documentValue, ElementCursor, type RawValue } from '../bson/raw.ts';
import { CommandError } from '../errors.ts';
import type { Variables } from '../aggregate/expressions.ts';
import { shapingStage } from '../aggregate/shape.ts';
import { keepId, withId } from './identity.ts';
import type { Update } from './update.ts';
import { idOf } from '../store/documents.ts';

const ALLOWED = new Set(['$set', '$addFields', '$unset', '$project', '$replaceWith', '$replaceRoot']);

/** An update given as a pipeline. @throws CommandError 72 for a stage an update does not take */
export function parsePipeline(given: RawValue, variables: Variables): Update {
  const own = documentValue(Buffer.from(bytesOf(given)));
  const stages: ((doc: Buffer) => Buffer)[] = [];
  const cursor = new ElementCursor(own.buf, 0);
  while (cursor.next()) {
    if (cursor.type !== BSON.object) throw new CommandError(14, 'Each element of the pipeline must be an object');
    const stage = new ElementCursor(own.buf, cursor.at);
    if (!stage.next())
      throw new CommandError(40323, 'A pipeline stage specification object must contain exactly one field.');
    const { name } = stage;
    const change = ALLOWED.has(name) ? shapingStage(name, stage.value(), variables) : undefined;
    if (change === undefined) throw new CommandError(72, `${name} is not allowed to be used within an update`);
    stages.push(change);
    if (stage.next())
      throw new CommandError(40323, 'A pipeline stage specification object must contain exactly one field.');
  }
  return {
    kind: 'pipeline',
    positional: false,
    apply: (doc) => {
      const changed = stages.reduce((current, change) => change(current), doc);
      return keepId(doc, withId(changed, idOf(changed) ?? idOf(doc)));
    },
  };
}
