import { useRef, useState } from 'preact/hooks';
import type { OfferSentences } from '../../shared/messages/offers/sentences.ts';
import { useWidget } from './context.ts';
import { Icon } from './icon.tsx';
import type { ShownComment } from './thread-state.ts';

interface EmojisProps {
  comment: ShownComment;
  words: OfferSentences;
  /** Only the numbers, as of one's own comment. */
  isStill?: boolean;
}

/** Reactions to a comment: those that somebody has chosen, and behind a button all there are. Of one's own only the numbers. */
export function Emojis({ comment, words, isStill }: EmojisProps) {
  const { act, config, hands, state, words: said } = useWidget();
  const { say } = said;
  const [open, setOpen] = useState(false);
  const [word, setWord] = useState<string | null>(null);
  const toggle = useRef<HTMLButtonElement>(null);
  const isOwn = isStill || (comment.author !== null && comment.author.id === hands?.services.identity.personId);
  const mine = state.voices.get(comment.id)?.emoji;
  const counts = comment.tally?.emojis ?? {};
  const close = () => {
    setOpen(false);
    toggle.current?.focus();
  };
  const press = (emoji: string) => {
    setWord(null);
    if (open) close();
    void act(({ vote }) => vote(comment, { emoji: emoji === mine ? null : emoji })).then(setWord);
  };
  if (state.offers.emojis.length === 0) return null;
  const shown = state.offers.emojis.filter((emoji) => open || (counts[emoji] ?? 0) > 0);
  return (
    <span class="emojis" part="emojis" onKeyDown={(event) => event.key === 'Escape' && open && close()}>
      {shown.map((emoji) => {
        const n = counts[emoji] ?? 0;
        const count = say(words.reacted, { n });
        const drawn = (
          <>
            <span aria-hidden="true">{emoji}</span>
            {n > 0 && new Intl.NumberFormat(config.locale).format(n)}
          </>
        );
        return isOwn ? (
          <span key={emoji} role="img" aria-label={`${emoji} ${count}`}>
            {drawn}
          </span>
        ) : (
          <button
            key={emoji}
            type="button"
            aria-pressed={emoji === mine}
            aria-label={say(words.reactWith, { emoji }) + (n > 0 ? ` ${count}` : '')}
            onClick={() => press(emoji)}
          >
            {drawn}
          </button>
        );
      })}
      {!isOwn && (
        <button
          ref={toggle}
          type="button"
          class="open"
          aria-expanded={open}
          aria-label={say(words.react)}
          onClick={() => setOpen(!open)}
        >
          <Icon line="M19.5 10.5a8 8 0 1 1-6-6M8.5 14a4 4 0 0 0 6 0M9 9.5v.1M14 9.5v.1M18.5 2.5v6M15.5 5.5h6" />
        </button>
      )}
      <small role="alert">{word}</small>
    </span>
  );
}
