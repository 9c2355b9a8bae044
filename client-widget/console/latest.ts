import type { Answer } from './api.ts';

export interface Latest<T> {
  /** Asks for it. */
  load: () => Promise<void>;
  /** The socket says it. */
  heard: (news: T) => void;
}

/** Keeps what both an answer and news tell as a whole, so that the later one is true: an answer older than news is not. */
export function createLatest<T>(ask: () => Promise<Answer<T>>, show: (value: T) => void): Latest<T> {
  let told = 0;
  return {
    async load() {
      const turn = ++told;
      const answer = await ask();
      if (answer.ok && turn === told) show(answer.value);
    },
    heard(news) {
      told++;
      show(news);
    },
  };
}
