import { useRef, useState } from 'preact/hooks';

/** What comes within this time is said in one go: a sentence that replaces another is all that is read out. */
const BATCH_MS = 150;

/** What is said aloud to people who listen to the page, and how to say something. */
export function useAnnounce(): [said: string, announce: (sentence: string) => void] {
  const [said, setSaid] = useState('');
  const batch = useRef<string[]>([]);
  const announce = useRef((sentence: string) => {
    if (batch.current.push(sentence) > 1) return;
    setTimeout(() => {
      const text = [...new Set(batch.current.splice(0))].join(' ');
      // The same text twice in a row must change, or it is not read out again.
      setSaid((before) => (before === text ? `${text}\u00a0` : text));
    }, BATCH_MS);
  });
  return [said, announce.current];
}
