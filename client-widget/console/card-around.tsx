import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { Neighbour, ReviewCard, ReviewContext } from '../../shared/review.ts';
import { CardReports } from './card-reports.tsx';
import { Difference } from './difference.tsx';
import { excerptOf } from './excerpt.ts';
import { useSpeech } from './language.tsx';
import { Retry } from './retry.tsx';
import { momentOf } from './times.ts';
import type { Loaded } from './use-loaded.ts';
import { useVeiled, useVeiledName } from './veil.ts';
import { VeiledText } from './veiled-word.tsx';

interface Props {
  card: ReviewCard;
  around: Loaded<ReviewContext>;
}

/** What readers report, earlier texts of the comment beside what it says now, and what is published right before and after it. */
export function CardAround({ card, around }: Props): JSX.Element {
  const { words } = useSpeech();
  const { value, trouble, again } = around;
  return (
    <>
      <Retry trouble={trouble} failed={words.around.failed} onRetry={() => void again()} />
      {value !== null && value.reports.length > 0 && <CardReports reports={value.reports} />}
      {value !== null && value.revisions.length > 0 && <Versions card={card} revisions={value.revisions} />}
      {value !== null && <Neighbours card={card} {...value} />}
    </>
  );
}

function Versions({
  card,
  revisions,
}: {
  card: ReviewCard;
  revisions: ReviewContext['revisions'];
}): JSX.Element | null {
  const { locale, words, say } = useSpeech();
  const [picked, pick] = useState(0);
  const shown = revisions[picked] ?? revisions[0];
  if (shown === undefined) return null;
  const earlier = say(words.around.earlier, { n: shown.rev, when: momentOf(shown.at, locale) });
  return (
    <section class="versions" aria-labelledby="versions-title">
      <h3 id="versions-title">{say(words.around.versions)}</h3>
      {revisions.length > 1 && (
        <div class="buttons">
          {revisions.map(({ rev }, index) => (
            <button
              key={rev}
              type="button"
              class="button minor"
              aria-pressed={index === picked}
              onClick={() => pick(index)}
            >
              {say(words.around.version, { n: rev })}
            </button>
          ))}
        </div>
      )}
      <Difference
        hits={[...shown.hits, ...card.verdict.hits]}
        before={shown.text}
        after={card.text}
        titles={[earlier, say(words.around.present)]}
      />
    </section>
  );
}

function Neighbours({
  card,
  before,
  after,
}: { card: ReviewCard } & Pick<ReviewContext, 'before' | 'after'>): JSX.Element {
  const { words, say } = useSpeech();
  const here = useVeiled()(card);
  return (
    <section class="around" aria-labelledby="around-title">
      <h3 id="around-title">{say(words.around.title)}</h3>
      {before.length + after.length === 0 ? (
        <p class="quiet">{say(words.around.nothing)}</p>
      ) : (
        <ol>
          {before.map((one) => (
            <NeighbourItem key={one.id} {...one} />
          ))}
          <li class="around-this" aria-label={say(words.around.this)}>
            <bdi>{here.author.name}</bdi>{' '}
            <span class="quiet" dir="auto">
              {excerptOf(here.text, 60)}
            </span>
          </li>
          {after.map((one) => (
            <NeighbourItem key={one.id} {...one} />
          ))}
        </ol>
      )}
    </section>
  );
}

function NeighbourItem({ authorName, text, hits, createdAt }: Neighbour): JSX.Element {
  const { locale } = useSpeech();
  const veiledName = useVeiledName();
  return (
    <li>
      <p>
        <bdi>{veiledName(authorName, hits)}</bdi>{' '}
        <time class="quiet" dateTime={createdAt}>
          {momentOf(createdAt, locale)}
        </time>
      </p>
      <p class="around-text" dir="auto">
        <VeiledText text={text} hits={hits} />
      </p>
    </li>
  );
}
