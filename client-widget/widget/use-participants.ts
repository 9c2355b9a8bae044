import { useEffect, useRef, useState } from 'preact/hooks';
import { PARTICIPANTS_SIZE } from '../../shared/limits.ts';
import { path, readerRoutes } from '../../shared/routes.ts';
import type { Participants } from '../../shared/thread-search.ts';
import type { Naming } from './mention-choice.ts';
import { begins, type Person } from './mention-search.ts';

/** The service is asked when typing has stopped for so long, milliseconds, and from so many letters on. */
const PAUSE_MS = 250;
const LETTERS = 2;

/**
 * People of the discussion who are not on the page. What is known grows with every answer and is looked through for what is typed
 * by now, so that no late answer says anything out of place.
 * @param typed what stands after the @; null where nothing has to be asked for
 */
export function useParticipants({ hands, widget: { config } }: Naming, typed: string | null): readonly Person[] {
  const [known, setKnown] = useState<readonly Person[]>([]);
  /** Beginnings of which everybody is known. */
  const whole = useRef<string[]>([]);
  useEffect(() => {
    if (typed === null || [...typed].length < LETTERS) return;
    if (whole.current.some((begun) => typed.startsWith(begun))) return;
    const timer = setTimeout(() => {
      const where = path(readerRoutes.participants, { siteId: config.site }, { thread: config.thread, name: typed });
      hands.services.api<Participants>(where).then(
        ({ items }) => {
          if (items.length < PARTICIPANTS_SIZE) whole.current.push(typed);
          setKnown((before) => {
            const fresh = items.filter(({ id }) => !before.some(({ personId }) => personId === id));
            return [...before, ...fresh.map(({ id, name }) => ({ personId: id, name }))];
          });
        },
        // Those on the page are offered all the same.
        () => undefined,
      );
    }, PAUSE_MS);
    return () => clearTimeout(timer);
  }, [typed]);
  return typed === null ? [] : known.filter(({ name }) => begins(name, typed));
}
