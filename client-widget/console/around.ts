import type { BulkView } from '../../shared/bulk.ts';
import type { HotThread, HotThreads } from '../../shared/heat.ts';
import type { ReviewFigures } from '../../shared/review.ts';
import type { Answer, ConsoleApi, Trouble } from './api.ts';
import { createLatest } from './latest.ts';

/** What the desk shows beside the list: how much waits where, which discussions boil over, the newest acts on many. */
export type Beside = 'figures' | 'heat' | 'acts';

/** Why something of it could not be read when it was asked for last. */
export type Unread = Readonly<Record<Beside, Trouble | null>>;

export const ALL_READ: Unread = { figures: null, heat: null, acts: null };

export interface Around {
  /** Asks for all of it. */
  renew: () => void;
  onFigures: (figures: ReviewFigures) => void;
  onHeat: (heat: HotThreads) => void;
}

export interface AroundDeps {
  api: Pick<ConsoleApi, 'figures' | 'heat' | 'bulks'>;
  ask: <T>(request: Promise<Answer<T>>) => Promise<Answer<T>>;
  showFigures: (figures: ReviewFigures) => void;
  showHeat: (threads: readonly HotThread[]) => void;
  showActs: (acts: readonly BulkView[]) => void;
  onUnread: (unread: Unread) => void;
}

/** Keeps what is beside the list, and says what of it is not known as it is now. */
export function createAround({ api, ask, showFigures, showHeat, showActs, onUnread }: AroundDeps): Around {
  let unread = ALL_READ;
  const troubleWith =
    (what: Beside) =>
    (trouble: Trouble | null): void => {
      if (unread[what] === trouble) return;
      unread = { ...unread, [what]: trouble };
      onUnread(unread);
    };
  const figures = createLatest({
    ask: () => ask(api.figures()),
    show: showFigures,
    onTrouble: troubleWith('figures'),
  });
  const heat = createLatest({
    ask: () => ask(api.heat()),
    show: ({ threads }) => showHeat(threads),
    onTrouble: troubleWith('heat'),
  });
  const acts = createLatest({
    ask: () => ask(api.bulks()),
    show: ({ items }) => showActs(items),
    onTrouble: troubleWith('acts'),
  });
  return {
    renew() {
      for (const one of [figures, heat, acts]) void one.load();
    },
    onFigures: figures.heard,
    onHeat: heat.heard,
  };
}

/** Why something beside the list could not be read. That nobody is reached is said for the whole page. */
export function troubleBeside(unread: Unread): Trouble | null {
  return Object.values(unread).find((trouble) => trouble?.kind === 'problem') ?? null;
}
