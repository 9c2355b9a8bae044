import { readFile } from 'node:fs/promises';
import { deserialize, serialize } from 'node:v8';
import { LEXICONS } from '../../build-output.ts';
import type { Compiled } from './compile.ts';

/** What the build writes: V8's own format, in which arrays of numbers are copied as they are. */
export function toFile(compiled: Compiled): Buffer {
  return serialize(compiled);
}

/** The lexicons the build compiled; null where there was no build. */
export async function readCompiled(file = LEXICONS): Promise<Compiled | null> {
  try {
    return inMemoryOfTheirOwn(deserialize(await readFile(file)) as Compiled);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}

/** What is read are views of the file as a whole, which would then be kept beside what had to be copied out of it. */
function inMemoryOfTheirOwn({ trie, automaton, terms, ...rest }: Compiled): Compiled {
  const copied = <Part extends object>(part: Part): Part =>
    Object.fromEntries(
      Object.entries(part).map(([name, value]) => [name, isArray(value) ? value.slice() : value]),
    ) as Part;
  return { ...rest, trie: copied(trie), automaton: copied(automaton), terms: copied(terms) };
}

function isArray(value: unknown): value is Int32Array | Uint16Array | Uint8Array {
  return value instanceof Int32Array || value instanceof Uint16Array || value instanceof Uint8Array;
}
