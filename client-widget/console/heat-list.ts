import type { HotThread, HotThreads } from '../../shared/heat.ts';
import type { Answer } from './api.ts';

export interface HeatList {
  /** Asks what boils over now. */
  load: () => Promise<void>;
  /** The socket says what boils over now. */
  heard: (news: HotThreads) => void;
}

/** Keeps what boils over. Both ways tell everything there is, so the later one is true: an answer older than news is not. */
export function createHeatList(
  ask: () => Promise<Answer<HotThreads>>,
  show: (threads: readonly HotThread[]) => void,
): HeatList {
  let told = 0;
  return {
    async load() {
      const turn = ++told;
      const answer = await ask();
      if (answer.ok && turn === told) show(answer.value.threads);
    },
    heard({ threads }) {
      told++;
      show(threads);
    },
  };
}
