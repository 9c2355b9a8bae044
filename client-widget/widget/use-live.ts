import { useEffect, useState } from 'preact/hooks';
import type { ActingWords } from './acting-words.ts';
import type { BellState } from './context.ts';
import type { Services } from './services.ts';
import type { ThreadStore } from './thread-store.ts';
import type { Words } from './words.ts';

interface LiveOptions {
  services: Services;
  thread: ThreadStore;
  root: ShadowRoot;
  words: ActingWords | null;
  say: Words['say'];
  announce: (sentence: string) => void;
}

/** Loads the live part once the list is in sight or the reader is somebody, and says aloud what it brings to the reader in person. */
export function useLive({ services, thread, root, words, say, announce }: LiveOptions): BellState {
  const [unread, onUnread] = useState(0);
  const [revision, setRevision] = useState(0);
  const changed = () => setRevision((count) => count + 1);
  useEffect(() => {
    thread.busy = () => isBusy(root);
    if (words === null) return;
    let stop: (() => void) | null = null;
    let gone = false;
    const start = async () => {
      const { follow } = await import('./follow.ts');
      if (gone) return;
      stop = follow({
        services,
        thread,
        listener: {
          decided: ({ state, reason }) =>
            announce(
              state === 'published'
                ? say(words.approved)
                : `${say(words.refused)}. ${say(words.reasons[reason ?? 'other'])}`,
            ),
          notified({ actorName }) {
            announce(say(words.answered, { name: actorName }));
            changed();
          },
          read: changed,
          unread: onUnread,
        },
      });
    };
    let started = false;
    const begin = () => {
      if (started) return;
      started = true;
      // Without the live part the comments can still be read and written.
      start().catch(() => undefined);
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
      gone = true;
      sight.disconnect();
      unwatch();
      stop?.();
    };
  }, [words]);
  return { unread, revision, onUnread };
}

/** Whether a comment put on top of the list would disturb: the reader is writing, or has scrolled into the list. */
function isBusy(root: ShadowRoot): boolean {
  if (root.activeElement?.closest('.composer')) return true;
  return (root.querySelector('.list')?.getBoundingClientRect().top ?? 0) < 0;
}
