import { useWidget } from './context.ts';
import { Icon } from './icon.tsx';

/** What readers think of the article. */
export function Reaction() {
  const { config, hands, state, words, act } = useWidget();
  const { reader, say } = words;
  const { like } = state.reactions;
  return (
    <section class="reaction" part="reaction">
      <h2>{say(reader.articleQuestion)}</h2>
      <button type="button" aria-pressed={state.reaction !== null} onClick={() => void act((hands) => hands.react())}>
        <Icon line="M12 20.5 4.3 12.9a5 5 0 0 1 0-7.1 5 5 0 0 1 7 0l.7.7.7-.7a5 5 0 0 1 7 0 5 5 0 0 1 0 7.1Z" />
        {say(reader.like)}
        <span class="number" aria-hidden="true">
          {new Intl.NumberFormat(config.locale, { notation: 'compact' }).format(like)}
        </span>
      </button>
      <span class="unseen">{say(reader.likes, { n: like })}</span>
      {hands?.offers ? <hands.offers.Stars words={hands.offers.words} /> : state.rating && <div class="room" />}
    </section>
  );
}
