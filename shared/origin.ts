/** Stands among a site's origins for "pages this service itself serves". */
export const SELF = 'self';

/**
 * An origin as browsers send it: scheme, host and, where it is not the usual one, port. Takes what people paste: the address of
 * a page, a host without a scheme (https, but http on this machine), capitals, letters of any script. Null for what is no origin of a web page.
 * @example normalOrigin('News.example/budget') // 'https://news.example'
 */
export function normalOrigin(text: string): string | null {
  const given = text.trim();
  if (given === SELF) return SELF;
  const isHere = /^(localhost|127\.0\.0\.1|\[::1\])(?![^:/])/i.test(given);
  const address = /^[a-z][a-z0-9+.-]*:\/\//i.test(given) ? given : `${isHere ? 'http' : 'https'}://${given}`;
  if (/[\s*\\]/.test(address) || !URL.canParse(address)) return null;
  const { protocol, username, password, hostname, origin } = new URL(address);
  const isOfWeb = protocol === 'https:' || protocol === 'http:';
  return isOfWeb && username === '' && password === '' && hostname !== '' ? origin : null;
}
