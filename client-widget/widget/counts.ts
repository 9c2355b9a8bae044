import type { ThreadCounts } from '../../shared/counts.ts';
import { count as ar } from '../../shared/messages/count/ar.ts';
import { count as de } from '../../shared/messages/count/de.ts';
import { count as en } from '../../shared/messages/count/en.ts';
import { count as es } from '../../shared/messages/count/es.ts';
import { count as fr } from '../../shared/messages/count/fr.ts';
import { count as it } from '../../shared/messages/count/it.ts';
import { count as pt } from '../../shared/messages/count/pt.ts';
import { count as tr } from '../../shared/messages/count/tr.ts';
import { choose } from '../../shared/messages/format.ts';
import { COUNTS_MAX } from '../../shared/limits.ts';

// `/widget/counts.js?site=demo`: says on lists of articles how many comments each has, as in "12 comments". A script of its own,
// so that such a list loads nothing else; it fills every element with `data-tribune-count`, those that come later, too.

const { origin, searchParams } = new URL(import.meta.url);
const ATTRIBUTE = 'data-tribune-count';
const sentences: Record<string, typeof en> = { ar, de, en, es, fr, it, pt, tr };
/** Which thread's number an element holds, so that it is asked for once. */
const filled = new WeakMap<Element, string>();

const keyOf = (element: Element): string => element.getAttribute(ATTRIBUTE)?.trim() ?? '';

function fill(element: Element, n: number): void {
  const locale = searchParams.get('lang') ?? (document.documentElement.lang || navigator.language);
  const lang = locale.split('-')[0] ?? '';
  const message = sentences[lang] ?? en;
  const known = sentences[lang] ? locale : 'en';
  const short = new Intl.NumberFormat(known, { notation: 'compact' }).format(n);
  element.textContent = choose(message, { n }, known).replace('{n}', short);
}

async function ask(elements: Element[], keys: string[]): Promise<void> {
  const query = String(new URLSearchParams(keys.map((key) => ['thread', key])));
  // As it is: a site's id has nothing in it to be escaped.
  const answer = await fetch(`${origin}/v1/sites/${searchParams.get('site')}/counts?${query}`, { credentials: 'omit' });
  const { items } = (await answer.json()) as ThreadCounts;
  for (const { thread, count } of items)
    for (const element of elements) if (keyOf(element) === thread) fill(element, count);
}

function look(): void {
  const fresh = [...document.querySelectorAll(`[${ATTRIBUTE}]`)].filter((element) => {
    const key = keyOf(element);
    return key !== '' && filled.get(element) !== key && filled.set(element, key);
  });
  // In one order, so that a cache knows the same list again.
  const keys = [...new Set(fresh.map(keyOf))].sort();
  while (keys.length > 0) {
    // What the page says there stays as it is when no number comes.
    ask(fresh, keys.splice(0, COUNTS_MAX)).catch(console.error);
  }
}

look();
new MutationObserver(look).observe(document, { childList: true, subtree: true, attributeFilter: [ATTRIBUTE] });
