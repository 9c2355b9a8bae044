import type { Writing } from './draft.ts';

/** Whom an author has chosen to mention, by the text area they write in. */
const chosen = new WeakMap<HTMLTextAreaElement, Map<string, string>>();

export function choose({ field }: Writing, personId: string, name: string): void {
  const area = field.current;
  if (area !== null) chosen.set(area, (chosen.get(area) ?? new Map<string, string>()).set(personId, name));
}

/** Ids of those whose name still stands in the text. */
export function mentionsIn({ field, draft }: Writing): string[] {
  const known = (field.current && chosen.get(field.current)) ?? new Map<string, string>();
  return [...known].filter(([, name]) => draft.text.includes(`@${name}`)).map(([personId]) => personId);
}
