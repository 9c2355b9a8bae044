import type { Config } from './config.ts';
import { STARS_MAX } from '../../shared/limits.ts';
import type { ThreadState } from './thread-state.ts';

/** What browsers with Trusted Types have; not part of the DOM's types yet. */
interface PolicyFactory {
  createPolicy(name: string, rules: { createScript: (text: string) => string }): { createScript(text: string): string };
}

/** Made once, since a page may allow each name once. A page that allows no such policy gets no block. */
let policy: ReturnType<PolicyFactory['createPolicy']> | undefined;

/** A data block is never run, but browsers check the text of every script element all the same. */
function trusted(data: object): string {
  const text = JSON.stringify(data).replaceAll('<', '\\u003c');
  const { trustedTypes } = globalThis as { trustedTypes?: PolicyFactory };
  policy ??= trustedTypes?.createPolicy('tribune', { createScript: (json) => json });
  return policy?.createScript(text) ?? text;
}

const counter = (action: string, n: number) => ({
  '@type': 'InteractionCounter',
  interactionType: `https://schema.org/${action}`,
  userInteractionCount: n,
});

/**
 * Says what readers make of the article to search engines: a data block of schema.org in JSON-LD, in place of the one before,
 * within the host element.
 * @throws TypeError on a page whose policy does not allow Trusted Types by the name "tribune"
 */
export function describeArticle(
  host: Element,
  { config: { url, title, jsonLd }, state }: { config: Config; state: ThreadState },
): void {
  const { count, rating, reactions } = state;
  const block = host.ownerDocument.createElement('script');
  block.type = 'application/ld+json';
  block.text = trusted({
    '@context': 'https://schema.org',
    '@type': jsonLd,
    '@id': url,
    url,
    ...(title === undefined ? {} : { headline: title }),
    commentCount: count,
    interactionStatistic: [counter('LikeAction', reactions.like), counter('CommentAction', count)],
    ...(typeof rating?.average === 'number' && {
      aggregateRating: {
        '@type': 'AggregateRating',
        ratingValue: rating.average,
        ratingCount: rating.count,
        bestRating: STARS_MAX,
        worstRating: 1,
      },
    }),
  });
  host.querySelector(':scope > script[type="application/ld+json"]')?.remove();
  host.append(block);
}
