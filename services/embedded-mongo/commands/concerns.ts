import { toDouble } from '../bson/number.ts';
import { BSON, isNumber, type RawValue } from '../bson/raw.ts';
import { fieldsOf, stringOf } from '../bson/value.ts';
import { CommandError } from '../errors.ts';

const READS = new Set(['find', 'count', 'distinct', 'getMore', 'listIndexes', 'listCollections', 'explain']);
const WRITES = new Set([
  ...['insert', 'update', 'delete', 'findAndModify', 'findandmodify', 'create', 'drop', 'dropDatabase'],
  ...['createIndexes', 'dropIndexes', 'deleteIndexes'],
]);
const LEVELS = new Set(['local', 'available', 'majority', 'linearizable', 'snapshot']);

/**
 * A standalone server has one copy to write to.
 * @throws CommandError 2 for more copies or a named group of them, 9 for what is no concern, 72 beside a read
 */
export function checkWriteConcern(command: string, concern: RawValue | undefined): void {
  if (concern === undefined) return;
  if (READS.has(command)) throw new CommandError(72, `Command ${command} does not support writeConcern`);
  for (const [name, value] of fieldsOf(concern)) {
    if (!['w', 'j', 'fsync', 'wtimeout', 'provenance'].includes(name))
      throw new CommandError(9, `unrecognized write concern field: ${name}`);
    if (name !== 'w') continue;
    const fits = isNumber(value.type)
      ? toDouble(value) <= 1
      : value.type === BSON.string && stringOf(value) === 'majority';
    if (!fits) throw new CommandError(2, "cannot use non-majority 'w' mode or 'w' > 1 when a host is not replicated");
  }
}

/** @throws CommandError 2, 40415 for what is no read concern, 123 for one of a replica set, 72 beside a write */
export function checkReadConcern(command: string, concern: RawValue | undefined): void {
  if (concern === undefined) return;
  for (const [name, value] of fieldsOf(concern)) {
    if (name === 'afterClusterTime' || name === 'atClusterTime')
      throw new CommandError(123, `node needs to be a replica set member to use readConcern ${name}`);
    if (name !== 'level' && name !== 'provenance')
      throw new CommandError(40415, `BSON field 'readConcern.${name}' is an unknown field.`);
    if (name !== 'level') continue;
    const level = value.type === BSON.string ? stringOf(value) : '';
    if (!LEVELS.has(level))
      throw new CommandError(2, `Enumeration value '${level}' for field 'readConcern.level' is not a valid value.`);
    if (level === 'snapshot' || level === 'linearizable')
      throw new CommandError(123, `node needs to be a replica set member to use readConcern: ${level}`);
    if (level !== 'local' && WRITES.has(command))
      throw new CommandError(72, `Command ${command} does not support { readConcern: { level: "${level}" } }`);
  }
}

/** Only the order of bytes is promised. @throws CommandError 238, 9 */
export function checkCollation(collation: RawValue): void {
  const fields = fieldsOf(collation);
  if (fields.size === 0) return;
  const locale = fields.get('locale');
  if (locale?.type !== BSON.string)
    throw new CommandError(40414, "BSON field 'collation.locale' is missing but a required field");
  if (stringOf(locale) !== 'simple') throw new CommandError(238, 'collation is not supported');
}
