/** Languages that are complete, with the direction they are written in. */
export const LANGUAGES = { en: 'ltr', fr: 'ltr', ar: 'rtl' } as const;
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
