import type { Answer, Trouble } from './api.ts';

export interface Latest<T> {
  /** Asks for it. */
  load: () => Promise<void>;
  /** The socket says it. */
  heard: (news: T) => void;
}

export interface LatestDeps<T> {
  ask: () => Promise<Answer<T>>;
  show: (value: T) => void;
  /** Told after every answer: why there is none, null once it is known again. */
  onTrouble: (trouble: Trouble | null) => void;
}

/** Keeps what both an answer and news tell as a whole, so that the later one is true: an answer older than news is not. */
export function createLatest<T>({ ask, show, onTrouble }: LatestDeps<T>): Latest<T> {
  let told = 0;
  return {
    async load() {
      const turn = ++told;
      const answer = await ask();
      if (turn !== told) return;
      if (answer.ok) show(answer.value);
      onTrouble(answer.ok ? null : answer.trouble);
    },
    heard(news) {
      told++;
      show(news);
      onTrouble(null);
    },
  };
}
