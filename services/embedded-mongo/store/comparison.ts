import { BSON, bytesOf, findField, type RawValue } from '../bson/raw.ts';
import type { Filter } from '../query/filter.ts';
import { type Path, pathOf } from '../query/path.ts';

/** A place in a document that an index reads: the first two names of a path. What lies deeper is not told apart. */
export interface Place {
  readonly text: string;
  readonly top: string;
  readonly first: Buffer;
  readonly second: Buffer | undefined;
}

/** The places that decide about the keys of an index; undefined where a filter with an expression may read anything. */
export function placesOf(paths: readonly Path[], filter: Filter | undefined): readonly Place[] | undefined {
  const all = filter === undefined ? paths : readBy(filter, paths);
  if (all === undefined) return undefined;
  const places = all.map(({ text }) => text.split('.').slice(0, 2).join('.'));
  return [...new Set(places)].map((text) => {
    const { parts } = pathOf(text);
    return { text, top: text.split('.')[0]!, first: parts[0]!, second: parts[1] };
  });
}

/** These paths, and those that a filter reads. */
function readBy(filter: Filter, paths: readonly Path[]): readonly Path[] | undefined {
  switch (filter.kind) {
    case 'leaf':
      return [...paths, filter.path];
    case 'not':
      return readBy(filter.part, paths);
    case 'and':
    case 'or':
    case 'nor':
      return filter.parts.reduce<readonly Path[] | undefined>((all, part) => all && readBy(part, all), paths);
    case 'expression':
      return undefined;
  }
}

interface Pair {
  readonly before: RawValue | undefined;
  readonly after: RawValue | undefined;
}

/**
 * Two versions of a document side by side. A collection has many indexes and an update changes little, so it pays to see that an
 * index has nothing to do with it before its keys are made twice. Each place is compared once.
 */
export class Comparison {
  private readonly previous: Buffer;
  private readonly next: Buffer;
  private readonly known = new Map<string, boolean>();
  /** What both have under a name of the first level, which many places share. */
  private readonly tops = new Map<string, Pair>();

  constructor(previous: Buffer, next: Buffer) {
    this.previous = previous;
    this.next = next;
  }

  /** Whether both have the same at every one of these places, to the byte. */
  isSame(places: readonly Place[] | undefined): boolean {
    return places?.every((place) => this.isSameAt(place)) === true;
  }

  private isSameAt(place: Place): boolean {
    let same = this.known.get(place.text);
    if (same === undefined) this.known.set(place.text, (same = this.compare(place)));
    return same;
  }

  private compare({ top, first, second }: Place): boolean {
    let pair = this.tops.get(top);
    if (pair === undefined) {
      pair = { before: findField(this.previous, 0, first), after: findField(this.next, 0, first) };
      this.tops.set(top, pair);
    }
    const { before, after } = pair;
    if (before?.type !== BSON.object || after?.type !== BSON.object || second === undefined)
      return areSame(before, after);
    return areSame(findField(this.previous, before.at, second), findField(this.next, after.at, second));
  }
}

function areSame(before: RawValue | undefined, after: RawValue | undefined): boolean {
  if (before === undefined || after === undefined) return before === after;
  return before.type === after.type && bytesOf(before).equals(bytesOf(after));
}
