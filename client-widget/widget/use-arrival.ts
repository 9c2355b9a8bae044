import { useEffect, useState } from 'preact/hooks';
import { SIGN_IN_FAILED_FRAGMENT, SIGN_IN_FRAGMENT } from '../../shared/sign-in-fragments.ts';

/** Why somebody is about to sign in: they want to; they come back to the article with what signs them in, or with what kept them from it. */
export type Arrived = 'wanted' | { secret: string } | { failed: string };

/**
 * Whether somebody is about to sign in, as the address says of who comes back for it. That is taken out of the address at once, so that
 * nobody is shown or sent it by mistake.
 */
export function useArrival() {
  const [arrived, setArrived] = useState<Arrived | null>(null);
  useEffect(() => {
    const look = () => {
      const [name, value] = location.hash.slice(1).split('=');
      if (!value || (name !== SIGN_IN_FRAGMENT && name !== SIGN_IN_FAILED_FRAGMENT)) return;
      history.replaceState(history.state, '', location.pathname + location.search);
      setArrived(name === SIGN_IN_FRAGMENT ? { secret: value } : { failed: value });
    };
    look();
    addEventListener('hashchange', look);
    return () => removeEventListener('hashchange', look);
  }, []);
  return [arrived, setArrived] as const;
}
