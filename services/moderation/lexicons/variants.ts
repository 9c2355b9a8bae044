/** Shortest word of which other spellings are looked for; shorter ones meet too many innocent words. */
const SHORTEST = 4;

/**
 * A term and the spellings that sound or look the same and are written without any sign: v for u ("covilles", "fvck"),
 * and in French k for a hard c ("konnard", "enkulé").
 */
export function variantsOf(term: string, lang: string, homonym: boolean): readonly string[] {
  if (homonym || term.length < SHORTEST) return [term];
  const variants = new Set(withV(term));
  if (lang === 'fr' && term.length > SHORTEST) variants.add(term.replaceAll(/c(?=[aoulr])/g, 'k'));
  return [...variants];
}

/** Each u kept or written v; all of them at once where there are too many for every mixture. */
function withV(term: string): string[] {
  const [head = '', ...rest] = term.split('u');
  if (rest.length > 3) return [term, term.replaceAll('u', 'v')];
  return rest.reduce((heads, part) => heads.flatMap((start) => [`${start}u${part}`, `${start}v${part}`]), [head]);
}
