import { useLayoutEffect, useRef, useState } from 'preact/hooks';

/** No second half of a double click comes later, milliseconds. */
const DEAD_MS = 600;

export interface DeadTime {
  isDead: boolean;
  /** Lets no click through while it lasts. */
  guard: (event: Event) => void;
}

/**
 * A while in which no click counts: since the window came to the front, and since something new was shown in it. Whoever can make
 * somebody double-click elsewhere could have the second click land here otherwise.
 * @param shown what there is to press; another one begins the time anew
 */
export function useDeadTime(shown: string): DeadTime {
  const [isDead, setDead] = useState(true);
  // A click may come before what is drawn follows.
  const now = useRef(true);
  useLayoutEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const set = (dead: boolean): void => {
      now.current = dead;
      setDead(dead);
    };
    const begin = (): void => {
      clearTimeout(timer);
      set(true);
      timer = setTimeout(() => set(false), DEAD_MS);
    };
    begin();
    window.addEventListener('focus', begin);
    document.addEventListener('visibilitychange', begin);
    return () => {
      clearTimeout(timer);
      window.removeEventListener('focus', begin);
      document.removeEventListener('visibilitychange', begin);
    };
  }, [shown]);
  return {
    isDead,
    guard(event) {
      if (!now.current) return;
      event.preventDefault();
      event.stopPropagation();
    },
  };
}
