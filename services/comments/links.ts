const SCHEMES = new Set(['http:', 'https:', 'mailto:']);
/** Controls, bidi overrides and invisible characters never belong into an address. */
const UNSEEN = /[\p{Cc}\p{Default_Ignorable_Code_Point}\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069\u2028\u2029]/u;

/**
 * The address as it may stand in a link, or null if it may not: absolute, http, https or mailto, without user name or
 * password, without invisible characters. Parsed by the WHATWG URL parser, so what is checked is what a browser opens.
 */
export function safeHref(href: string): string | null {
  if (UNSEEN.test(href) || UNSEEN.test(decoded(href))) return null;
  if (!/^(?:https?:\/\/[^/\\]|mailto:[^/\\])/i.test(href) || !URL.canParse(href)) return null;
  const url = new URL(href);
  if (!SCHEMES.has(url.protocol)) return null;
  if (url.protocol === 'mailto:') return /^[^@?]+@[^@?]+$/.test(url.pathname) && url.search === '' ? url.href : null;
  if (url.username !== '' || url.password !== '' || url.hostname === '') return null;
  return url.href;
}

/** Escapes read back run by run, so that one that is no UTF-8 does not keep the others from being looked at. */
function decoded(href: string): string {
  return href.replace(/(?:%[0-9a-f]{2})+/gi, (run) => Buffer.from(run.replaceAll('%', ''), 'hex').toString('utf8'));
}
