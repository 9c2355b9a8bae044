import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { History } from '../../shared/audit.ts';
import type { OtherComment, ReviewCard, ReviewContext } from '../../shared/review.ts';
import { AboutPassage } from './about-passage.tsx';
import type { Answer } from './api.ts';
import { CardAround } from './card-around.tsx';
import { CardFacts } from './card-facts.tsx';
import { CardHistory } from './card-history.tsx';
import { CardNotes } from './card-notes.tsx';
import { DecisionBar } from './decision-bar.tsx';
import { fragmentOf } from './desk-filter.ts';
import { Difference } from './difference.tsx';
import type { DecisionProps } from './decision-bar.tsx';
import { Sentence, useSpeech } from './language.tsx';
import { MarkedText, markId } from './marked-text.tsx';
import { PageLink } from './page-link.tsx';
import { ReasonList, reasonId } from './reason-list.tsx';
import { ageOf, momentOf } from './times.ts';
import { useSurroundings } from './use-surroundings.ts';
import { useVeiledName } from './veil.ts';
import { VeiledText } from './veiled-word.tsx';

interface Props extends DecisionProps {
  loadContext: (id: string) => Promise<Answer<ReviewContext>>;
  loadHistory: (id: string) => Promise<Answer<History>>;
  onWake: (() => void) | null;
}

/** The comment at hand: what was written, where, why it stopped here, and what to do. */
export function ReviewCardView(props: Props): JSX.Element {
  const { card, standing } = props.entry;
  const around = useSurroundings(props.loadContext, card);
  const { locale, words, say } = useSpeech();
  const [active, setActive] = useState<number | null>(null);
  const { thread, parent, author } = card;
  const isNew = author.published === 0 && author.refused === 0;

  const point = (index: number, id: string): void => {
    setActive(index);
    const element = document.getElementById(id);
    element?.focus({ preventScroll: true });
    element?.scrollIntoView({ block: 'nearest' });
  };
  const onReason = (index: number): void => point(index, reasonId(index));
  const onMark = (index: number): void => point(index, markId(index));

  return (
    <article class="card" aria-labelledby="comment-title">
      <div class="card-scroll">
        <header class="card-head">
          <h2 id="comment-title" tabIndex={-1}>
            <Sentence
              of={words.card.title}
              parts={{
                name: (
                  <bdi>
                    <MarkedText card={card} field="name" active={active} onReason={onReason} />
                  </bdi>
                ),
              }}
            />
          </h2>
          <p class="card-meta">
            <span class={`chip vis-${card.vis}`}>{say(words.visibility[card.vis])}</span>
            <span class="quiet">
              {isNew
                ? say(words.card.firstComment)
                : `${say(words.card.published, { n: author.published })}, ${say(words.card.refused, { n: author.refused })}`}
            </span>
            <time class="quiet" dateTime={card.createdAt}>
              {say(words.card.posted, { when: momentOf(card.createdAt, locale) })}
            </time>
            {card.queuedAt !== null && (
              <span class="quiet">
                {say(words.card.waitingSince, { age: ageOf(card.queuedAt, props.now, locale, 'long') })}
              </span>
            )}
          </p>
          <p class="card-thread">
            {thread.url === null ? (
              <span>
                <bdi>{thread.title ?? say(words.card.untitled)}</bdi>{' '}
                <span class="quiet">({say(words.card.noLink)})</span>
              </span>
            ) : (
              <a href={thread.url} target="_blank" rel="noopener noreferrer">
                <bdi>{thread.title ?? thread.url}</bdi>
              </a>
            )}
          </p>
        </header>
        <CardNotes card={card} onWake={props.onWake} />
        {standing.kind === 'changed' && standing.was !== null && (
          <Difference
            hits={[...standing.was.hits, ...card.verdict.hits]}
            before={standing.was.text}
            after={card.text}
            titles={[say(words.around.changedTo), say(words.around.present)]}
          />
        )}
        {card.passage !== undefined && <AboutPassage passage={card.passage} />}
        {parent !== null && <Parent {...parent} />}
        <div class="comment-text" dir="auto" data-part="text">
          {card.text === '' ? (
            <span class="quiet">{say(words.card.noText)}</span>
          ) : (
            <MarkedText card={card} field="body" active={active} onReason={onReason} />
          )}
        </div>
        <ReasonList card={card} active={active} onMark={onMark} />
        <CardLinks card={card} hints={props.hints} />
        <CardAround card={card} around={around} />
        <CardFacts card={card} />
        <CardHistory key={card.id} id={card.id} v={card.v} load={props.loadHistory} />
      </div>
      <DecisionBar {...props} />
    </article>
  );
}

/** What the comment answers. */
function Parent({ authorName, text, hits }: OtherComment): JSX.Element {
  const veiledName = useVeiledName();
  const { words, say } = useSpeech();
  return (
    <figure class="parent">
      <figcaption class="quiet">
        <Sentence of={words.card.parent} parts={{ name: <bdi>{veiledName(authorName, hits)}</bdi> }} />
      </figcaption>
      <blockquote dir="auto">
        {text === '' ? <span class="quiet">{say(words.card.noText)}</span> : <VeiledText text={text} hits={hits} />}
      </blockquote>
    </figure>
  );
}

/** To what else waits of the same author, and of the same discussion. */
function CardLinks({ card, hints }: { card: ReviewCard; hints: boolean }): JSX.Element {
  const { words, say } = useSpeech();
  return (
    <p class="card-links">
      <a href={`#people=${card.author.id}&comment=${card.id}`} data-do="person">
        {say(words.readers.open)}
      </a>
      <PageLink card={card} />
      <a href={fragmentOf({ tab: 'all', author: card.author.id })}>
        {say(words.filters.moreByAuthor)}
        {hints && <kbd aria-hidden="true">b</kbd>}
      </a>
      <a href={fragmentOf({ tab: 'all', thread: card.thread.id })}>
        {say(words.filters.moreInThread)}
        {hints && <kbd aria-hidden="true">d</kbd>}
      </a>
    </p>
  );
}
