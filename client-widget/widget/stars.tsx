import { useState } from 'preact/hooks';
import { STARS_MAX } from '../../shared/limits.ts';
import type { OfferSentences } from '../../shared/messages/offers/sentences.ts';
import { useWidget } from './context.ts';
import { Icon } from './icon.tsx';

const STARS = Array.from({ length: STARS_MAX }, (_, i) => i + 1);

/** Stars for the article: the average, and the buttons for one's own. Pressing one's own again takes them back. */
export function Stars({ words }: { words: OfferSentences }) {
  const { act, config, state, words: said } = useWidget();
  const { say } = said;
  const { rating, stars: mine } = state;
  const [word, setWord] = useState<string | null>(null);
  if (rating === null) return null;
  const { average, count } = rating;
  const press = (n: number) => {
    setWord(null);
    void act(({ rate }) => rate(n === mine ? null : n)).then(setWord);
  };
  const digits = new Intl.NumberFormat(config.locale, { maximumFractionDigits: 1 });
  return (
    <div class="stars" part="stars">
      <span class="row">
        {STARS.map((n) => (
          <button
            key={n}
            type="button"
            class={n <= (mine ?? Math.round(average ?? 0)) ? 'lit' : ''}
            aria-pressed={n === mine}
            aria-label={say(words.rate, { n })}
            onClick={() => press(n)}
          >
            <Icon line="m12 3.5 2.6 5.3 5.9.9-4.3 4.1 1 5.8-5.2-2.7-5.2 2.7 1-5.8-4.3-4.1 5.9-.9Z" />
          </button>
        ))}
      </span>
      <small>
        {average === null
          ? say(words.unrated)
          : say(words.rated, { n: count, average: digits.format(average), most: digits.format(STARS_MAX) })}
      </small>
      <small role="alert">{word}</small>
    </div>
  );
}
