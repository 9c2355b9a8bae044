/**
 * A sentence: plain, or one form per plural category of its language (Unicode CLDR). `{name}` is replaced by the
 * parameter of that name; `{n}` also picks the plural form and is written with the language's own digits and separators.
 */
export type Message = string | Partial<Record<Intl.LDMLPluralRule, string>>;
export type Params = Record<string, string | number>;

/** The sentence in words. A missing parameter stays visible as `{name}` so that tests and people notice it. */
export function format(message: Message, params: Params = {}, lang = 'en'): string {
  return choose(message, params, lang).replace(/\{(\w+)\}/g, (whole, name: string) => {
    const value = params[name];
    if (value === undefined) return whole;
    return typeof value === 'number' ? new Intl.NumberFormat(lang).format(value) : value;
  });
}

/** The form of a sentence for its `n`, its parameters not filled in yet. */
export function choose(message: Message, params: Params, lang: string): string {
  if (typeof message === 'string') return message;
  const n = Number(params.n ?? 0);
  return message[new Intl.PluralRules(lang).select(n)] ?? message.other ?? '';
}
