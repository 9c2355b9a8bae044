import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { ModeratorView } from '../../shared/identity.ts';
import type { ReviewCard } from '../../shared/review.ts';
import type { ConsoleApi } from './api.ts';
import { CardHistory } from './card-history.tsx';
import { actionsAnywhere } from './choices.ts';
import { DecisionBar } from './decision-bar.tsx';
import { excerptOf } from './excerpt.ts';
import { useSpeech } from './language.tsx';
import { OutcomeSentence } from './outcome-sentence.tsx';
import { PageLink } from './page-link.tsx';
import { panelKeys } from './panel-keys.ts';
import { searchAddress } from './search-view.ts';
import { momentOf } from './times.ts';
import { TroubleNote } from './trouble-note.tsx';
import { EMPTY_DRAFT } from './use-drafts.ts';
import type { Draft } from './use-drafts.ts';
import { useDecisions } from './use-decisions.ts';
import type { Decisions } from './use-decisions.ts';
import { useOneComment } from './use-one-comment.ts';
import type { OneComment } from './use-one-comment.ts';
import { useVeiled } from './veil.ts';
import { VeiledText } from './veiled-word.tsx';

interface Props {
  api: ConsoleApi;
  me: ModeratorView;
  found: ReviewCard;
}

const EXCERPT = 280;

/** A comment that was found: what became of it and, once it is opened, all of it and what can be done about it. */
export function SearchResult({ api, me, found }: Props): JSX.Element {
  const { locale, words, say } = useSpeech();
  const [isOpen, setOpen] = useState(false);
  const [draft, setDraft] = useState<Draft>(EMPTY_DRAFT);
  const one = useOneComment(api, found);
  const now = Date.now();
  const drafts = {
    of: () => draft,
    write: (_: string, change: Partial<Draft>) => setDraft((was) => ({ ...was, ...change })),
  };
  const decisions = useDecisions(one, one.bar.entry, {
    ...{ drafts, me, now },
    actionsOf: actionsAnywhere,
  });
  const { card } = one.bar.entry;
  const veiled = useVeiled()(card);
  const { name } = veiled.author;
  return (
    <li class="search-result" tabIndex={-1} data-comment={card.id}>
      <p class="card-meta">
        <strong>
          <bdi>{name}</bdi>
        </strong>
        <span class={`chip vis-${card.vis}`}>{say(words.visibility[card.vis])}</span>
        {card.queue !== null && <span class={`chip state queue-${card.queue}`}>{say(words.queues[card.queue])}</span>}
        <time class="quiet" dateTime={card.createdAt}>
          {momentOf(card.createdAt, locale)}
        </time>
      </p>
      <p class={isOpen ? 'search-text' : ''} dir="auto">
        {card.wipedAt !== undefined ? (
          say(words.notes.wiped, { when: momentOf(card.wipedAt, locale) })
        ) : card.text === '' ? (
          say(words.card.noText)
        ) : isOpen ? (
          <VeiledText text={card.text} hits={card.verdict.hits} />
        ) : (
          excerptOf(veiled.text, EXCERPT)
        )}
      </p>
      <p class="hint">
        <bdi>{card.thread.title ?? say(words.card.untitled)}</bdi> · <bdi>{card.site.name}</bdi>
      </p>
      {card.outcome !== null && (
        <p class="hint">
          <OutcomeSentence card={card} me={me.id} now={now} />
        </p>
      )}
      <button
        type="button"
        class="button minor"
        data-do="open"
        aria-expanded={isOpen}
        aria-label={`${say(words.search.open)} – ${name}, ${excerptOf(veiled.text, 40)}`}
        onClick={() => setOpen(!isOpen)}
      >
        {say(words.search.open)}
      </button>
      {isOpen && <Opened api={api} me={me} now={now} one={one} decisions={decisions} />}
    </li>
  );
}

interface OpenedProps extends Omit<Props, 'found'> {
  now: number;
  one: OneComment;
  decisions: Decisions;
}

function Opened({ api, me, now, one, decisions }: OpenedProps): JSX.Element {
  const { words, say } = useSpeech();
  const { entry } = one.bar;
  const { card } = entry;
  return (
    <div class="search-open" onKeyDown={panelKeys(decisions)}>
      <p class="card-links">
        {card.thread.url !== null && (
          <a href={card.thread.url} target="_blank" rel="noopener noreferrer">
            <bdi>{card.thread.title ?? card.thread.url}</bdi>
          </a>
        )}
        <PageLink card={card} />
        <a href={searchAddress({ author: card.author.id })}>{say(words.filters.moreByAuthor)}</a>
        <a href={searchAddress({ thread: card.thread.id })}>{say(words.filters.moreInThread)}</a>
      </p>
      <CardHistory id={card.id} v={card.v} load={(id) => api.history(id)} />
      <TroubleNote trouble={one.trouble} />
      {card.vis === 'erased' || card.wipedAt !== undefined ? null : (
        <DecisionBar {...one.bar} {...{ me, now, decisions }} />
      )}
    </div>
  );
}
