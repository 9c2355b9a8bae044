import { pickLanguage, type Language } from '../../shared/messages/languages.ts';

/** The language an Accept-Language header (RFC 9110, 12.5.4) asks for, among those that are complete. */
export function languageOf(header: string | undefined): Language {
  if (header === undefined || header.length > 500) return 'en';
  const wishes = header
    .split(',')
    .map((part) => {
      const [tag = '', ...params] = part.trim().split(';');
      const q = params.map((param) => param.trim()).find((param) => param.startsWith('q='));
      return { tag: tag.trim(), q: q === undefined ? 1 : Number(q.slice(2)) };
    })
    .filter((wish) => wish.q > 0)
    .sort((a, b) => b.q - a.q);
  return pickLanguage(wishes.map((wish) => wish.tag));
}
