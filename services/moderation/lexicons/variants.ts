import type { LanguageSource } from './source.ts';

/** Shortest word of which other spellings are looked for; shorter ones meet too many innocent words. */
const SHORTEST = 4;

/** A term and the spellings that, by its language, look or sound the same ("covilles", "konnard"). */
export function variantsOf(
  term: string,
  homonym: boolean,
  { vForU = false, respellings = [] }: Pick<LanguageSource, 'vForU' | 'respellings'>,
): readonly string[] {
  if (homonym || term.length < SHORTEST) return [term];
  const variants = new Set(vForU ? withV(term) : [term]);
  if (term.length > SHORTEST) for (const [pattern, by] of respellings) variants.add(term.replaceAll(pattern, by));
  return [...variants];
}

/** Each u kept or written v; all of them at once where there are too many for every mixture. */
function withV(term: string): string[] {
  const [head = '', ...rest] = term.split('u');
  if (rest.length > 3) return [term, term.replaceAll('u', 'v')];
  return rest.reduce((heads, part) => heads.flatMap((start) => [`${start}u${part}`, `${start}v${part}`]), [head]);
}
