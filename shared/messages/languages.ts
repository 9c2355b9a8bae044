/** Languages that are complete, with the direction they are written in. */
export const LANGUAGES = {
  en: 'ltr',
  fr: 'ltr',
  de: 'ltr',
  es: 'ltr',
  it: 'ltr',
  pt: 'ltr',
  tr: 'ltr',
  ar: 'rtl',
} as const;
export type Language = keyof typeof LANGUAGES;

/**
 * The best complete language for a list of wishes in order, each a BCP 47 tag such as "fr-CA" (RFC 4647 lookup on the
 * primary subtag); English if none fits.
 */
export function pickLanguage(wishes: readonly string[]): Language {
  for (const wish of wishes) {
    const primary = wish.toLowerCase().split('-')[0] ?? '';
    // Its own names only: the wishes come from strangers, and every object answers to "constructor".
    if (Object.hasOwn(LANGUAGES, primary)) return primary as Language;
  }
  return 'en';
}

/**
 * The regional form of a language for dates and numbers: the first wish that is one, such as "en-GB"; else the language
 * alone. Tags that are none, or that no formatter knows, are passed over.
 */
export function pickLocale(lang: Language, wishes: readonly string[]): string {
  const regional = wishes.find((wish) => {
    try {
      return wish.toLowerCase().startsWith(`${lang}-`) && Intl.DateTimeFormat.supportedLocalesOf(wish).length > 0;
    } catch {
      return false;
    }
  });
  return regional ?? lang;
}
