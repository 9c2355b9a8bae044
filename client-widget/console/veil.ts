import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Hit } from '../../shared/moderation.ts';
import type { Judged } from './marked-text.tsx';

/** Whether the words that hurt most are veiled until one asks for them. */
export const VeilContext = createContext(false);

/** Whether a word is of those: a slur, or of the gravest kind. */
export function isVeiled({ phase, detail }: Hit): boolean {
  return phase === 'lexicon' && (detail?.['severity'] === 'extreme' || detail?.['category'] === 'slur');
}

/** A card as it is shown where nothing can be uncovered: of each veiled word its first letter, and a dot for every other. */
export function veiled<Card extends Judged>(card: Card): Card {
  if (!card.verdict.hits.some(isVeiled)) return card;
  const spans = (isName: boolean): (readonly [number, number])[] =>
    card.verdict.hits.flatMap((hit) =>
      isVeiled(hit) && hit.span !== undefined && (hit.field === 'name') === isName ? [hit.span] : [],
    );
  const hits = card.verdict.hits.map((hit) => (isVeiled(hit) ? veiledHit(hit) : hit));
  return {
    ...card,
    text: withDots(card.text, spans(false)),
    author: { ...card.author, name: withDots(card.author.name, spans(true)) },
    verdict: { ...card.verdict, hits },
  };
}

/** The same card, or with its words veiled, as the moderator wishes. */
export function useVeiled(): <Card extends Judged>(card: Card) => Card {
  return useContext(VeilContext) ? veiled : (card) => card;
}

function veiledHit(hit: Hit): Hit {
  const all = (text: string): string => withDots(text, [[0, text.length]]);
  const read = hit.detail?.['read'];
  return {
    ...hit,
    ...(hit.matched === undefined ? {} : { matched: all(hit.matched) }),
    ...(typeof read === 'string' ? { detail: { ...hit.detail, read: all(read) } } : {}),
  };
}

/** As long as before in UTF-16 units, so that every span still fits. */
function withDots(text: string, spans: readonly (readonly [number, number])[]): string {
  return spans.reduce((result, [start, end]) => {
    const first = String.fromCodePoint(result.codePointAt(start) ?? 0x2022).length;
    const dots = '•'.repeat(Math.max(0, Math.min(end, result.length) - start - first));
    return result.slice(0, start + first) + dots + result.slice(start + first + dots.length);
  }, text);
}
