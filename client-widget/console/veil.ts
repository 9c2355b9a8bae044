import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Hit } from '../../shared/moderation.ts';
import { useSpeech } from './language.tsx';
import type { Judged } from './marked-text.tsx';

/** Whether the words that hurt most are veiled until one asks for them. */
export const VeilContext = createContext(false);

/** Whether a word is of those: a slur, or of the gravest kind. */
export function isVeiled({ phase, detail }: Hit): boolean {
  return phase === 'lexicon' && (detail?.['severity'] === 'extreme' || detail?.['category'] === 'slur');
}

/** A card as it is shown where nothing can be uncovered: of each veiled word its first letter, and a dot for every other. */
export function veiled<Card extends Judged>(card: Card): Card {
  const { hits } = card.verdict;
  if (!hits.some(isVeiled)) return card;
  return {
    ...card,
    text: withDots(card.text, veiledSpans(hits, 'text')),
    author: { ...card.author, name: withDots(card.author.name, veiledSpans(hits, 'name')) },
    verdict: { ...card.verdict, hits: hits.map((hit) => (isVeiled(hit) ? veiledHit(hit) : hit)) },
  };
}

function veiledSpans(hits: readonly Hit[], of: 'name' | 'text'): (readonly [number, number])[] {
  return hits.flatMap((hit) =>
    isVeiled(hit) && hit.span !== undefined && (hit.field === 'name') === (of === 'name') ? [hit.span] : [],
  );
}

/** The same card, or with its words veiled, as the moderator wishes. A name that is not kept has one in words. */
export function useVeiled(): <Card extends Judged>(card: Card) => Card {
  const isVeiling = useContext(VeilContext);
  const { words, say } = useSpeech();
  return (card) => {
    const shown = isVeiling ? veiled(card) : card;
    if (shown.author.name !== '') return shown;
    return { ...shown, author: { ...shown.author, name: say(words.reports.nameless) } };
  };
}

type Veiling = (what: string, hits: readonly Hit[]) => string;

/** The same of a name alone, with what was found in it. */
export function useVeiledName(): Veiling {
  const isVeiling = useContext(VeilContext);
  const { words, say } = useSpeech();
  return (name, hits) => {
    if (name === '') return say(words.reports.nameless);
    return isVeiling ? withDots(name, veiledSpans(hits, 'name')) : name;
  };
}

/** The same of a text, where nothing can be uncovered. */
export function usePlainVeiledText(): Veiling {
  return useContext(VeilContext) ? (text, hits) => withDots(text, veiledSpans(hits, 'text')) : (text) => text;
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
