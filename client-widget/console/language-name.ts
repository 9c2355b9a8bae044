/**
 * A language in words.
 * @param tag BCP 47
 * @param lang the language it is named in
 */
export function languageName(tag: string, lang: string): string {
  return new Intl.DisplayNames([lang], { type: 'language' }).of(tag) ?? tag;
}
