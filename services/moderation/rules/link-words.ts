import { domainToUnicode } from 'node:url';
import { parse } from 'tldts';
import type { Link } from '../../comments/markdown.ts';

/** UTF-16 offsets of the body, [start, end). */
export type Span = readonly [start: number, end: number];

/** Words of a query from this length on are words; shorter ones are codes. */
const MIN_IN_QUERY = 4;

/**
 * What an address says in words: host, path, values of the query and fragment, percent and punycode decoded, the words apart.
 * The public suffix says nothing ("gouv.tg" insults nobody), nor do the names in a query.
 */
export function wordsOfAddress(href: string): string {
  if (!URL.canParse(href)) return '';
  const { protocol, hostname, pathname, search, hash } = new URL(href);
  if (protocol === 'mailto:') return apart(decoded(pathname)).join(' ');
  const { subdomain, domainWithoutSuffix } = parse(hostname);
  // A host of a local network has no suffix.
  const labels = [subdomain, domainWithoutSuffix ?? hostname].filter((part) => part !== null && part !== '');
  const values = `${search}&${hash.slice(1)}`.replace(/[?&][^=&]*=/g, ' ');
  return [
    ...apart(`${domainToUnicode(labels.join('.'))}/${decoded(pathname)}`),
    ...apart(decoded(values)).filter((word) => word.length >= MIN_IN_QUERY),
  ].join(' ');
}

/** Where in the body a link's address stands, as opposed to its words; null where that cannot be told. */
export function addressSpan({ span: [start, end] }: Link, body: string): Span | null {
  const typed = body.slice(start, end);
  if (!typed.startsWith('[')) return /\s/.test(typed) ? null : [start, end];
  const words = typed.lastIndexOf('](');
  return words < 0 ? null : [start + words + ']('.length, end];
}

/** Escapes run by run, so that one that is no UTF-8 does not keep the others from being read. */
function decoded(path: string): string {
  return path.replace(/(?:%[0-9a-f]{2})+/gi, (run) => Buffer.from(run.replaceAll('%', ''), 'hex').toString('utf8'));
}

function apart(address: string): string[] {
  return address
    .normalize('NFC')
    .split(/[\s\-_./+~:;,@&=?!#'’]+/)
    .filter((word) => word !== '');
}
