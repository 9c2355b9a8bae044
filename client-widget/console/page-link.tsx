import type { JSX } from 'preact';
import type { ReviewCard } from '../../shared/review.ts';
import { useSpeech } from './language.tsx';
import { pageAddressOf } from './on-page.ts';

/** To the comment where its readers see it, from where there is a way back for this browser from then on. */
export function PageLink({ card }: { card: ReviewCard }): JSX.Element | null {
  const { words, say } = useSpeech();
  const address = pageAddressOf(card);
  if (address === null) return null;
  return (
    <a href={address} target="_blank" rel="noopener noreferrer" data-do="see">
      {say(words.onPage.see)}
    </a>
  );
}
