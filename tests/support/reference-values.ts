import mongoose from 'mongoose';
import type { Doc } from './reference-matcher.ts';

const { Long, Decimal128, Double, Int32 } = mongoose.mongo;

/** The references do not know: decimals are not computed with. */
export class Unsure extends Error {}

/** Whether a value is an object of no class, wherever it was made. */
export function isPlain(value: unknown): value is Doc {
  if (typeof value !== 'object' || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype !== null && Object.getPrototypeOf(prototype) === null;
}

export function copy<T>(value: T): T {
  if (Array.isArray(value)) return value.map((one: unknown) => copy(one)) as T;
  if (!isPlain(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, copy(inner)])) as T;
}

export type Kind = 'int' | 'long' | 'double' | 'decimal';

/** Of which BSON kind a number is, undefined for what is none. */
export function kindOf(value: unknown): Kind | undefined {
  if (value instanceof Int32) return 'int';
  if (value instanceof Long) return 'long';
  if (value instanceof Double) return 'double';
  if (value instanceof Decimal128) return 'decimal';
  if (typeof value !== 'number') return undefined;
  return Number.isInteger(value) && !Object.is(value, -0) && Math.abs(value) < 2 ** 31 ? 'int' : 'double';
}

/** The value of an int or Long. */
export function whole(value: unknown): bigint {
  return value instanceof Long ? value.toBigInt() : BigInt(Number(value));
}
