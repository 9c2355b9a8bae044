/** Characters of an address (RFC 5321, 4.5.3.1.3, without the brackets). Here, so that whoever checks one in a page loads nothing else. */
export const EMAIL_MAX = 254;
/** Octets before the "@" (RFC 5321, 4.5.3.1.1). */
const LOCAL_MAX = 64;
/**
 * A dot-atom (RFC 5322, 3.2.3) of what mailboxes are really called. Quotes and comments are left out, since every program reads
 * them in its own way; so are "%" and "!", with which old relays are told to send elsewhere, "?", which makes encoded words, and
 * "-" in front, which makes options.
 */
const LOCAL = /^(?!-)[A-Za-z0-9_'+&=~/#-]+(?:\.[A-Za-z0-9_'+&=~/#-]+)*$/;
const LABEL = /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/;
/** No country is a number: what ends in one is an IP address, written in one of its many ways. */
const TOP = /^(?:[a-z]{2,}|xn--[a-z0-9-]+)$/;
/** A domain as people write it, in any script. */
const WRITTEN = /^[\p{L}\p{M}\p{N}.-]+$/u;
/** A label of several scripts pretends to be another one. */
const MIXED = /[a-z]/i;
const NOT_LATIN = /[^\p{Script=Latin}\p{M}\p{N}.-]/u;

/**
 * One mail address, and nothing but one, in the form it is sent to: the domain in small letters and in ASCII (IDNA), the rest as it
 * was typed. Null for whatever is not certain to mean the same to every program on the way.
 */
export function normalAddress(text: string): string | null {
  if (text.length > EMAIL_MAX) return null;
  const at = text.indexOf('@');
  const local = text.slice(0, Math.max(0, at));
  const domain = asciiDomain(text.slice(at + 1));
  if (domain === null || local.length > LOCAL_MAX || !LOCAL.test(local)) return null;
  const address = `${local}@${domain}`;
  return address.length > EMAIL_MAX ? null : address;
}

function asciiDomain(written: string): string | null {
  const isPlain = WRITTEN.test(written) && written.normalize('NFKC') === written.normalize('NFC');
  if (!isPlain || written.split('.').some((label) => MIXED.test(label) && NOT_LATIN.test(label))) return null;
  // With only such characters, a URL's host is the domain by the rules of IDNA, and nothing else.
  const hostname = hostOf(`http://${written}`);
  const labels = hostname.split('.');
  return labels.length > 1 && labels.every((label) => LABEL.test(label)) && TOP.test(labels.at(-1) ?? '')
    ? hostname
    : null;
}

/** Empty for what is no URL. `URL.canParse` is not in every browser yet. */
function hostOf(url: string): string {
  try {
    return new URL(url).hostname;
  } catch {
    return '';
  }
}
