import type { JSX } from 'preact';
import type { PassageView } from '../../shared/passage.ts';
import { Sentence, useSpeech } from './language.tsx';

/** Which passage of the article a comment is about: by the question its page asked there, or by the editor's name for it. */
export function AboutPassage({ passage: { key, question } }: { passage: PassageView }): JSX.Element {
  const { words } = useSpeech();
  return (
    <p class="quiet">
      {question === null ? (
        <Sentence of={words.card.passage} parts={{ key: <bdi>{key}</bdi> }} />
      ) : (
        <Sentence of={words.card.question} parts={{ question: <bdi>{question}</bdi> }} />
      )}
    </p>
  );
}
