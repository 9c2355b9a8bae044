import { useEffect, useState } from 'preact/hooks';
import type { ActingSentences } from '../../shared/messages/acting/sentences.ts';
import type { EventType } from '../../shared/moderation.ts';
import type { Sort } from '../../shared/votes.ts';
import type { Config } from './config.ts';
import { follow } from './follow.ts';
import type { BellState } from './hands.ts';
import type { Services } from './services.ts';
import type { ThreadStore } from './thread-store.ts';
import type { Words } from './words.ts';

/** What moderators do about a comment that its author is told of. */
const TOLD: readonly EventType[] = ['approved', 'overturned', 'rejected', 'appeal_upheld'];

interface LiveOptions {
  config: Config;
  services: Services;
  thread: ThreadStore;
  root: ShadowRoot;
  words: ActingSentences | null;
  say: Words['say'];
  announce: (sentence: string) => void;
}

/** Follows the discussion once the list is in sight or the reader is somebody, and says aloud what it brings to the reader in person. */
export function useLive({ config, services, thread, root, words, say, announce }: LiveOptions): BellState {
  const [unread, onUnread] = useState(0);
  const [revision, setRevision] = useState(0);
  const tell = (told: Promise<string | null>) =>
    void told.then(
      (sentence) => sentence !== null && announce(sentence),
      () => undefined,
    );
  const changed = () => setRevision((count) => count + 1);
  useEffect(() => {
    thread.busy = () => isBusy(root, thread.state.sort);
    if (words === null) return;
    let stop: (() => void) | undefined;
    const begin = () => {
      stop ??= follow({
        services,
        thread,
        listener: {
          decided(comment, what) {
            // Anything else is the reader's own doing, or taken back.
            if (!TOLD.includes(what)) return;
            tell(import('./verdict.tsx').then(({ spokenOf }) => spokenOf(comment, { config, say })));
          },
          notified(item) {
            changed();
            tell(import('./bell-told.ts').then(({ spoken }) => spoken(item, { config, say })));
          },
          read: changed,
          unread: onUnread,
        },
      });
    };
    const sight = new IntersectionObserver((entries) => {
      if (entries.some((entry) => entry.isIntersecting)) begin();
    });
    sight.observe(root.host);
    // Who may be told something is to hear of it wherever on the page they are.
    const known = () => services.identity.token !== null && begin();
    const unwatch = services.identity.watch(known);
    known();
    return () => {
      sight.disconnect();
      unwatch();
      stop?.();
    };
  }, [words]);
  return { unread, revision, onUnread };
}

/**
 * Whether a new comment would move what is being read: everything from its place on, unless nothing is there or that is below
 * the window. Whoever writes is not to see things move either.
 */
function isBusy(root: ShadowRoot, sort: Sort): boolean {
  if (root.activeElement?.closest('.composer')) return true;
  const comments = root.querySelector('[part=list]');
  if (comments === null || comments.childElementCount === 0) return false;
  const { top } = comments.getBoundingClientRect();
  // Oldest first, a new comment comes after all that can be read, and far from whoever reads on top of it.
  return sort === 'oldest' ? top < 0 : top < innerHeight;
}
