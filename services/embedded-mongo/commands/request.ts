import { toDouble, toInteger } from '../bson/number.ts';
import { BSON, bytesOf, isNumber, type RawValue } from '../bson/raw.ts';
import { elementsOf, stringOf } from '../bson/value.ts';
import { CommandError } from '../errors.ts';
import { isTruthy } from '../query/operands.ts';
import { typeName } from '../query/types.ts';
import { checkCollation, checkReadConcern, checkWriteConcern } from './concerns.ts';
import type { Message } from '../wire/message.ts';

/** Fields every command may carry. They change nothing on a standalone server, or are checked in `checkGeneric`. */
const GENERIC = new Set([
  '$db',
  'lsid',
  '$clusterTime',
  '$readPreference',
  'readConcern',
  'writeConcern',
  'comment',
  'maxTimeMS',
  'apiVersion',
  'apiStrict',
  'apiDeprecationErrors',
]);

/** A command with typed access to its fields; each accessor refuses a value of the wrong type (14 TypeMismatch). */
export class Request {
  readonly name: string;
  readonly db: string;
  private readonly message: Message;

  constructor(message: Message) {
    this.message = message;
    this.name = message.name;
    this.db = this.string('$db') ?? '';
    if (this.db === '') throw new CommandError(40571, 'OP_MSG requests require a $db argument');
  }

  /** @throws CommandError 40415 for a field the command does not know, and for generic ones that cannot be honoured */
  check(known: ReadonlySet<string>): void {
    for (const field of this.message.fields.keys()) {
      if (field === this.name || known.has(field) || GENERIC.has(field)) continue;
      if (field === 'txnNumber' || field === 'startTransaction' || field === 'autocommit') {
        throw new CommandError(20, 'Transaction numbers are only allowed on a replica set member or mongos');
      }
      throw new CommandError(40415, `BSON field '${this.name}.${field}' is an unknown field.`);
    }
    for (const field of this.message.sequences.keys()) {
      if (!known.has(field)) throw new CommandError(40415, `BSON field '${this.name}.${field}' is an unknown field.`);
    }
    this.checkConcerns();
  }

  private checkConcerns(): void {
    checkWriteConcern(this.name, this.object('writeConcern'));
    checkReadConcern(this.name, this.object('readConcern'));
    const collation = this.object('collation');
    if (collation !== undefined) checkCollation(collation);
  }

  has(field: string): boolean {
    return this.message.fields.has(field) || this.message.sequences.has(field);
  }

  raw(field: string): RawValue | undefined {
    const value = this.message.fields.get(field);
    return value?.type === BSON.null || value?.type === BSON.undefined ? undefined : value;
  }

  /** The collection the command names as its first field. @throws CommandError 73 */
  collection(): string {
    const value = this.message.fields.get(this.name);
    if (value?.type !== BSON.string)
      throw new CommandError(73, `collection name has invalid type ${typeName(value?.type ?? 0)}`);
    const name = stringOf(value);
    if (name === '') throw new CommandError(73, `Invalid namespace specified '${this.db}.'`);
    return name;
  }

  namespace(): string {
    return `${this.db}.${this.collection()}`;
  }

  string(field: string): string | undefined {
    const value = this.raw(field);
    if (value === undefined) return undefined;
    if (value.type !== BSON.string) throw this.mismatch(field, value, 'string');
    return stringOf(value);
  }

  object(field: string): RawValue | undefined {
    const value = this.raw(field);
    if (value !== undefined && value.type !== BSON.object) throw this.mismatch(field, value, 'object');
    return value;
  }

  flag(field: string): boolean {
    const value = this.raw(field);
    if (value === undefined) return false;
    if (value.type !== BSON.bool && !isNumber(value.type)) throw this.mismatch(field, value, 'bool');
    return isTruthy(value);
  }

  number(field: string): number | undefined {
    const value = this.raw(field);
    if (value === undefined) return undefined;
    if (!isNumber(value.type)) throw this.mismatch(field, value, 'number');
    return toDouble(value);
  }

  /** A count of documents: an integer, not negative. @throws CommandError 51024 */
  count(field: string): number | undefined {
    const value = this.number(field);
    if (value === undefined) return undefined;
    const whole = Math.trunc(value);
    if (whole < 0) throw new CommandError(51024, `BSON field '${field}' value must be >= 0, actual value '${whole}'`);
    return whole;
  }

  long(field: string): bigint | undefined {
    const value = this.raw(field);
    return value === undefined ? undefined : toInteger(value);
  }

  /** An array of values. */
  array(field: string): RawValue[] | undefined {
    const value = this.raw(field);
    if (value === undefined) return undefined;
    if (value.type !== BSON.array) throw this.mismatch(field, value, 'array');
    return elementsOf(value);
  }

  /** Documents given as an array or as a document sequence. */
  documents(field: string): readonly Buffer[] {
    const sequence = this.message.sequences.get(field);
    if (sequence !== undefined) return sequence;
    return (this.array(field) ?? []).map((value) => {
      if (value.type !== BSON.object) throw this.mismatch(`${field}.0`, value, 'object');
      return bytesOf(value);
    });
  }

  private mismatch(field: string, value: RawValue, wanted: string): CommandError {
    return new CommandError(
      14,
      `BSON field '${this.name}.${field}' is the wrong type '${typeName(value.type)}', expected type '${wanted}'`,
    );
  }
}
