import { useEffect, useRef, useState } from 'preact/hooks';

const FRAGMENT = '#rules';

/**
 * Whether the page of rules is open. It has an address of its own, so that it can be linked to, survives a reload, and the
 * browser's way back leads out of it: unless `mayClose` says no, which is then for that page to settle.
 */
export function useRulesOpen(): {
  isOpen: boolean;
  open: () => void;
  close: () => void;
  mayClose: { current: () => boolean };
} {
  const [isOpen, setOpen] = useState(() => location.hash === FRAGMENT);
  const mayClose = useRef(() => true);
  const shown = useRef(isOpen);
  shown.current = isOpen;
  useEffect(() => {
    const follow = (): void => {
      const wanted = location.hash === FRAGMENT;
      if (!wanted && shown.current && !mayClose.current()) history.pushState(null, '', FRAGMENT);
      else setOpen(wanted);
    };
    addEventListener('hashchange', follow);
    return () => removeEventListener('hashchange', follow);
  }, []);
  return {
    isOpen,
    mayClose,
    open() {
      location.hash = FRAGMENT;
    },
    close() {
      history.replaceState(null, '', location.pathname + location.search);
      setOpen(false);
    },
  };
}
