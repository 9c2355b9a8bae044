import type { JSX } from 'preact';
import { choiceIn } from './choices.ts';
import { excerptOf } from './excerpt.ts';
import { Sentence, useSpeech } from './language.tsx';
import { OutcomeSentence } from './outcome-sentence.tsx';
import type { Entry, Standing } from './review-state.ts';
import { troubleSentence } from './trouble-note.tsx';
import { useVeiled } from './veil.ts';

interface Props {
  entries: readonly Entry[];
  me: string;
  now: number;
  onShow: (id: string) => void;
  onRetry: (id: string) => void;
  onDone: (id: string) => void;
}

const EXCERPT = 60;

/** What happened to comments I have left behind: nothing fails, and nobody overtakes me, without a word. */
export function Attention({ entries, me, now, onShow, onRetry, onDone }: Props): JSX.Element | null {
  const speech = useSpeech();
  const { words, say } = speech;
  const veil = useVeiled();
  if (entries.length === 0) return null;
  const unsent = ({ attempt, trouble }: Extract<Standing, { kind: 'failed' }>): string => {
    const why = trouble.kind === 'unreachable' ? say(words.decide.resent) : troubleSentence(trouble, speech);
    return `${say(words.list.unsent, { choice: choiceIn(attempt.choice, speech) })} ${why}`;
  };
  return (
    <section class="attention" aria-label={say(words.list.attention)}>
      <ul>
        {entries.map(({ card, standing }) => (
          <li key={card.id}>
            <p>
              <bdi>{veil(card).author.name}</bdi>{' '}
              <Sentence of={words.list.quoted} parts={{ text: <bdi>{excerptOf(veil(card).text, EXCERPT)}</bdi> }} />
              {' – '}
              {standing.kind === 'settled' && <OutcomeSentence card={card} me={me} now={now} />}
              {standing.kind === 'failed' && unsent(standing)}
              {standing.kind === 'changed' && standing.trouble !== null && troubleSentence(standing.trouble, speech)}
            </p>
            <button type="button" class="button" onClick={() => onShow(card.id)}>
              {say(words.list.show)}
            </button>
            {standing.kind === 'failed' && (
              <button type="button" class="button" onClick={() => onRetry(card.id)}>
                {say(words.decide.retry)}
              </button>
            )}
            {standing.kind === 'settled' && (
              <button type="button" class="button" onClick={() => onDone(card.id)}>
                {say(words.outcome.done)}
              </button>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
