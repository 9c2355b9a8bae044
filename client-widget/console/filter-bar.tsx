import type { JSX } from 'preact';
import { fragmentOf, isNarrowed, narrowed, NARROWINGS } from './desk-filter.ts';
import type { Narrowing } from './desk-filter.ts';
import { languageName } from './language-name.ts';
import { useSpeech } from './language.tsx';
import type { Speech } from './language.tsx';
import type { ReviewState } from './review-state.ts';

interface Props {
  review: ReviewState;
  hints: boolean;
  onOpen: () => void;
}

/** What narrows the list, each thing a link to the list without it. */
export function FilterBar({ review, hints, onOpen }: Props): JSX.Element {
  const speech = useSpeech();
  const { words, say } = speech;
  const { filter } = review;
  return (
    <div class="filter-bar">
      <button
        type="button"
        class="button minor"
        data-do="filter"
        aria-keyshortcuts={hints ? 'f' : undefined}
        onClick={onOpen}
      >
        {say(words.filters.open)}
        {hints && <kbd aria-hidden="true">f</kbd>}
      </button>
      {isNarrowed(filter) && (
        <ul class="filter-chips" aria-label={say(words.filters.active)}>
          {NARROWINGS.filter((name) => filter[name] !== undefined).map((name) => (
            <li key={name}>
              <a class="filter-chip" href={fragmentOf(narrowed(filter, name, undefined))} data-filter={name}>
                <bdi>{labelOf(name, review, speech)}</bdi>
                <span class="unseen">{` – ${say(words.filters.remove)}`}</span>
              </a>
            </li>
          ))}
          <li>
            <a class="filter-clear" href={fragmentOf({ tab: filter.tab })}>
              {say(words.filters.clear)}
              {hints && <kbd aria-hidden="true">l</kbd>}
            </a>
          </li>
        </ul>
      )}
    </div>
  );
}

/** An author or a discussion is known by name once one of their comments is here. */
function labelOf(name: keyof Narrowing, { filter, entries }: ReviewState, { words, say, lang }: Speech): string {
  const cards = [...entries.values()].map(({ card }) => card);
  const value = filter[name];
  switch (name) {
    case 'q':
      return say(words.list.quoted, { text: String(value) });
    case 'author': {
      const known = cards.find((card) => card.author.id === value)?.author.name;
      return known === undefined ? say(words.filters.someAuthor) : say(words.filters.author, { name: known });
    }
    case 'thread': {
      const known = cards.find((card) => card.thread.id === value)?.thread;
      const title = known?.title ?? known?.key;
      return title === undefined ? say(words.filters.someThread) : say(words.filters.thread, { name: title });
    }
    case 'site':
      return cards.find((card) => card.site.id === value)?.site.name ?? String(value);
    case 'lang':
      return languageName(String(value), lang);
    case 'rule':
      return filter.rule === undefined ? '' : say(words.rules[filter.rule]);
    case 'age':
      return say(words.filters.older, { n: Number(value) });
  }
}
