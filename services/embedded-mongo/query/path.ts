import { BSON, ElementCursor, findField, type RawValue } from '../bson/raw.ts';

/** A dotted path taken apart once: its parts as UTF-8 and, where a part is an array index, as a number. */
export interface Path {
  readonly text: string;
  readonly parts: readonly Buffer[];
  readonly indexes: readonly number[];
}

const paths = new Map<string, Path>();

/** The path of a dotted text; -1 stands in `indexes` for a part that is no array index. */
export function pathOf(text: string): Path {
  const known = paths.get(text);
  if (known !== undefined) return known;
  const names = text.split('.');
  const path = {
    text,
    parts: names.map((name) => Buffer.from(name)),
    indexes: names.map((name) => (/^(0|[1-9]\d{0,8})$/.test(name) ? Number(name) : -1)),
  };
  if (paths.size > 10_000) paths.clear();
  paths.set(text, path);
  return path;
}

/** Which element of the outermost array on the way a match went through; the positional `$` needs it. */
export interface MatchTrace {
  index: number;
}

/** Tests one value; undefined stands for "missing". */
export type ValueTest = (value: RawValue | undefined, trace: MatchTrace) => boolean;

/**
 * What a walk shows of an array at the end of its path: its elements and then the whole ('both': most predicates),
 * only the whole ($size, $elemMatch), or only the elements ('elements': indexes and sorting).
 */
export type Leaves = 'both' | 'whole' | 'elements';

const EMPTY: RawValue = { type: BSON.undefined, buf: Buffer.alloc(0), at: 0, end: 0 };
const MISSING: RawValue = { type: BSON.null, buf: Buffer.alloc(0), at: 0, end: 0 };

/**
 * Walks the values a path leads to. Arrays on the way are entered, as MongoDB does: objects in them are searched for
 * the rest of the path, and a numeric part is also an index.
 * Source: MongoDB src/mongo/db/matcher/path.cpp, BSONElementIterator.
 */
export class PathWalk {
  private readonly path: Path;
  private readonly leaves: Leaves;
  private readonly test: ValueTest;
  private readonly last: number;

  constructor(path: Path, leaves: Leaves, test: ValueTest) {
    this.path = path;
    this.leaves = leaves;
    this.test = test;
    this.last = path.parts.length - 1;
  }

  /** Whether any value passes the test; it is asked in order until one does. */
  any(buf: Buffer, docAt: number, trace: MatchTrace): boolean {
    return this.inObject(buf, docAt, 0, trace);
  }

  private inObject(buf: Buffer, at: number, part: number, trace: MatchTrace): boolean {
    const value = findField(buf, at, this.path.parts[part]!);
    if (value === undefined) return this.test(undefined, trace);
    if (value.type === BSON.array) {
      return part === this.last ? this.leafArray(value, trace) : this.inArray(value, part + 1, trace);
    }
    if (part === this.last) return this.test(value, trace);
    if (value.type === BSON.object) return this.inObject(buf, value.at, part + 1, trace);
    return this.test(undefined, trace);
  }

  private leafArray(array: RawValue, trace: MatchTrace): boolean {
    if (this.leaves === 'whole') return this.test(array, trace);
    const cursor = new ElementCursor(array.buf, array.at);
    let index = 0;
    for (; cursor.next(); index++) {
      if (this.test(cursor.value(), trace)) {
        trace.index = index;
        return true;
      }
    }
    if (this.leaves === 'elements') return index === 0 && this.test(EMPTY, trace);
    return this.test(array, trace);
  }

  private inArray(array: RawValue, part: number, trace: MatchTrace): boolean {
    const cursor = new ElementCursor(array.buf, array.at);
    for (let index = 0; cursor.next(); index++) {
      let hit = cursor.type === BSON.object && this.inObject(array.buf, cursor.at, part, trace);
      if (!hit && this.path.indexes[part] === index) {
        if (part === this.last) hit = this.test(cursor.value(), trace);
        else if (cursor.type === BSON.object || cursor.type === BSON.array) {
          hit = this.inObject(array.buf, cursor.at, part + 1, trace);
        }
      }
      if (hit) {
        trace.index = index;
        return true;
      }
    }
    return false;
  }
}

/** What an index or a sort sees of a document at a path. */
export interface PathKeys {
  readonly values: RawValue[];
  /** An array was on the way or at the end. */
  readonly multikey: boolean;
  /** Nothing is there at all (what a sparse index leaves out). */
  readonly missing: boolean;
}

/**
 * The values an index holds for a document: those a predicate would see, arrays at the end only element by element;
 * null where nothing is there, undefined for an empty array (MongoDB's own choice, which keeps it below null).
 */
export function keysAt(doc: Buffer, path: Path): PathKeys {
  const values: RawValue[] = [];
  let holes = false;
  new PathWalk(path, 'elements', (value) => {
    if (value === undefined) holes = true;
    else values.push(value);
    return false;
  }).any(doc, 0, { index: -1 });
  const missing = values.length === 0;
  if (missing || holes) values.push(MISSING);
  return { values, multikey: arrayDepth(doc, path) >= 0, missing };
}

/** The part of the path at which its first array lies; -1 when there is none. */
export function arrayDepth(doc: Buffer, path: Path): number {
  let at = 0;
  for (let part = 0; part < path.parts.length; part++) {
    const value = findField(doc, at, path.parts[part]!);
    if (value === undefined) return -1;
    if (value.type === BSON.array) return part;
    if (value.type !== BSON.object) return -1;
    at = value.at;
  }
  return -1;
}
