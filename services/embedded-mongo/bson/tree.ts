import { BSON, ElementCursor, type RawValue } from './raw.ts';
import { BsonWriter } from './writer.ts';

/** A value in a document being changed: untouched bytes, or an object or array opened for changes. */
export type Node = RawValue | Branch;

/** An opened object or array. Untouched children stay raw bytes and are copied as they are. */
export class Branch {
  readonly type: number;
  readonly names: string[] = [];
  readonly nodes: Node[] = [];

  constructor(type: number) {
    this.type = type;
  }

  /** Opens a raw object or array one level deep. */
  static open(value: RawValue): Branch {
    const branch = new Branch(value.type);
    const cursor = new ElementCursor(value.buf, value.at);
    while (cursor.next()) {
      branch.names.push(cursor.name);
      branch.nodes.push(cursor.value());
    }
    return branch;
  }

  get isArray(): boolean {
    return this.type === BSON.array;
  }

  /** The place of a child; -1 when there is none of that name (of an array: of that index). */
  indexOf(name: string): number {
    if (!this.isArray) return this.names.indexOf(name);
    const index = arrayIndex(name);
    return index < this.nodes.length ? index : -1;
  }

  get(name: string): Node | undefined {
    const at = this.indexOf(name);
    return at < 0 ? undefined : this.nodes[at];
  }

  /** Puts a child in its place, or at the end; an array is filled up with nulls as MongoDB does. */
  set(name: string, node: Node): void {
    const at = this.indexOf(name);
    if (at >= 0) {
      this.nodes[at] = node;
      return;
    }
    if (this.isArray) {
      const index = arrayIndex(name);
      while (this.nodes.length < index) this.push(NULL);
    }
    this.names.push(name);
    this.nodes.push(node);
  }

  push(node: Node): void {
    this.names.push(String(this.nodes.length));
    this.nodes.push(node);
  }

  /** Removes a child; in an array null takes its place. */
  remove(name: string): boolean {
    const at = this.indexOf(name);
    if (at < 0) return false;
    if (this.isArray) this.nodes[at] = NULL;
    else {
      this.names.splice(at, 1);
      this.nodes.splice(at, 1);
    }
    return true;
  }

  /** Replaces all elements of an array. */
  refill(nodes: readonly Node[]): void {
    this.nodes.length = 0;
    this.names.length = 0;
    for (const node of nodes) this.push(node);
  }

  /** Opens the child at this place for changes. */
  openAt(at: number): Branch {
    const node = this.nodes[at]!;
    if (node instanceof Branch) return node;
    const branch = Branch.open(node);
    this.nodes[at] = branch;
    return branch;
  }

  /** Writes the children into an open document of the writer. */
  write(writer: BsonWriter): void {
    for (let i = 0; i < this.nodes.length; i++) {
      const name = this.isArray ? String(i) : this.names[i]!;
      const node = this.nodes[i]!;
      if (node instanceof Branch) {
        writer.begin(node.type, name);
        node.write(writer);
        writer.end();
      } else writer.raw(name, node);
    }
  }

  /** The branch as a BSON document. */
  toBytes(size = 1_024): Buffer {
    const writer = new BsonWriter(size).begin();
    this.write(writer);
    return writer.end().finish();
  }
}

const NULL: RawValue = { type: BSON.null, buf: Buffer.alloc(0), at: 0, end: 0 };

/** A path part as an array index; -1 for others. */
export function arrayIndex(name: string): number {
  return /^(0|[1-9]\d{0,6})$/.test(name) ? Number(name) : -1;
}

/** A node as raw bytes. */
export function rawOf(node: Node): RawValue {
  if (!(node instanceof Branch)) return node;
  const buf = node.toBytes();
  return { type: node.type, buf, at: 0, end: buf.length };
}
