/** Of the console's session. Over https the browser itself keeps the cookie to this host and path (RFC 6265bis, "__Host-"). */
export function cookieName({ PUBLIC_URL }: { PUBLIC_URL?: string | undefined }): string {
  return PUBLIC_URL?.startsWith('https:') ? '__Host-tribune' : 'tribune';
}
