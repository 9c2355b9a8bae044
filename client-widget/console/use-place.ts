import { useEffect, useRef, useState } from 'preact/hooks';
import { readOneTimeCode } from './one-time-link.tsx';

export interface Place<Id extends string> {
  page: Id;
  params: URLSearchParams;
}

/**
 * Asks whether a page may be left and, once that is settled, goes; null where it may simply be left. A page sets it with
 * an effect and takes it back when it goes.
 */
export interface LeaveGuard {
  current: ((go: () => void) => void) | null;
}

/** Which of the pages a fragment names, `#id` or `#id=…&…`; the first of them for any other. */
export function placeOf<Id extends string>(hash: string, pages: readonly [Id, ...Id[]]): Place<Id> {
  const params = new URLSearchParams(hash.slice(1));
  const [name] = params.keys();
  return { page: pages.find((id) => id === name) ?? pages[0], params };
}

/**
 * The page in front. It is in the address, so that it can be linked to, survives a reload, and Back and Forward lead from
 * one to the next. A page that may not be left yet stays in front, with its address, until that is settled.
 */
export function usePlace<Id extends string>(
  pages: readonly [Id, ...Id[]],
): {
  place: Place<Id>;
  guard: LeaveGuard;
  /** Does what would end the page in front, once that may be left. */
  leave: (then: () => void) => void;
} {
  const [place, setPlace] = useState(() => placeOf(location.hash, pages));
  const guard = useRef<LeaveGuard['current']>(null);
  const shown = useRef({ ...place, hash: location.hash });
  useEffect(() => {
    const follow = (): void => {
      const { hash } = location;
      // A one-time link opened in this tab is no page; whoever shows it takes over.
      if (readOneTimeCode(hash) !== null) return;
      const wanted = placeOf(hash, pages);
      if (guard.current !== null && wanted.page !== shown.current.page) {
        // What was wanted is one step back from here now: there it leads once it is settled.
        history.pushState(null, '', shown.current.hash);
        guard.current(() => {
          guard.current = null;
          history.back();
        });
        return;
      }
      shown.current = { ...wanted, hash };
      setPlace(wanted);
    };
    addEventListener('hashchange', follow);
    return () => removeEventListener('hashchange', follow);
  }, []);
  return { place, guard, leave: (then) => (guard.current === null ? then() : guard.current(then)) };
}
