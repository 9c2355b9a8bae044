import type { Filter } from './filter.ts';
import type { MatchTrace } from './path.ts';

/** Whether the document (at `at` in its buffer) matches. `trace` receives the array index the positional `$` means. */
export function matches(filter: Filter, doc: Buffer, at = 0, trace: MatchTrace = { index: -1 }): boolean {
  switch (filter.kind) {
    case 'leaf':
      return filter.walk.any(doc, at, trace);
    case 'and':
      for (const part of filter.parts) if (!matches(part, doc, at, trace)) return false;
      return true;
    case 'or':
      for (const part of filter.parts) if (matches(part, doc, at, trace)) return true;
      return false;
    case 'nor':
      for (const part of filter.parts) if (matches(part, doc, at, { index: -1 })) return false;
      return true;
    case 'not':
      return !matches(filter.part, doc, at, { index: -1 });
    case 'expression':
      return filter.holds(at === 0 ? doc : doc.subarray(at));
  }
}
