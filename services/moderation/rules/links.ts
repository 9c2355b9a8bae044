import { getDomain, getHostname } from 'tldts';
import type { Link } from '../../comments/markdown.ts';
import type { Finding, ModerationContext, Rule } from '../context.ts';

/** Where a comment's links lead. Every finding waits for a person, who sees the address it is about. */
export const linksRule: Rule = {
  id: 'links',
  v: 2,
  phase: 'links',
  onError: 'suspect',
  budgetMs: 10,
  check(context) {
    const { links, settings } = context;
    const findings = links.flatMap((link) => judge(link, context));
    const counted = links.filter(({ href }) => !isListed(hostOf(href), settings.allowedHosts));
    // Shown where it stands: the first one too many.
    const surplus = counted[settings.maxLinks];
    if (surplus !== undefined) {
      const detail = { reason: 'too-many', count: counted.length, limit: settings.maxLinks };
      findings.push({ level: 'hold', field: 'body', span: [...surplus.span], detail });
    }
    return findings;
  },
};

function judge(link: Link, context: ModerationContext): Finding[] {
  const { deniedHosts, allowedHosts } = context.settings;
  const host = hostOf(link.href);
  if (host === null) return [];
  const found = (reason: string): Finding => ({
    level: 'hold',
    field: 'body',
    span: [...link.span],
    matched: host,
    detail: { reason, host },
  });
  if (isListed(host, deniedHosts)) return [found('denied-host')];
  if (isListed(host, allowedHosts)) return [];
  const findings: Finding[] = [];
  const shown = shownHost(link.text);
  if (shown !== null && siteOf(shown) !== siteOf(host)) findings.push(found('other-host-shown'));
  if (host.split('.').some((label) => label.startsWith('xn--'))) findings.push(found('punycode'));
  return findings;
}

/** The lower-case ASCII host of an address, or null when it has none (mailto, a relative address). */
function hostOf(href: string): string | null {
  if (!URL.canParse(href)) return null;
  const { hostname } = new URL(href);
  return hostname === '' ? null : hostname.replace(/\.$/, '');
}

/** The host a link's text claims to lead to; null when the text is no address at all. */
function shownHost(text: string): string | null {
  const trimmed = text.trim();
  if (trimmed === '' || /\s/.test(trimmed) || !trimmed.includes('.')) return null;
  const host = getHostname(trimmed);
  if (host === null || getDomain(host) === null || trimmed.includes('@')) return null;
  return hostOf(`http://${host}/`);
}

function siteOf(host: string): string {
  return getDomain(host, { allowPrivateDomains: true }) ?? host;
}

function isListed(host: string | null, list: readonly string[]): boolean {
  if (host === null) return false;
  return list.some((entry) => {
    const listed = entry.toLowerCase().replace(/^\*?\./, '');
    return host === listed || host.endsWith(`.${listed}`);
  });
}
